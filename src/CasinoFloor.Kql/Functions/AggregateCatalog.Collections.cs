using System.Globalization;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Aggregates that collect values into arrays and bags.</content>
internal static partial class AggregateCatalog
{
    private const int MaxElements = 1_048_576;

    /// <summary>The elements that the old names of these functions keep when the query gives no number.</summary>
    private const int OldMaxElements = 128;

    private static void AddCollections(Action<AggregateFunction> add, Action<AggregateFunction, string, int> addWithIf)
    {
        foreach (var name in new[] { "make_list", "makelist" })
        {
            addWithIf(new(name, "xl?", _ => KqlType.Dynamic, (e, a, _) => Collect(e, a, "list", false)) { Prefix = "list_" }, name + "_if", 1);
        }

        add(new("make_list_with_nulls", "x", _ => KqlType.Dynamic, (e, a, _) => Collect(e, a, "list", true)) { Prefix = "list_" });
        foreach (var name in new[] { "make_set", "makeset" })
        {
            addWithIf(new(name, "xl?", _ => KqlType.Dynamic, (e, a, _) => Collect(e, a, "set", false)) { Prefix = "set_" }, name + "_if", 1);
        }

        add(new("buildschema", "d", _ => KqlType.Dynamic, (e, a, _) => Schema(e, a)) { Prefix = "schema_" });
        addWithIf(new("make_bag", "dl?", _ => KqlType.Dynamic, (e, a, _) => Collect(e, a, "bag", false)) { Prefix = "bag_" }, "make_bag_if", 1);
        addWithIf(new("make_dictionary", "dl?", _ => KqlType.Dynamic, (e, a, _) => Collect(e, a, "bag", false)) { Prefix = "dictionary_" }, "make_dictionary_if", 1);
    }

    private static string Schema(Emitter e, BoundAggregate a)
    {
        var json = e.Json(a.Arguments[0]);
        var all = $"('[' || string_agg({json}, ','{Emitter.OrderBy(e.InputOrder)}){e.FilterClause(a)} || ']')";
        return e.Checked($"coalesce({e.Udf("build_schema", KqlType.Dynamic, all)}, CAST({Emitter.Refuse("buildschema() of nulls or of an empty array or bag", a.Span)} AS VARCHAR))");
    }

    private static string Collect(Emitter e, BoundAggregate a, string kind, bool withNulls)
    {
        var argument = a.Arguments[0];
        var limit = a.Arguments.Count > 1
            ? a.Arguments[1] is BoundLiteral { Value: long given } ? Math.Clamp(given, 0, MaxElements) : throw KqlFailure.Unsupported(a.Function.Name + " with a computed size", a.Arguments[1].Span)
            : a.Function.Name is "makelist" or "makelist_if" or "makeset" or "makeset_if" or "make_dictionary" or "make_dictionary_if" ? OldMaxElements : MaxElements;
        var json = e.Json(argument);
        var filter = e.FilterClause(a, withNulls || argument.Type == KqlType.String ? null : $"{e.Sql(argument)} IS NOT NULL");
        var order = Emitter.OrderBy(e.InputOrder);
        var items = withNulls ? $"coalesce({json}, 'null')" : json;
        var flattens = argument.Type == KqlType.Dynamic && !withNulls && kind != "bag";
        var limitText = limit.ToString(CultureInfo.InvariantCulture);
        if (kind == "set" && order.Length == 0 && !flattens && limit == MaxElements)
        {
            var different = $"('[' || coalesce(string_agg(DISTINCT {items}, ','){filter}, '') || ']')";
            return Bounded(e, different, "collect_set", limitText);
        }

        var all = $"('[' || coalesce(string_agg({items}, ','{order}){filter}, '') || ']')";
        return kind switch
        {
            "bag" => e.Udf("collect_bag", KqlType.Dynamic, all, limitText),
            "set" => e.Udf("collect_set", KqlType.Dynamic, all, limitText),
            _ when flattens || limit != MaxElements => e.Udf("collect_list", KqlType.Dynamic, all, limitText, flattens ? "'f'" : "''"),
            _ => Bounded(e, all, "collect_list", limitText, "''"),
        };
    }

    /// <summary>An array that is cut by a function of the runtime only where so many rows are in it: most are short, and need no look at their elements.</summary>
    private static string Bounded(Emitter e, string array, string function, params string[] arguments) =>
        e.Checked($"(CASE WHEN count(*) > {MaxElements} THEN {e.Udf(function, KqlType.Dynamic, [array, .. arguments])} ELSE {array} END)");
}
