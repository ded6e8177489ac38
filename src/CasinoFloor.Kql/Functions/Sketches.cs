using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The state of hll() or tdigest(): a bag with one member, whose name no data has, and in it the values. Those of hll() are different ones,
/// those of tdigest() pairs of a number and its weight.
/// </summary>
internal static class Sketches
{
    /// <summary>The name of the member; by it a result that would show a state is found.</summary>
    public const string Mark = "␞kql-state";

    public const string Open = "{\"" + Mark + "\":[";

    public const string Close = "]}";

    /// <summary>The values of a state as JSON texts; null for what is no state.</summary>
    public static List<string>? Values(string? state) =>
        Json.Parse(state) is { ValueKind: JsonValueKind.Object } bag && bag.TryGetProperty(Mark, out var values) ? [.. values.EnumerateArray().Select(v => v.GetRawText())] : null;

    /// <summary>One state of several arrays of states; null when there is none.</summary>
    public static string? Merge(bool isSet, IEnumerable<string?> arrays)
    {
        var states = arrays.SelectMany(a => Json.Array(a) ?? []).Select(Values).OfType<List<string>>().ToList();
        if (states.Count == 0)
        {
            return null;
        }

        var values = states.SelectMany(v => v);
        return Open + string.Join(',', isSet ? values.Distinct() : values) + Close;
    }

    /// <summary>The numbers of a tdigest() state with their weights, from the least; null for what is no such state.</summary>
    public static List<(string Text, double Number, long Weight)>? Numbers(string? state)
    {
        var result = new List<(string Text, double Number, long Weight)>();
        foreach (var value in Values(state) ?? [])
        {
            if (Json.Array(value) is not [var text, var weight] || Json.Number(text) is not { } number || !long.TryParse(weight, out var count))
            {
                return null;
            }

            result.Add((text, number, count));
        }

        return result.Count == 0 ? null : [.. result.OrderBy(v => v.Number)];
    }

    /// <summary>The number at a percentage of 0 to 100 by nearest rank, as JSON.</summary>
    public static string? Percentile(List<(string Text, double Number, long Weight)> numbers, double percentage)
    {
        var total = numbers.Sum(n => n.Weight);
        var rank = Math.Max(1, Math.Ceiling(percentage / 100 * total));
        var seen = 0L;
        return numbers.FirstOrDefault(n => (seen += n.Weight) >= rank).Text;
    }

    /// <summary>How many numbers do not exceed a value.</summary>
    public static long Rank(List<(string Text, double Number, long Weight)> numbers, double value) => numbers.Where(n => n.Number <= value).Sum(n => n.Weight);
}
