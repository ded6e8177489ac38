using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>
/// What rows from outside must fulfil, and get where they say nothing, before they go into one of our own tables: the engine reads these back
/// at the next start.
/// </summary>
internal static class BuiltInRules
{
    private const string OutsidePosition = "-1";

    // A row without its moment would be found by no question.
    private static readonly string[] Moments = ["event_timestamp", "window_start", "event_time"];

    // Tables whose figures are never unknown.
    private static readonly string[] Figures = ["slot_activity_1m", "alerts_live", "dead_letter_events"];

    /// <summary>Conditions that no row may fulfil, each with what to say then.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sql">The SQL of a column of the rows; null when the rows do not have it.</param>
    public static IEnumerable<(string Condition, string Message)> Checks(CatalogTable table, Func<string, string?> sql)
    {
        if (!table.IsBuiltIn)
        {
            yield break;
        }

        foreach (var column in table.Columns.Where(column => Moments.Contains(column.Name)))
        {
            yield return ($"{sql(column.Name) ?? "NULL"} IS NULL", $"Each row of {table.Name} needs a value for {column.Name}.");
        }

        if (table.Name == "alerts_live")
        {
            yield return Among<FindingKind>("kind");
            yield return Among<Severity>("severity");
            yield return Among<FindingPhase>("phase");
        }

        (string, string) Among<T>(string column)
            where T : struct, Enum
        {
            var names = Enum.GetNames<T>();
            return ($"coalesce({sql(column) ?? "''"}, '') NOT IN ('{string.Join("', '", names)}')", $"{column} of {table.Name} is one of {string.Join(", ", names)}.");
        }
    }

    /// <summary>The SQL of the value that goes into a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="given">The SQL of the given value; null when the rows do not have the column.</param>
    /// <param name="ingested">The moment of ingestion, microseconds since 1970.</param>
    public static string Value(CatalogTable table, CatalogColumn column, string? given, long ingested)
    {
        var now = $"make_timestamp({ingested.ToString(CultureInfo.InvariantCulture)})";
        var other = column switch
        {
            { Type: KqlType.String } => "''",
            _ when !table.IsBuiltIn => null,
            { Name: "source_partition" or "source_offset" } => OutsidePosition,
            { Name: "is_late" } => "false",
            { Type: KqlType.DateTime } => now,
            { Type: KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal } when Figures.Contains(table.Name) => "0",
            _ => null,
        };
        return given is null ? other ?? "NULL" : other is null ? given : $"coalesce({given}, {other})";
    }
}
