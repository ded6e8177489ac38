using System.Globalization;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>Arrays.</content>
internal static partial class RuntimeCatalog
{
    private const int MaxElements = 1_048_576;

    private static void AddArrays(Action<string, RuntimeFunction> add)
    {
        add("array_length", a => Json.Array(a[0]) is { } items ? Text((long)items.Count) : null);
        add("array_concat", a => a.Select(Json.Array).OfType<List<string>>().ToList() is { Count: > 0 } arrays ? Json.Write(arrays.SelectMany(x => x)) : null);
        add("array_slice", a => Json.Array(a[0]) is { } items && Long(a[1]) is { } start && Long(a[2]) is { } end ? Json.Write(Slice(items, start, end)) : null);
        add("array_split", ArraySplit);
        add("array_reverse", a => Json.Array(a[0]) is { } items ? Json.Write(Enumerable.Reverse(items)) : null);
        add("array_index_of", ArrayIndexOf);
        add("array_rotate_left", a => Rotate(a, 1));
        add("array_rotate_right", a => Rotate(a, -1));
        add("array_shift_left", a => Shift(a, 1));
        add("array_shift_right", a => Shift(a, -1));
        add("array_iff", ArrayIff);
        add("array_sort", ArraySort);
        add("array_sort_certain", a => Text(IsOrderCertain(a[0] == "desc", Json.Array(a[1]) ?? [])));
        add("strcat_array", a => Json.Array(a[0]) is { } items ? string.Join(a[1], items.Select(i => TextOfDynamic(i))) : "");
        add("zip", a => a.Select(Json.Array).ToList() is var arrays && arrays.TrueForAll(x => x is not null)
            ? Json.Write(Enumerable.Range(0, arrays.Max(x => x!.Count)).Select(i => Json.Write(arrays.Select(x => i < x!.Count ? x[i] : "null")))) : null);
        add("repeat", a => Long(a[1]) is { } n and >= 0 ? Json.Write(Enumerable.Repeat(a[0] ?? "null", (int)Math.Min(n, MaxElements))) : null);
        add("range", RangeOf);
    }

    private static IEnumerable<string> Slice(List<string> items, long start, long end)
    {
        start = Math.Max(0, start < 0 ? start + items.Count : start);
        end = Math.Min(end < 0 ? end + items.Count : end, items.Count - 1);
        return items.Skip((int)Math.Min(start, items.Count)).Take((int)Math.Clamp(end - start + 1, 0, items.Count));
    }

    private static string? ArraySplit(string?[] a)
    {
        if (Json.Array(a[0]) is not { } items)
        {
            return null;
        }

        var indices = (Json.Array(a[1]) ?? [a[1] ?? "0"]).Select(i => (long)(Json.Number(i) ?? 0)).Select(i => Math.Clamp(i < 0 ? i + items.Count : i, 0, items.Count));
        var parts = new List<string>();
        long from = 0;
        foreach (var index in indices.Append(items.Count))
        {
            parts.Add(Json.Write(items.Skip((int)from).Take((int)Math.Max(0, index - from))));
            from = Math.Max(from, index);
        }

        return Json.Write(parts);
    }

    private static string? ArrayIndexOf(string?[] a)
    {
        if (Json.Array(a[0]) is not { } items)
        {
            return null;
        }

        var (start, end) = Window(items.Count, Long(At(a, 2)) ?? 0, a.Length > 3 ? Long(a[3]) ?? -1 : -1);
        var occurrence = a.Length > 4 ? Long(a[4]) ?? 1 : 1;
        for (var i = start; i < end; i++)
        {
            if (Same(items[i], a[1] ?? "null") && --occurrence == 0)
            {
                return Text((long)i);
            }
        }

        return "-1";
    }

    private static bool Same(string left, string right) =>
        left == right || (!left.StartsWith('"') && !right.StartsWith('"') && left is not ("true" or "false") && right is not ("true" or "false")
            && Json.Number(left) is { } x && Json.Number(right) is { } y && x.Equals(y));

    private static string? Rotate(string?[] a, int direction)
    {
        if (Json.Array(a[0]) is not { } items || Long(a[1]) is not { } count || items.Count == 0)
        {
            return a[0];
        }

        var shift = (int)(((count * direction % items.Count) + items.Count) % items.Count);
        return Json.Write(items.Skip(shift).Concat(items.Take(shift)));
    }

    private static string? Shift(string?[] a, int direction)
    {
        if (Json.Array(a[0]) is not { } items || Long(a[1]) is not { } count)
        {
            return null;
        }

        var filler = At(a, 2) ?? (items.Count > 0 && items.TrueForAll(i => i.StartsWith('"')) ? "\"\"" : "null");
        var shift = count * direction;
        return Json.Write(Enumerable.Range(0, items.Count).Select(i => i + shift >= 0 && i + shift < items.Count ? items[(int)(i + shift)] : filler));
    }

    private static string? ArrayIff(string?[] a)
    {
        if (Json.Array(a[0]) is not { } conditions)
        {
            return null;
        }

        var (yes, no) = (Json.Array(a[1]), Json.Array(a[2]));
        string Pick(List<string>? items, string? single, int i) => items is null ? single ?? "null" : i < items.Count ? items[i] : "null";
        return Json.Write(conditions.Select((c, i) => c switch
        {
            "true" => Pick(yes, a[1], i),
            "false" => Pick(no, a[2], i),
            _ when Json.Number(c) is { } number && !c.StartsWith('"') => number != 0 ? Pick(yes, a[1], i) : Pick(no, a[2], i),
            _ => "null",
        }));
    }

    /// <summary>Direction, which array to answer, whether nulls come last, and the arrays: all are sorted as the first is.</summary>
    private static string? ArraySort(string?[] a)
    {
        var arrays = a[3..].Select(Json.Array).ToList();
        if (arrays[0] is not { } keys || Long(a[1]) is not { } which || arrays[(int)which] is not { } wanted)
        {
            return null;
        }

        if (wanted.Count != keys.Count)
        {
            return null;
        }

        var (descending, nullsLast) = (a[0] == "desc", a[2] == "true");
        var order = Enumerable.Range(0, keys.Count).ToList();
        var comparer = Comparer<string>.Create(CompareElements);
        var sorted = order.Where(i => keys[i] != "null").ToList();
        sorted = descending ? [.. sorted.OrderByDescending(i => keys[i], comparer)] : [.. sorted.OrderBy(i => keys[i], comparer)];
        var nulls = order.Where(i => keys[i] == "null");
        return Json.Write((nullsLast ? sorted.Concat(nulls) : nulls.Concat(sorted)).Select(i => wanted[i]));
    }

    /// <summary>
    /// Whether the documentation says how the elements are sorted: numbers come before texts and those before all others. It does not say how
    /// others compare, nor whether the kinds turn round when they descend.
    /// </summary>
    private static bool IsOrderCertain(bool isDescending, List<string> elements)
    {
        var kinds = elements.Where(e => e != "null").Select(KindOf).ToList();
        return kinds.Count(k => k == 2) <= 1 && (!isDescending || kinds.Distinct().Count() <= 1);
    }

    private static int KindOf(string element) => element[0] switch
    {
        '-' or (>= '0' and <= '9') => 0,
        '"' => 1,
        _ => 2,
    };

    private static int CompareElements(string left, string right) => (KindOf(left), KindOf(right)) switch
    {
        (0, 0) => (Json.Number(left) ?? 0).CompareTo(Json.Number(right) ?? 0),
        (1, 1) when Span(left) is { } x && Span(right) is { } y => x.CompareTo(y),
        (1, 1) => string.CompareOrdinal(TextOfDynamic(left), TextOfDynamic(right)),
        var (x, y) => x.CompareTo(y),
    };

    /// <summary>A time span, which in JSON is a text of its full form; moments need no such care, as their form sorts as they do.</summary>
    private static long? Span(string element) =>
        TextOfDynamic(element) is { } text && TimeSpans.TryParse(text, out var ticks) && TimeSpans.Format(ticks) == text ? ticks : null;

    private static string? RangeOf(string?[] a)
    {
        var type = a[0];
        if (type is "real")
        {
            return Real(a[1]) is { } from && Real(a[2]) is { } to && Real(a[3]) is { } step && step != 0
                ? Json.Write(Steps((to - from) / step).Select(i => Json.Number(from + (i * step)))) : null;
        }

        if (Long(a[1]) is not { } start || Long(a[2]) is not { } end || Long(a[3]) is not { } width || width == 0)
        {
            return null;
        }

        var steps = (Int128)end - start;
        var count = steps / width * (steps >= 0 == width > 0 ? 1 : -1);
        count = steps != 0 && (steps > 0) != (width > 0) ? -1 : (Int128)Math.Min(MaxElements - 1, (double)(steps / width));
        return Json.Write(Enumerable.Range(0, (int)(count + 1)).Select(i => Axis(type!, start + (i * width))));
    }

    private static IEnumerable<int> Steps(double count) => count < 0 || double.IsNaN(count) ? [] : Enumerable.Range(0, (int)Math.Min(MaxElements, Math.Floor(count + 1e-9) + 1));

    private static string Axis(string type, long value) => type switch
    {
        "datetime" => Json.Text(DateTimes.Format(value)),
        "timespan" => Json.Text(TimeSpans.Format(value)),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
