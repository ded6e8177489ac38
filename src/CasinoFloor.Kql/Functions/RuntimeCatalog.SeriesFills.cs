using System.Globalization;

namespace CasinoFloor.Kql.Functions;

/// <content>Filling of gaps, and filters.</content>
internal static partial class RuntimeCatalog
{
    private static void AddSeriesFills(Action<string, RuntimeFunction> add)
    {
        add("series_fill_const", a => Json.Array(a[0]) is { } items ? Json.Write(items.Select(i => IsMissing(i, At(a, 2)) ? a[1] ?? "null" : i)) : null);
        add("series_fill_forward", a => Json.Array(a[0]) is { } items ? Json.Write(Forward(items, At(a, 1))) : null);
        add("series_fill_backward", a => Json.Array(a[0]) is { } items ? Json.Write(Forward(Enumerable.Reverse(items), At(a, 1)).Reverse()) : null);
        add("series_fill_linear", FillLinear);
        add("series_fir", Fir);
        add("series_iir", Iir);
    }

    private static bool IsMissing(string item, string? placeholder) =>
        item == "null" || (placeholder is not (null or "null") && Same(item, placeholder));

    private static IEnumerable<string> Forward(IEnumerable<string> items, string? placeholder)
    {
        var last = (string?)null;
        foreach (var item in items)
        {
            last = IsMissing(item, placeholder) ? last : item;
            yield return IsMissing(item, placeholder) ? last ?? item : item;
        }
    }

    /// <summary>Series, placeholder, whether edges are filled, what stands in a series without any value.</summary>
    private static string? FillLinear(string?[] a)
    {
        if (Json.Array(a[0]) is not { } items)
        {
            return null;
        }

        var fillEdges = At(a, 2) != "false";
        var known = Enumerable.Range(0, items.Count).Where(i => !IsMissing(items[i], At(a, 1)) && Json.Number(items[i]) is not null).ToList();
        if (known.Count == 0)
        {
            return Json.Write(items.Select(_ => At(a, 3) is { } constant and not "null" ? constant : "0.0"));
        }

        var isWhole = known.TrueForAll(i => Json.IsInteger(items[i]));
        var result = items.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            if (!IsMissing(items[i], At(a, 1)))
            {
                continue;
            }

            var (before, after) = (known.FindLastIndex(k => k < i), known.FindIndex(k => k > i));
            if (before < 0 || after < 0)
            {
                result[i] = fillEdges ? items[known[before < 0 ? after : before]] : "null";
                continue;
            }

            var (from, to) = (known[before], known[after]);
            var (x, y) = (Json.Number(items[from])!.Value, Json.Number(items[to])!.Value);
            var value = x + ((y - x) * (i - from) / (to - from));
            result[i] = isWhole ? ((long)value).ToString(CultureInfo.InvariantCulture) : Json.Number(value);
        }

        return Json.Write(result);
    }

    /// <summary>Series, filter, whether the filter is made to add up to 1, whether it is centred.</summary>
    private static string? Fir(string?[] a)
    {
        if (Numbers(a[0]) is not { } series || Numbers(a[1]) is not { } filter || filter.Contains(null))
        {
            return null;
        }

        var sum = filter.Sum() ?? 0;
        var normalizes = At(a, 2) is { } given ? given == "true" : filter.TrueForAll(f => f >= 0);
        var scale = normalizes && sum != 0 ? sum : 1;
        var shift = At(a, 3) == "true" ? filter.Count / 2 : 0;
        return Json.Write(Enumerable.Range(0, series.Count).Select(i =>
        {
            double value = 0;
            for (var k = 0; k < filter.Count; k++)
            {
                var at = i + shift - k;
                value += at >= 0 && at < series.Count ? (series[at] ?? 0) * filter[k]!.Value / scale : 0;
            }

            return Json.Number(value);
        }));
    }

    private static string? Iir(string?[] a)
    {
        if (Numbers(a[0]) is not { } x || Numbers(a[1]) is not { Count: > 0 } b || Numbers(a[2]) is not { Count: > 0 } d || d[0] is null or 0)
        {
            return null;
        }

        var y = new double[x.Count];
        for (var i = 0; i < y.Length; i++)
        {
            double value = 0;
            for (var k = 0; k < b.Count && k <= i; k++)
            {
                value += (b[k] ?? 0) * (x[i - k] ?? 0);
            }

            for (var k = 1; k < d.Count && k <= i; k++)
            {
                value -= (d[k] ?? 0) * y[i - k];
            }

            y[i] = value / d[0]!.Value;
        }

        return Json.Write(y.Select(Json.Number));
    }
}
