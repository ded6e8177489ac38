using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Counts, sums, means and spreads.</content>
internal static partial class AggregateCatalog
{
    private static void AddNumeric(Action<AggregateFunction> add, Action<AggregateFunction, string, int> addWithIf)
    {
        // The engine counts all rows whatever the argument is.
        add(new("count", "x?", _ => KqlType.Long, (e, a, _) => $"count(*){e.FilterClause(a)}"));
        add(new("countif", "b", _ => KqlType.Long, (e, a, _) => $"count(*) FILTER (WHERE {e.Filter(a.Arguments[0])})"));
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
        var sum = $"coalesce(sum({e.Sql(a.Arguments[0])}){e.FilterClause(a)}, 0)";
        return a.Type switch
        {
            KqlType.Long or KqlType.TimeSpan => e.WrapsOverflow ? Arithmetic.Wrap($"CAST({sum} AS HUGEINT)") : $"CAST({sum} AS BIGINT)",
            KqlType.Decimal => sum,
            _ => $"CAST({sum} AS DOUBLE)",
        };
    }

    private static string Average(Emitter e, BoundAggregate a, bool timestamp)
    {
        var average = $"avg({e.Sql(a.Arguments[0])}){e.FilterClause(a)}";
        return a.Type switch
        {
            KqlType.Real => $"coalesce({average}, CAST('nan' AS DOUBLE))",
            KqlType.Decimal => $"CAST({average} AS {Emitter.TypeName(KqlType.Decimal)})",

            // Ticks are too large for the double that avg() answers.
            _ => $"CAST(sum({e.Sql(a.Arguments[0])}){e.FilterClause(a)} // count({e.Sql(a.Arguments[0])}){e.FilterClause(a)} AS BIGINT)",
        };
    }

    private static AggregateFunction Spread(string name, string function) => new(
        name, "u", _ => KqlType.Real, (e, a, _) => $"coalesce({function}(CAST({e.Sql(a.Arguments[0])} AS DOUBLE)){e.FilterClause(a)}, 0.0::DOUBLE)");

    private static AggregateFunction Pair(string name, string function) => new(
        name, "rr", _ => KqlType.Real, (e, a, _) => $"coalesce({function}(CAST({e.Sql(a.Arguments[0])} AS DOUBLE), CAST({e.Sql(a.Arguments[1])} AS DOUBLE)){e.FilterClause(a)}, 0.0::DOUBLE)");
}
