using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>
/// An answer with a row for each point. <c>make-series</c> gives one row for each series, with arrays of moments and values:
/// <code>
/// floor_section  event_timestamp                    coin_in
/// Main           ["2026-01-01T00:00:00.0000000Z",…]  [120.5,null,…]
/// </code>
/// </summary>
/// <param name="Columns">The columns; arrays became what their elements are.</param>
/// <param name="Rows">The points.</param>
/// <param name="Sources">For each point the row of the answer it comes from.</param>
internal sealed record SeriesRows(IReadOnlyList<KqlResultColumn> Columns, IReadOnlyList<object?[]> Rows, IReadOnlyList<int> Sources)
{
    /// <summary>Spreads the arrays of an answer; without any it is taken as it is.</summary>
    /// <param name="table">The answer.</param>
    /// <param name="most">How many points there may be; null comes back where there are more.</param>
    public static SeriesRows? Of(KqlResultTable table, int most)
    {
        var types = table.Columns.Select((column, i) => column.Type == KqlType.Dynamic ? ElementType(table.Rows, i) : null).ToArray();
        if (types.All(type => type is null))
            return table.Rows.Count <= most ? new SeriesRows(table.Columns, table.Rows, [.. Enumerable.Range(0, table.Rows.Count)]) : null;

        var rows = new List<object?[]>();
        var sources = new List<int>();
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var arrays = types.Select((type, column) => type is { } element ? Elements(row[column] as string, element) : null).ToArray();
            var length = arrays.Max(array => array?.Length ?? 0);
            if (rows.Count + length > most)
                return null;

            for (var at = 0; at < length; at++)
            {
                rows.Add([.. row.Select((value, column) => arrays[column] is { } array ? (at < array.Length ? array[at] : null) : value)]);
                sources.Add(i);
            }
        }

        return new SeriesRows([.. table.Columns.Select((column, i) => types[i] is { } type ? column with { Type = type } : column)], rows, sources);
    }

    // The type of the elements is what the first one that is not null is.
    private static KqlType? ElementType(IReadOnlyList<object?[]> rows, int column)
    {
        foreach (var row in rows)
        {
            if (row[column] is not string { Length: > 1 } text || text[0] != '[')
                continue;

            using var json = JsonDocument.Parse(text);
            foreach (var element in json.RootElement.EnumerateArray())
            {
                if (element.ValueKind == JsonValueKind.Number)
                    return KqlType.Real;

                if (element.ValueKind == JsonValueKind.String)
                    return Moment(element.GetString()) is null ? KqlType.String : KqlType.DateTime;
            }
        }

        return null;
    }

    private static object?[] Elements(string? text, KqlType type)
    {
        if (text is not { Length: > 1 } || text[0] != '[')
            return [];

        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(element => Value(element, type))];
    }

    private static object? Value(JsonElement element, KqlType type) => type switch
    {
        KqlType.Real => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : null,
        KqlType.DateTime => element.ValueKind == JsonValueKind.String ? Moment(element.GetString()) : null,
        _ => element.ToString(),
    };

    private static DateTime? Moment(string? text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
