using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Tests.Kql;

/// <summary>
/// Compares a result with an answer of the reference engine: column names and types, and values; the order of rows only where the
/// answer has one. Real numbers may differ by 1e-9 of their size, as different machines sum them in different order.
/// </summary>
internal static class AnswerComparer
{
    /// <summary>What differs, or null.</summary>
    /// <param name="answer">An object with columns, rows and ordered.</param>
    /// <param name="table">The result.</param>
    /// <param name="intAsLong">Whether the answer may say long for int, as the printed tables of the documentation do.</param>
    public static string? Difference(JsonElement answer, KqlResultTable table, bool intAsLong)
    {
        var columns = answer.GetProperty("columns").EnumerateArray().Select(c => (Name: c.GetProperty("name").GetString()!, Type: c.GetProperty("type").GetString()!)).ToList();
        var actual = table.Columns.Select(c => (c.Name, Type: c.Type.Name())).ToList();
        if (columns.Count != actual.Count || columns.Zip(actual).Any(p => p.First.Name != p.Second.Name
            || (p.First.Type != p.Second.Type && !(intAsLong && p is { First.Type: "long", Second.Type: "int" }))))
        {
            return $"columns {string.Join(", ", columns)} but {string.Join(", ", actual)}";
        }

        var rows = answer.GetProperty("rows").EnumerateArray().ToList();
        if (rows.Count != table.Rows.Count)
        {
            return $"{rows.Count} rows but {table.Rows.Count}";
        }

        var left = table.Rows.ToList();
        foreach (var row in rows)
        {
            var found = answer.GetProperty("ordered").GetBoolean() ? Matches(row, left[0], table) ? 0 : -1 : left.FindIndex(r => Matches(row, r, table));
            if (found < 0)
            {
                return $"no row {row.GetRawText()} but {string.Join(" | ", left[0])}";
            }

            left.RemoveAt(found);
        }

        return null;
    }

    private static bool Matches(JsonElement expected, object?[] actual, KqlResultTable table) =>
        expected.EnumerateArray().Select((e, i) => Same(e, actual[i], table.Columns[i].Type)).All(same => same);

    private static bool Same(JsonElement expected, object? actual, KqlType type)
    {
        if (type == KqlType.Dynamic && actual is string json)
        {
            // Some answers wrap dynamic values in {"json": ...}.
            var inner = expected.ValueKind == JsonValueKind.Object && expected.EnumerateObject().Count() == 1 && expected.TryGetProperty("json", out var value) ? value : expected;
            using var document = JsonDocument.Parse(json);
            return SameJson(inner, document.RootElement);
        }

        var culture = CultureInfo.InvariantCulture;
        return actual switch
        {
            null => expected.ValueKind == JsonValueKind.Null,
            bool flag => expected.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
            int or long => expected.ValueKind == JsonValueKind.Number && Convert.ToDecimal(actual, culture) == expected.GetDecimal(),
            double number when expected.ValueKind == JsonValueKind.String => expected.GetString() == (double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "Infinity" : "-Infinity"),
            double number => expected.ValueKind == JsonValueKind.Number && IsClose(expected.GetDouble(), number),
            decimal number => expected.ValueKind == JsonValueKind.Number && IsClose(expected.GetDouble(), (double)number),
            _ when expected.ValueKind != JsonValueKind.String => false,
            Guid guid => Guid.Parse(expected.GetString()!) == guid,
            DateTime moment => DateTime.Parse(expected.GetString()!, culture, DateTimeStyles.AdjustToUniversal) == moment,
            TimeSpan span => TimeSpan.Parse(expected.GetString()!, culture) == span,
            _ => expected.GetString() == (string)actual,
        };
    }

    private static bool IsClose(double expected, double actual) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-9 * Math.Max(Math.Abs(expected), Math.Abs(actual));

    private static bool SameJson(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return false;
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Number => IsClose(expected.GetDouble(), actual.GetDouble()),
            JsonValueKind.String => expected.GetString() == actual.GetString(),
            JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength() && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(p => SameJson(p.First, p.Second)),
            JsonValueKind.Object => expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
                && expected.EnumerateObject().All(m => actual.TryGetProperty(m.Name, out var other) && SameJson(m.Value, other)),
            _ => true,
        };
    }
}
