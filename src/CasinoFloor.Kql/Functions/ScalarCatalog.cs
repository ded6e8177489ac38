using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>All scalar functions by name.</summary>
internal static partial class ScalarCatalog
{
    /// <summary>Functions of the language that this engine refuses by name.</summary>
    private static readonly HashSet<string> KnownButUnsupported = new(StringComparer.Ordinal)
    {
        "parse_user_agent", "datetime_list_timezones", "dcount_intersect", "series_fit_2lines",
        "series_fit_2lines_dynamic", "series_decompose_forecast", "series_periods_detect", "series_periods_validate",
        "hash_combine", "hash_many", "cursor_after", "cursor_before_or_at", "cursor_current", "extent_id", "extent_tags", "external_table",
        "geo_point_in_polygon", "geo_point_to_s2cell", "geo_point_to_h3cell", "geo_polygon_to_s2cells", "geo_info_from_ip_address",
        "series_dbl_exp_smoothing",
    };

    private static readonly Dictionary<string, ScalarFunction> ByName = Create();

    public static IEnumerable<string> Names => ByName.Keys;

    public static ScalarFunction? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool IsKnown(string name) => KnownButUnsupported.Contains(name) || name.StartsWith("geo_", StringComparison.Ordinal);

    private static Dictionary<string, ScalarFunction> Create()
    {
        var all = new Dictionary<string, ScalarFunction>(StringComparer.Ordinal);
        void Add(ScalarFunction function) => all[function.Name] = function;
        Conversions.Register(Add);
        AddLogic(Add);
        AddMath(Add);
        AddText(Add);
        AddEncoding(Add);
        AddBins(Add);
        AddDateTime(Add);
        AddDynamic(Add);
        AddArrays(Add);
        AddSeries(Add);
        AddNetwork(Add);
        AddUnits(Add);
        AddSketches(Add);
        return all;
    }

    /// <summary>A function in SQL.</summary>
    private static ScalarFunction Native(string name, string parameters, KqlType result, Func<Emitter, BoundCall, string> emit, ResultNaming naming = ResultNaming.None) =>
        new(name, parameters, _ => result, emit) { Naming = naming };

    /// <summary>A function of the runtime, of the same name unless another is given.</summary>
    private static ScalarFunction Runtime(string name, string parameters, KqlType result, ResultNaming naming = ResultNaming.None, string? runtime = null) =>
        new(name, parameters, _ => result, (e, c) => e.Udf(runtime ?? name, result, [.. c.Arguments.Select((a, i) => Argument(e, a, c.Function.ParameterCode(i)))])) { Naming = naming };

    private static string Argument(Emitter e, Bound argument, char code) => code switch
    {
        's' => e.Text(argument),
        'r' => Real(e, argument),
        'j' => e.Json(argument),
        _ => e.Sql(argument),
    };

    private static string Real(Emitter e, Bound argument) =>
        argument.Type == KqlType.Real ? e.Sql(argument) : $"CAST({e.Sql(argument)} AS DOUBLE)";

    private static string Constant(Bound argument) => (argument as BoundLiteral)?.Value as string
        ?? throw Syntax.KqlFailure.Semantic("A constant text is expected here.", argument.Span);
}
