using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Kql;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>Makes of the answer to <c>replay/floor_at</c> what the live engine would have shown: the same states, flags, figures and rounding.</summary>
internal static class FloorAtReader
{
    private const int RecentMinutes = 5;
    private const float HeatScale = 100;

    /// <summary>The machines' details, by index of the layout; a machine that the answer does not have has not been heard of.</summary>
    public static MachineDetail[] Details(KqlResultTable table, FloorLayout layout, DateTime at)
    {
        var rows = AnswerRow.Of(table).ToDictionary(row => row.Text("machine_id"), StringComparer.Ordinal);
        return [.. layout.Machines.Select(machine => rows.TryGetValue(machine.Id, out var row) ? Detail(machine, row, at) : Unheard(machine, at))];
    }

    /// <summary>The key figures of the whole floor.</summary>
    /// <param name="table">The answer.</param>
    /// <param name="layout">The machines; their par sheets give the theoretical win.</param>
    /// <param name="jackpots">Hand pays of the last 5 minutes.</param>
    public static FloorFigures Figures(KqlResultTable table, FloorLayout layout, int jackpots)
    {
        var rows = AnswerRow.Of(table).ToList();
        var coinIn = Sum("coin_in_5m");
        var coinOut = Sum("coin_out_5m");
        var holds = layout.Machines.ToDictionary(machine => machine.Id, machine => machine.Location.TheoreticalHold, StringComparer.Ordinal);
        var rated = rows.Select(row => (CoinIn: row.Amount("coin_in_5m").Units, Hold: holds.GetValueOrDefault(row.Text("machine_id"))))
            .Where(machine => machine.Hold is not null)
            .ToList();
        return new FloorFigures
        {
            SpinsPerMinute = rows.Sum(row => row.Count("games_5m")) / (double)RecentMinutes,
            CoinIn = coinIn,
            CoinOut = coinOut,
            HoldPercent = Hold(coinIn, coinOut),
            TheoreticalWin = new Money((long)Math.Round(rated.Sum(machine => machine.CoinIn * (double)machine.Hold!.Value))),
            RatedCoinIn = new Money(rated.Sum(machine => machine.CoinIn)),
            ActiveMachines = rows.Count(row => row.Count("games_5m") > 0),
            Players = rows.Count(row => row.Flag("carded") || row.Count("carded_games_5m") > 0),
            Jackpots = jackpots,
            Machines = layout.Count,
        };

        Money Sum(string column) => new(rows.Sum(row => row.Amount(column).Units));
    }

    private static MachineDetail Detail(MachineInfo machine, AnswerRow row, DateTime at)
    {
        var hourIn = new Money(row.Amount("coin_in").Units + row.Amount("earlier_in").Units);
        var hourOut = new Money(row.Amount("coin_out").Units + row.Amount("earlier_out").Units);
        var hold = Hold(hourIn, hourOut);
        return new MachineDetail
        {
            Info = machine,
            View = new MachineView(
                Status(row),
                Flags(row),
                row.Count("events") / HeatScale,
                (float)(row.Amount("coin_in").ToDouble() / RecentMinutes),
                hold is { } percent && machine.Location.TheoreticalHold is { } theoretical ? (float)(percent - (theoretical * 100)) : float.NaN)
            {
                Occupancy = Occupied(row),
                LastWin = (float)row.Amount("last_win").ToDouble(),
            },
            AsOf = at,
            LastSeen = row.Moment("last_event"),
            Spins = (int)row.Count("games"),
            CoinIn = row.Amount("coin_in"),
            CoinOut = row.Amount("coin_out"),
            HoldPercent = hold,
            HoldSample = (int)(row.Count("games") + row.Count("earlier_games")),
            HopperLevel = (float?)row.Number("hopper_level"),
            Errors = (int)row.Count("errors"),
            LockedBy = row.Flag("locked") ? row.Amount("locked_by") : null,
        };
    }

    private static MachineDetail Unheard(MachineInfo machine, DateTime at) => new()
    {
        Info = machine,
        View = new MachineView(MachineStatus.Unknown, MachineFlags.None, 0, 0, float.NaN),
        AsOf = at,
    };

    private static double? Hold(Money coinIn, Money coinOut) => coinIn.Units == 0 ? null : (coinIn.Units - coinOut.Units) * 100.0 / coinIn.Units;

    private static Occupancy Occupied(AnswerRow row) =>
        row.Flag("carded") || row.Count("carded_games") > 0 ? Occupancy.Carded
        : row.Count("games") > 0 ? Occupancy.Uncarded
        : Occupancy.Free;

    // The worst wins, as on the live map.
    private static MachineStatus Status(AnswerRow row) =>
        row.Flag("critical") ? MachineStatus.Critical
        : row.Flag("down") ? MachineStatus.NeedsAttention
        : row.Flag("power_off") ? MachineStatus.PowerOff
        : row.Flag("offline") ? MachineStatus.Offline
        : row.Flag("idle") ? MachineStatus.Idle
        : MachineStatus.InService;

    private static MachineFlags Flags(AnswerRow row) =>
        When("locked", MachineFlags.Locked, row)
        | When("door_open", MachineFlags.DoorOpen, row)
        | When("tilt", MachineFlags.Tilt, row)
        | When("carded", MachineFlags.Carded, row)
        | When("lamp", MachineFlags.ServiceLamp, row)
        | When("hopper_low", MachineFlags.HopperLow, row)
        | When("hot", MachineFlags.Hot, row)
        | When("cold", MachineFlags.Cold, row);

    private static MachineFlags When(string column, MachineFlags flag, AnswerRow row) => row.Flag(column) ? flag : MachineFlags.None;
}
