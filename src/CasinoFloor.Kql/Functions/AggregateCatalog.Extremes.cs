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
        var value = Value(e, a.Arguments[0], timestamp);
        var filter = e.FilterClause(a);
        switch (a.Type)
        {
            case KqlType.Real when name == "min":
                // NaN wins in both directions; DuckDB has it largest.
                return $"(CASE WHEN isnan(max({value}){filter}) THEN CAST('nan' AS DOUBLE) ELSE min({value}){filter} END)";
            case KqlType.Bool:
                return $"({(name == "min" ? "bool_and" : "bool_or")}({value}){filter})";
            case KqlType.String:
                return $"coalesce({name}({value}){filter}, '')";
            default:
                return $"{name}({value}){filter}";
        }
    }

    private static string AnyValue(Emitter e, BoundAggregate a, bool timestamp)
    {
        var sql = $"any_value({Value(e, a.Arguments[a.Part], timestamp)}){e.FilterClause(a)}";
        return a.Type == KqlType.String ? $"coalesce({sql}, '')" : sql;
    }

    /// <summary>The parts of the row with the extreme; a group whose values are all null keeps any of its rows.</summary>
    private static string ArgumentOf(Emitter e, BoundAggregate a, bool timestamp, string name)
    {
        var key = Value(e, a.Arguments[0], timestamp && a.Arguments[0].Type == KqlType.DateTime && e.Timestamp(a.Arguments[0]) is not null);
        var value = Value(e, a.Arguments[a.Part], timestamp);
        var part = e.Checked(a.Part == 0 && a.Type != KqlType.String
            ? $"{name}({key})"
            : $"(CASE WHEN {name}({key}) IS NULL THEN first({value}) ELSE arg_{name}_null({value}, {key}) END)");
        return a.Type == KqlType.String ? $"coalesce({part}, '')" : part;
    }
}
