using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Hubs;

/// <summary>Makes the items of the streams from pictures of the floor.</summary>
internal static class FloorMessages
{
    public const string Snapshot = "snapshot";
    public const string Delta = "delta";

    /// <summary>What leads from the picture a reader has to a newer one; a snapshot where it has none or another layout.</summary>
    public static FloorMessage Floor(FloorPicture? shown, FloorPicture now, SectionFilter filter)
    {
        var isSnapshot = shown is null || !now.Layout.IsDrawnAs(shown.Layout);
        return new FloorMessage
        {
            Kind = isSnapshot ? Snapshot : Delta,
            Sequence = now.Sequence,
            Follows = isSnapshot ? 0 : shown!.Sequence,
            AsOf = Milliseconds(now.Summary.AsOf),
            LastReceived = now.Summary.LastReceived is { } at ? Milliseconds(at) : null,
            Sections = [.. now.Summary.Sections.Where(section => filter.Includes(section.FloorSection)).Select(Section)],
            Machines = isSnapshot ? [.. now.Layout.Machines.Where(machine => filter.Includes(machine.Location.FloorSection)).Select(Machine)] : null,
            States = States(isSnapshot ? null : shown, now, filter),
        };
    }

    public static JackpotMessage Jackpot(JackpotEntry entry) => new()
    {
        Id = entry.Id,
        Machine = entry.MachineId,
        Section = entry.FloorSection,
        Amount = entry.Amount.ToDouble(),
        Level = HubNames.Of(entry.Level),
        WonAt = Milliseconds(entry.EventTime),
        ResetAt = entry.ResetAt is { } at ? Milliseconds(at) : null,
    };

    public static FindingMessage Finding(AttentionEntry entry) => new()
    {
        Id = entry.Id,
        Kind = HubNames.Of(entry.Kind),
        Severity = HubNames.Of(entry.Severity),
        Machine = entry.MachineId,
        Section = entry.FloorSection,
        Since = Milliseconds(entry.Since),
        Why = entry.Why,
    };

    private static List<StateMessage> States(FloorPicture? shown, FloorPicture now, SectionFilter filter)
    {
        var machines = now.Layout.Machines;
        var after = now.Cells.Span;
        var before = shown is null ? default : shown.Cells.Span;
        var states = new List<StateMessage>(shown is null ? after.Length : 16);
        for (var i = 0; i < after.Length; i++)
        {
            if ((shown is null || before[i] != after[i]) && filter.Includes(machines[i].Location.FloorSection))
            {
                states.Add(State(machines[i].Id, after[i]));
            }
        }

        return states;
    }

    private static StateMessage State(string id, MachineCell cell) => new()
    {
        Id = id,
        Status = HubNames.Of(cell.Status),
        Flags = HubNames.Of(cell.Flags),
        Heat = Math.Round(FloorScale.HeatOf(cell.Heat), 3),
        CoinInPerMinute = Math.Round(FloorScale.CoinInOf(cell.CoinIn), 2),
        HoldDelta = cell.Hold == FloorScale.HoldUnknown ? null : FloorScale.HoldOf(cell.Hold),
        Occupancy = HubNames.Of(cell.Occupancy),
        LastWin = cell.LastWin == 0 ? null : Math.Round(FloorScale.WinOf(cell.LastWin), 2),
    };

    private static MachineMessage Machine(MachineInfo machine) => new()
    {
        Id = machine.Id,
        Section = machine.Location.FloorSection,
        Bank = machine.Location.Bank,
        X = machine.Location.X,
        Y = machine.Location.Y,
    };

    private static SectionMessage Section(SectionFigures section) => new()
    {
        Section = section.FloorSection,
        Machines = section.Figures.Machines,
        Active = section.Figures.ActiveMachines,
        GamesPerMinute = section.Figures.SpinsPerMinute,
        CoinIn = section.Figures.CoinIn.ToDouble(),
        CoinOut = section.Figures.CoinOut.ToDouble(),
        HoldPercent = section.Figures.HoldPercent,
    };

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
