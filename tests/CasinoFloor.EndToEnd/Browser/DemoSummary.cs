using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>Figures and lists that fit a demo floor's machines.</summary>
internal static class DemoSummary
{
    public static FloorSummary Of(
        IReadOnlyList<MachineInfo> infos, ReadOnlySpan<MachineView> views, IReadOnlyList<JackpotEntry> jackpots, DateTime began, DateTime now, DateTime received)
    {
        var attention = new List<AttentionEntry>();
        double coinIn = 0, spins = 0;
        int active = 0, players = 0;
        for (var i = 0; i < views.Length; i++)
        {
            coinIn += views[i].CoinInPerMinute * 5;
            spins += views[i].Heat * 18;
            active += views[i].Heat > 0.05 ? 1 : 0;
            players += views[i].Flags.HasFlag(MachineFlags.Carded) ? 1 : 0;
            if (Condition(views[i]) is { } condition && attention.Count < 200)
                attention.Add(Entry(infos[i], condition, began.AddSeconds(-30 - (i % 900))));
        }

        var figures = new FloorFigures
        {
            SpinsPerMinute = spins,
            CoinIn = Money.FromDecimal((decimal)coinIn),
            CoinOut = Money.FromDecimal((decimal)coinIn * 0.917m),
            HoldPercent = 8.3,
            ActiveMachines = active,
            Players = players,
            Jackpots = jackpots.Count(jackpot => now - jackpot.EventTime < TimeSpan.FromMinutes(5)),
            Machines = infos.Count,
        };
        return new FloorSummary
        {
            AsOf = now,
            NewestEvent = now.AddMilliseconds(-400),
            LastReceived = received,
            Watermark = now.AddSeconds(-now.Second - 60),
            Figures = figures,
            Sections = [.. infos.Select(info => info.Location.FloorSection).Distinct().Order(StringComparer.Ordinal).Select(name => new SectionFigures(name, figures))],
            Jackpots = jackpots,
            Attention =
            [
                .. attention.OrderByDescending(entry => entry.Severity).ThenByDescending(entry => entry.Since).Take(199),
                new AttentionEntry
                {
                    Id = "floor",
                    Kind = FindingKind.FloorDeviation,
                    Severity = Severity.Low,
                    Machine = -1,
                    MachineId = "",
                    FloorSection = "",
                    Since = began.AddSeconds(-75),
                    Why = "Floor coin-in of $48,210 a minute is 3.4 sigma over its last 60 minutes.",
                },
            ],
            Totals = Totals(coinIn),
        };
    }

    private static (FindingKind Kind, Severity Severity, string Why)? Condition(in MachineView view) => view switch
    {
        { Status: MachineStatus.Critical } => (FindingKind.MachineCritical, Severity.Critical, "13 errors in 5 minutes, over 10."),
        { Status: MachineStatus.NeedsAttention } => (FindingKind.MachineDown, Severity.High, "7 errors in 15 minutes, over 5."),
        { Status: MachineStatus.PowerOff } => (FindingKind.PowerOff, Severity.High, "The machine reported that its power went off."),
        { Status: MachineStatus.Offline } => (FindingKind.Offline, Severity.Medium, "No event for 12 minutes, over 10."),
        { Flags: var flags } when flags.HasFlag(MachineFlags.DoorOpen) => (FindingKind.DoorWithoutCard, Severity.High, "The main door was opened with no employee card in the machine."),
        { Flags: var flags } when flags.HasFlag(MachineFlags.Tilt) => (FindingKind.Tilt, Severity.High, "The machine reported a tilt."),
        { Flags: var flags } when flags.HasFlag(MachineFlags.HopperLow) => (FindingKind.HopperFill, Severity.Medium, "Hopper at 14.5 %, under 20 %."),
        { Flags: var flags } when flags.HasFlag(MachineFlags.Hot) => (FindingKind.Hot, Severity.Low, "Coin-in of $61.20 a minute is 231 % of the average of its 47 peers, over 200 %."),
        _ => null,
    };

    private static AttentionEntry Entry(MachineInfo info, (FindingKind Kind, Severity Severity, string Why) condition, DateTime since) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{condition.Kind}/{info.Id}"),
        Kind = condition.Kind,
        Severity = condition.Severity,
        Machine = info.Index,
        MachineId = info.Id,
        FloorSection = info.Location.FloorSection,
        Since = since,
        Why = condition.Why,
    };

    private static EngineTotals Totals(double coinIn) => new()
    {
        Streams =
        [
            .. EventStreams.All.ToArray().Select((stream, i) => new StreamTotals
            {
                Stream = stream,
                Received = 1_204_331 / (1 + (i * 40)),
                Accepted = 1_203_900 / (1 + (i * 40)),
                Late = 212,
                Duplicates = 118,
                Rejected = [.. Enumerable.Range(0, RejectionReasons.Count).Select(reason => i == 0 && reason is 2 or 6 ? 40L + reason : 0)],
                CoinIn = Money.FromDecimal((decimal)coinIn),
            }),
        ],
        Windows = 58_211,
        Corrections = 37,
    };
}
