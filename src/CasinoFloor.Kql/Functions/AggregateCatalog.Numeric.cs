using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Counts, sums, means and spreads.</content>
internal static partial class AggregateCatalog
{
    private static void AddNumeric(Action<AggregateFunction> add, Action<AggregateFunction, string, int> addWithIf)
    {
        // The engine counts all rows whatever the argument is.
        add(new("count", "x?", _ => KqlType.Long, (e, a, _) => a.Filter is null ? "count(*)" : $"count({e.Kept(a, "1")})"));
        add(new("countif", "b", _ => KqlType.Long, (e, a, _) => $"count(CASE WHEN {e.Filter(a.Arguments[0])} THEN 1 END)"));
        addWithIf(new("dcount", "xl?", _ => KqlType.Long, CountDistinct), "dcountif", 1);
        addWithIf(new("count_distinct", "x", _ => KqlType.Long, CountDistinct), "count_distinctif", 1);
        addWithIf(new("sum", "u", a => a[0].Type == KqlType.Int ? KqlType.Long : a[0].Type, Sum), "sumif", 1);
        addWithIf(new("avg", "u", a => a[0].Type is KqlType.Int or KqlType.Long ? KqlType.Real : a[0].Type, Average), "avgif", 1);
        addWithIf(Spread("stdev", "stddev_samp"), "stdevif", 1);
        addWithIf(Spread("stdevp", "stddev_pop"), "stdevpif", 1);
        addWithIf(Spread("variance", "var_samp"), "varianceif", 1);
        addWithIf(Spread("variancep", "var_pop"), "variancepif", 1);
        addWithIf(Pair("covariance", "covar_samp"), "covarianceif", 2);
        addWithIf(Pair("covariancep", "covar_pop"), "covariancepif", 2);
        foreach (var (name, function) in new[] { ("binary_all_and", "bit_and"), ("binary_all_or", "bit_or"), ("binary_all_xor", "bit_xor") })
        {
            add(new(name, "l", a => a[0].Type, (e, a, _) => $"{function}({e.Sql(a.Arguments[0])}){e.FilterClause(a)}") { Prefix = "" });
        }
    }

    private static string CountDistinct(Emitter e, BoundAggregate a, bool timestamp) =>
        $"count(DISTINCT {(a.Arguments[0].Type == KqlType.DateTime ? e.Timestamp(a.Arguments[0]) ?? e.Sql(a.Arguments[0]) : e.Sql(a.Arguments[0]))}){e.FilterClause(a)}";

    private static string Sum(Emitter e, BoundAggregate a, bool timestamp)
    {
        // DuckDB gives nothing but nulls of some decimals a type of its own.
        var zero = a.Type == KqlType.Decimal ? "CAST(0 AS DECIMAL(1, 0))" : "0";
        var sum = $"coalesce(sum({e.Kept(a, e.Sql(a.Arguments[0]))}), {zero})";
        return a.Type switch
        {
            KqlType.Long or KqlType.TimeSpan => e.WrapsOverflow ? Arithmetic.Wrap($"CAST({sum} AS HUGEINT)") : $"CAST({sum} AS BIGINT)",
            _ => sum,
        };
    }

    private static string Average(Emitter e, BoundAggregate a, bool timestamp)
    {
        var value = e.Kept(a, e.Sql(a.Arguments[0]));
        var average = $"avg({value})";
        return a.Type switch
        {
            KqlType.Real => $"coalesce({average}, CAST('nan' AS DOUBLE))",

            // These are too large or too exact for the double that avg() answers.
            KqlType.Decimal => e.Udf("decimal_divide", KqlType.Decimal, $"sum({value})", $"count({value})"),
            _ => $"CAST(sum({value}) // count({value}) AS BIGINT)",
        };
    }

    private static AggregateFunction Spread(string name, string function) => new(name, "u", _ => KqlType.Real, (e, a, _) => Spread(e, a, function, [a.Arguments[0]]));

    private static AggregateFunction Pair(string name, string function) => new(name, "rr", _ => KqlType.Real, (e, a, _) => Spread(e, a, function, a.Arguments));

    /// <summary>A spread; NaN where a number is not finite, for which DuckDB raises an error.</summary>
    private static string Spread(Emitter e, BoundAggregate a, string function, IReadOnlyList<Bound> arguments)
    {
        var values = arguments.Select(x => $"CAST({e.Sql(x)} AS DOUBLE)").ToList();
        if (arguments.All(x => x.Type != KqlType.Real))
        {
            return $"coalesce({function}({string.Join(", ", values)}){e.FilterClause(a)}, 0.0::DOUBLE)";
        }

        var isFinite = string.Join(" AND ", values.Select(v => $"isfinite({v})"));
        var spread = e.WrapsOverflow ? LargeSpread(e, a, function, values, isFinite) : $"{function}({string.Join(", ", values)}){e.FilterClause(a, isFinite)}";
        return e.Checked($"(CASE WHEN coalesce(bool_and({isFinite}){e.FilterClause(a)}, true) THEN coalesce({spread}, 0.0::DOUBLE) ELSE CAST('nan' AS DOUBLE) END)");
    }

    /// <summary>A spread of numbers whose squares may not fit into a double, for which DuckDB raises an error: large ones are taken on a smaller scale.</summary>
    private static string LargeSpread(Emitter e, BoundAggregate a, string function, List<string> values, string isFinite)
    {
        var areSmall = string.Join(" AND ", values.Select(v => $"abs({v}) <= 1e150"));
        var small = $"{function}({string.Join(", ", values)}){e.FilterClause(a, areSmall)}";
        var large = $"{function}({string.Join(", ", values.Select(v => $"{v} * 1e-160::DOUBLE"))}){e.FilterClause(a, isFinite)}";
        var scale = function.StartsWith("stddev", StringComparison.Ordinal) ? "1e160::DOUBLE" : "1e160::DOUBLE * 1e160::DOUBLE";
        return e.Checked($"CASE WHEN coalesce(bool_and({areSmall}){e.FilterClause(a)}, true) THEN {small} ELSE {large} * {scale} END");
    }
}
