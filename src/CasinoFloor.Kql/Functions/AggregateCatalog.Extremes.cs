using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Smallest and largest values, and the rows they stand in.</content>
internal static partial class AggregateCatalog
{
    private static void AddExtremes(Action<AggregateFunction> add, Action<AggregateFunction, string, int> addWithIf)
    {
        foreach (var name in new[] { "min", "max" })
        {
            addWithIf(new(name, "o", a => a[0].Type, (e, a, t) => Extreme(e, a, t, name)) { KeepsForm = true }, name + "if", 1);
            add(new("arg_" + name, "ox?*", a => a[0].Type, (e, a, t) => ArgumentOf(e, a, t, name)) { KeepsForm = true, Prefix = "" });
        }

        addWithIf(new("take_any", "x*", a => a[0].Type, AnyValue) { KeepsForm = true, Prefix = "" }, "take_anyif", 1);
        addWithIf(new("any", "x*", a => a[0].Type, AnyValue) { KeepsForm = true }, "anyif", 1);
        add(ByName("take_anyif") with { Parameters = "xb" });
        add(ByName("anyif") with { Parameters = "xb" });

        AggregateFunction ByName(string name) => new(name, "xb", a => a[0].Type, AnyValue) { KeepsForm = true, Predicate = 1, Prefix = name == "anyif" ? "anyif_" : "" };
    }

    private static string Extreme(Emitter e, BoundAggregate a, bool timestamp, string name)
    {
        var value = e.Kept(a, Value(e, a.Arguments[0], timestamp));
        switch (a.Type)
        {
            case KqlType.Real when name == "min":
                // NaN wins in both directions; DuckDB has it largest.
                return $"(CASE WHEN isnan(max({value})) THEN CAST('nan' AS DOUBLE) ELSE min({value}) END)";
            case KqlType.Bool:
                return $"({(name == "min" ? "bool_and" : "bool_or")}({value}))";
            case KqlType.String:
                return $"coalesce({name}({value}), '')";
            default:
                return $"{name}({value})";
        }
    }

    private static string AnyValue(Emitter e, BoundAggregate a, bool timestamp)
    {
        var sql = $"any_value({e.Kept(a, Value(e, a.Arguments[a.Part], timestamp))})";
        return a.Type == KqlType.String ? $"coalesce({sql}, '')" : sql;
    }

    /// <summary>The parts of the row with the extreme; a group whose values are all null keeps any of its rows.</summary>
    private static string ArgumentOf(Emitter e, BoundAggregate a, bool timestamp, string name)
    {
        var first = a.Arguments[0];
        if (a.Part == 0 && a.Type != KqlType.String)
        {
            return $"{name}({Value(e, first, timestamp)})";
        }

        // Moments and their ticks have the same order; only the moments are there already.
        var key = e.Timestamp(first) ?? e.Sql(first);
        var value = Value(e, a.Arguments[a.Part], timestamp);
        var found = $"arg_{name}_null({value}, {key})";
        var part = first is BoundColumn { Column.Sql: var column } && e.NeverNull.Contains(column)
            ? found
            : e.Checked($"(CASE WHEN {name}({key}) IS NULL THEN first({value}) ELSE {found} END)");
        return a.Type == KqlType.String ? $"coalesce({part}, '')" : part;
    }
}
