using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Kql;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>Reads the lists beside the map of the past.</summary>
internal static class ReplayLists
{
    /// <summary>Where a machine stands and what it is.</summary>
    public static MachineLocation Location(AnswerRow row) => new()
    {
        MachineId = row.Text("machine_id"),
        FloorSection = row.Text("floor_section"),
        Bank = row.Text("bank"),
        X = (float?)row.Number("x_coord"),
        Y = (float?)row.Number("y_coord"),
        Denomination = row.Amount("denomination"),
        MachineType = row.Text("machine_type"),
        Manufacturer = row.Text("manufacturer"),
        GameTheme = row.Text("game_theme"),
        TheoreticalHold = (float?)row.Number("theoretical_hold"),
    };

    /// <summary>The hand pays, newest first.</summary>
    public static IReadOnlyList<JackpotEntry> Jackpots(KqlResultTable table, FloorLayout layout)
    {
        var index = Index(layout);
        return
        [
            .. AnswerRow.Of(table).Select(row => new JackpotEntry
            {
                Id = row.Text("finding_id"),
                Machine = index.GetValueOrDefault(row.Text("machine_id"), -1),
                MachineId = row.Text("machine_id"),
                FloorSection = row.Text("floor_section"),
                Amount = row.Amount("amount"),
                Level = Enum.Parse<Severity>(row.Text("severity")),
                EventTime = row.Moment("event_time")!.Value,
                ResetAt = row.Moment("reset_at"),
            }),
        ];
    }

    /// <summary>The conditions that held, worst and newest first; a critical machine is down as well: one row is enough. Kinds that only a newer version knows are left out.</summary>
    public static IEnumerable<AttentionEntry> Attention(KqlResultTable table, FloorLayout layout)
    {
        var index = Index(layout);
        var rows = AnswerRow.Of(table).Where(row => Enum.GetNames<FindingKind>().Contains(row.Text("kind")) && Enum.GetNames<Severity>().Contains(row.Text("severity")))
            .Select(row => (Row: row, Kind: Enum.Parse<FindingKind>(row.Text("kind")), Machine: row.Text("machine_id"))).ToList();
        var critical = rows.Where(row => row.Kind == FindingKind.MachineCritical).Select(row => row.Machine).ToHashSet();
        return rows
            .Where(row => row.Kind.WantsSomebody() && (row.Kind != FindingKind.MachineDown || !critical.Contains(row.Machine)))
            .Select(row => new AttentionEntry
            {
                Id = row.Row.Text("finding_id"),
                Kind = row.Kind,
                Severity = Enum.Parse<Severity>(row.Row.Text("severity")),
                Machine = row.Machine.Length == 0 ? -1 : index.GetValueOrDefault(row.Machine, -1),
                MachineId = row.Machine,
                FloorSection = row.Row.Text("floor_section"),
                Since = Start(row.Row.Text("episode")) ?? row.Row.Moment("event_time")!.Value,
                Why = row.Row.Text("why"),
            });
    }

    private static Dictionary<string, int> Index(FloorLayout layout) => layout.Machines.ToDictionary(machine => machine.Id, machine => machine.Index, StringComparer.Ordinal);

    // The identity of a finding ends with the ticks of its beginning, in hexadecimal: see Finding.MakeId.
    private static DateTime? Start(string episode) =>
        long.TryParse(episode, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var ticks)
            && ticks is > 0 and <= 3_155_378_975_999_999_999
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;
}
