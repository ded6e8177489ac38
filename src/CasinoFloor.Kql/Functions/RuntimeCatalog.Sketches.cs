namespace CasinoFloor.Kql.Functions;

/// <content>States of hll() and tdigest().</content>
internal static partial class RuntimeCatalog
{
    private static void AddSketches(Action<string, RuntimeFunction> add)
    {
        add("merge_sketches", a => Sketches.Merge(a[0] == "set", a.Skip(1)));
        add("dcount_hll", a => Text((long?)Sketches.Values(a[0])?.Count));
        add("percentile_tdigest", a => Sketches.Numbers(a[0]) is { } numbers && Real(a[1]) is { } percentage ? Sketches.Percentile(numbers, percentage) : null);
        add("percentiles_array_tdigest", a => Sketches.Numbers(a[0]) is { } numbers
            ? Json.Write(a.Skip(1).SelectMany(p => Json.Array(p) ?? [p ?? "null"]).Select(p => Json.Number(p) is { } percentage ? Sketches.Percentile(numbers, percentage) ?? "null" : "null")) : null);
        add("rank_tdigest", a => Sketches.Numbers(a[0]) is { } numbers && Real(a[1]) is { } value ? Text((double)Sketches.Rank(numbers, value)) : null);
        add("percentrank_tdigest", a => Sketches.Numbers(a[0]) is { } numbers && Real(a[1]) is { } value
            ? Text(100.0 * Sketches.Rank(numbers, value) / numbers.Sum(n => n.Weight)) : null);
    }
}
