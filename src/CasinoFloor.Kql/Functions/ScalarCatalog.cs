using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>All scalar functions by name.</summary>
internal static partial class ScalarCatalog
{
    /// <summary>Functions of the language that this engine refuses by name.</summary>
    private static readonly HashSet<string> KnownButUnsupported = new(StringComparer.Ordinal)
    {
        "parse_xml", "parse_user_agent", "parse_command_line", "beta_cdf", "beta_inv", "beta_pdf", "welch_test", "punycode_to_string", "punycode_from_string",
        "punycode_domain_from_string", "punycode_domain_to_string", "datetime_list_timezones", "percentile_tdigest", "percentiles_array_tdigest",
        "percentrank_tdigest", "rank_tdigest", "tdigest_merge", "merge_tdigest", "tdigest", "hll", "hll_merge", "hll_if", "dcount_hll", "dcount_intersect", "buildschema",
        "series_fft", "series_ifft", "series_fit_2lines", "series_fit_2lines_dynamic", "series_fit_poly", "series_decompose_forecast", "series_periods_detect",
        "series_periods_validate", "series_seasonal", "zlib_compress_to_base64_string", "gzip_compress_to_base64_string", "hash_combine", "hash_many",
        "parse_ipv6", "parse_ipv6_mask", "ipv6_compare", "ipv6_is_match", "ipv6_is_in_range", "ipv6_is_in_any_range", "bin_auto", "cursor_after", "extent_id",
        "extent_tags", "external_table", "estimate_data_size", "new_guid", "geo_distance_2points", "geo_point_to_geohash", "geo_point_in_circle",
        "geo_point_in_polygon", "geo_point_to_s2cell", "geo_point_to_h3cell", "geo_polygon_to_s2cells", "geo_geohash_to_central_point", "geo_info_from_ip_address",
        "has_ipv4", "has_ipv4_prefix", "has_any_ipv4", "has_any_ipv4_prefix", "ipv4_lookup", "is_null_or_empty", "series_dbl_exp_smoothing",
    };

    private static readonly Dictionary<string, ScalarFunction> ByName = Create();

    public static IEnumerable<string> Names => ByName.Keys;

    public static ScalarFunction? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool IsKnown(string name) => KnownButUnsupported.Contains(name) || name.StartsWith("geo_", StringComparison.Ordinal);

    public static ResultNaming Naming(string name) => Find(name)?.Naming ?? ResultNaming.None;

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
