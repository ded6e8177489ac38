namespace CasinoFloor.Kql.Functions;

/// <content>Arrays as sets: elements are equal when their JSON is; the first of equal ones stays.</content>
internal static partial class RuntimeCatalog
{
    private static void AddSets(Action<string, RuntimeFunction> add)
    {
        add("set_union", a => Sets(a, all => all.SelectMany(x => x).Distinct()));
        add("set_intersect", a => Sets(a, all => all.Aggregate<IEnumerable<string>>((x, y) => x.Intersect(y)).Distinct()));
        add("set_difference", a => Sets(a, all => all.Aggregate<IEnumerable<string>>((x, y) => x.Except(y)).Distinct()));
        add("set_equals", a => Json.Array(a[0]) is { } x && Json.Array(a[1]) is { } y ? Text(x.ToHashSet().SetEquals(y)) : null);
        add("set_has_element", a => Json.Array(a[0]) is { } items ? Text(items.Exists(i => Same(i, a[1] ?? "null"))) : null);
        add("jaccard_index", a => Json.Array(a[0]) is { } x && Json.Array(a[1]) is { } y ? Text(x.Intersect(y).Count() / (double)x.Union(y).Count()) : null);
    }

    private static string? Sets(string?[] a, Func<List<List<string>>, IEnumerable<string>> combine)
    {
        var arrays = a.Select(Json.Array).ToList();
        return arrays.Exists(x => x is null) ? null : Json.Write(combine(arrays!));
    }
}
