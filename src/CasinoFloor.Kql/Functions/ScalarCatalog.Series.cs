using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Functions;

/// <content>Series: numeric arrays. All are worked out by the runtime.</content>
internal static partial class ScalarCatalog
{
    private static void AddSeries(Action<ScalarFunction> add)
    {
        const ResultNaming First = ResultNaming.FirstArgument;
        foreach (var name in new[] { "add", "subtract", "multiply", "divide", "pow", "greater", "greater_equals", "less", "less_equals", "equals", "not_equals" })
        {
            add(Native("series_" + name, "xx", KqlType.Dynamic, (e, c) => e.Udf("series_binary", KqlType.Dynamic, $"'{name}'", e.Json(c.Arguments[0]), e.Json(c.Arguments[1]))));
        }

        foreach (var name in new[] { "abs", "sign", "exp", "log", "sin", "cos", "tan", "asin", "acos", "atan", "floor", "ceiling" })
        {
            add(Native("series_" + name, "d", KqlType.Dynamic, (e, c) => e.Udf("series_unary", KqlType.Dynamic, $"'{name}'", e.Sql(c.Arguments[0]))));
        }

        add(Runtime("series_fill_const", "djj?", KqlType.Dynamic, First));
        add(Runtime("series_fill_forward", "dj?", KqlType.Dynamic, First));
        add(Runtime("series_fill_backward", "dj?", KqlType.Dynamic, First));
        add(Runtime("series_fill_linear", "dj?bj", KqlType.Dynamic, First));
        add(Runtime("series_fir", "ddb?b", KqlType.Dynamic, First));
        add(Runtime("series_iir", "ddd", KqlType.Dynamic, First));
        add(Runtime("series_outliers", "ds?jrrl", KqlType.Dynamic, First));
        add(Runtime("series_sum", "d", KqlType.Real));
        add(Runtime("array_sum", "d", KqlType.Real));
        add(Runtime("series_product", "d", KqlType.Real));
        add(Runtime("series_magnitude", "d", KqlType.Real));
        add(Native("series_dot_product", "xx", KqlType.Real, (e, c) => e.Udf("series_dot_product", KqlType.Real, e.Json(c.Arguments[0]), e.Json(c.Arguments[1]))));
        add(Runtime("series_pearson_correlation", "dd", KqlType.Real));
        add(Runtime("series_cosine_similarity", "ddr?r", KqlType.Real));
        AddTuple("series_stats", "db?", ("min", KqlType.Real), ("min_idx", KqlType.Long), ("max", KqlType.Real), ("max_idx", KqlType.Long), ("avg", KqlType.Real), ("stdev", KqlType.Real), ("variance", KqlType.Real));
        AddTuple("series_fit_line", "d", ("rsquare", KqlType.Real), ("slope", KqlType.Real), ("variance", KqlType.Real), ("rvariance", KqlType.Real), ("interception", KqlType.Real), ("line_fit", KqlType.Dynamic));
        AddTuple("series_decompose", "dl?slr", ("baseline", KqlType.Dynamic), ("seasonal", KqlType.Dynamic), ("trend", KqlType.Dynamic), ("residual", KqlType.Dynamic));
        AddTuple("series_decompose_anomalies", "dr?lslsr", ("ad_flag", KqlType.Dynamic), ("ad_score", KqlType.Dynamic), ("baseline", KqlType.Dynamic));
        AddTuple("series_fit_poly", "dd?l", ("rsquare", KqlType.Real), ("coefficients", KqlType.Dynamic), ("variance", KqlType.Real), ("rvariance", KqlType.Real), ("poly_fit", KqlType.Dynamic));
        AddTuple("series_fft", "dd?", ("real", KqlType.Dynamic), ("imag", KqlType.Dynamic));
        AddTuple("series_ifft", "dd?", ("real", KqlType.Dynamic), ("imag", KqlType.Dynamic));
        add(Runtime("series_seasonal", "dl?", KqlType.Dynamic));
        add(Runtime("series_stats_dynamic", "db?", KqlType.Dynamic, ResultNaming.None, "series_stats"));
        add(Runtime("series_fit_line_dynamic", "d", KqlType.Dynamic, ResultNaming.None, "series_fit_line"));

        void AddTuple(string name, string parameters, params (string Name, KqlType Type)[] parts)
        {
            var whole = Runtime(name, parameters, KqlType.Dynamic);
            add(whole with
            {
                Tuple = call =>
                {
                    var bag = whole.Bind(call.Arguments, call.Syntax.Span);
                    var prefix = $"{name}_{call.Names[0]}_";
                    return new BoundTuple(
                        [.. parts.Select(p => (prefix + p.Name, Conversions.To(
                            p.Type, new BoundCall(DynamicAccess.Function, [bag, new BoundLiteral(p.Name, KqlType.String, call.Syntax.Span)], KqlType.Dynamic, call.Syntax.Span))))],
                        call.Syntax.Span);
                },
            });
        }
    }
}
