using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <content>What whole columns of values need, in their order.</content>
internal static partial class RuntimeCatalog
{
    private static void AddWindows(Action<string, RuntimeFunction> add)
    {
        add("session_starts", a => a[0] is null ? null : SessionStarts(a[0]!, Long(a[1]), Long(a[2])));
        add("has_list", HasList);
    }

    /// <summary>
    /// The start of the session each value belongs to, as the documentation of <c>row_window_session()</c> says it.
    /// </summary>
    /// <param name="values">Values in order, separated by commas: ticks, or nothing for null; an <c>r</c> behind one starts a session with it.</param>
    /// <param name="fromFirst">The distance from a session's first value at which the next begins, in ticks.</param>
    /// <param name="fromNeighbour">The distance from a value to the next at which the next session begins, in ticks.</param>
    private static string SessionStarts(string values, long? fromFirst, long? fromNeighbour)
    {
        var result = new StringBuilder(values.Length);
        long? start = null, previous = null;
        foreach (var range in values.AsSpan().Split(','))
        {
            var text = values.AsSpan(range);
            var restarts = text.EndsWith("r");
            long? value = long.TryParse(restarts ? text[..^1] : text, out var ticks) ? ticks : null;
            if (value is null || start is null || previous is null || restarts || value >= start + fromFirst || value >= previous + fromNeighbour)
            {
                start = value;
            }

            previous = value;
            result.Append(result.Length == 0 && range.Start.Value == 0 ? "" : ",").Append(start);
        }

        return result.ToString();
    }

    /// <summary>Text, a JSON array of terms, and <c>any</c> or <c>all</c>: whether the text has them.</summary>
    private static string? HasList(string?[] a)
    {
        bool Has(string term) => HasTerm(a[0]!, TextOfDynamic(term) ?? "", "has", StringComparison.OrdinalIgnoreCase);
        return Json.Array(a[1]) is not { } terms ? Text(false) : Text(a[2] == "any" ? terms.Exists(Has) : terms.TrueForAll(Has));
    }
}
