using System.Globalization;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Percentiles by nearest rank; with weights they are worked out from the collected values.</content>
internal static partial class AggregateCatalog
{
    private static void AddPercentiles(Action<AggregateFunction> add)
    {
        foreach (var name in new[] { "percentile", "percentiles", "percentiles_array", "percentilew", "percentilesw", "percentilesw_array" })
        {
            var isArray = name.EndsWith("_array", StringComparison.Ordinal);
            var weighted = name.Contains('w', StringComparison.Ordinal);
            add(new(name, weighted ? "olx*" : "ox*", a => isArray ? KqlType.Dynamic : PercentileType(a[0].Type), (e, a, _) => Percentile(e, a, weighted, isArray)));
        }
    }

    public static bool IsPercentile(string name) => name.StartsWith("percentile", StringComparison.Ordinal);

    /// <summary>The percentages of a call, from 0 to 100.</summary>
    public static List<double> Percentages(IEnumerable<Bound> arguments)
    {
        var result = new List<double>();
        foreach (var argument in arguments)
        {
            var values = argument switch
            {
                BoundLiteral { Value: long number } => [number],
                BoundLiteral { Value: double number } => [number],
                BoundLiteral { Value: decimal number } => [(double)number],
                BoundLiteral { Type: KqlType.Dynamic, Value: string json } => DynamicAccess.TextElements(json).Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out var number)
                    ? number : throw KqlFailure.Semantic("A percentile is a number.", argument.Span)).ToArray(),
                _ => throw KqlFailure.Unsupported("a percentile that is not a constant", argument.Span),
            };
            foreach (var value in values)
            {
                result.Add(value is >= 0 and <= 100 ? value : throw KqlFailure.Semantic("A percentile is from 0 to 100.", argument.Span));
            }
        }

        return result;
    }

    private static KqlType PercentileType(KqlType type) => type switch
    {
        KqlType.Int => KqlType.Long,
        KqlType.Decimal => KqlType.Real,
        _ => type,
    };

    private static string Percentile(Emitter e, BoundAggregate a, bool weighted, bool isArray)
    {
        var argument = a.Arguments[0];
        var percentages = Percentages(a.Arguments.Skip(weighted ? 2 : 1));
        var type = PercentileType(argument.Type);
        string One(double percentage)
        {
            var fraction = (percentage / 100).ToString("R", CultureInfo.InvariantCulture);
            if (weighted)
            {
                var pairs = $"string_agg(CAST({e.Sql(argument)} AS VARCHAR) || ' ' || CAST({e.Sql(a.Arguments[1])} AS VARCHAR), ',')";
                return e.Udf("weighted_percentile", type, $"{pairs}{e.FilterClause(a, $"{e.Sql(argument)} IS NOT NULL")}", fraction);
            }

            return $"CAST(quantile_disc({e.Sql(argument)}, {fraction}){e.FilterClause(a)} AS {Emitter.TypeName(type)})";
        }

        if (!isArray)
        {
            return One(percentages[a.Part]);
        }

        var parts = percentages.Select(p => type switch
        {
            KqlType.DateTime => $"'\"' || {e.Udf("text_of_datetime", KqlType.Dynamic, One(p))} || '\"'",
            KqlType.TimeSpan => $"'\"' || {e.Udf("text_of_timespan", KqlType.Dynamic, One(p))} || '\"'",
            KqlType.Real => e.Udf("json_of_real", KqlType.Dynamic, One(p)),
            _ => $"CAST(to_json({One(p)}) AS VARCHAR)",
        });
        return e.Checked($"('[' || concat_ws(',', {string.Join(", ", parts.Select(p => $"coalesce({p}, 'null')"))}) || ']')");
    }
}
