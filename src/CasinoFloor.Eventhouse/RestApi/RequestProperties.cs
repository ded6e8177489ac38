using System.Text.Json;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>The properties of a request that are understood. Others are left alone, as Kusto does: clients send many that only tune its cluster.</summary>
internal sealed record RequestProperties
{
    /// <summary>Values of the query's declared parameters.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>How long it may run; null is the default of its kind.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The most rows of an answer; more is an error.</summary>
    public int? MaxRows { get; init; }

    /// <summary>The most bytes of an answer; more is an error.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The rows after which the answer ends, without an error.</summary>
    public int? TakeRows { get; init; }

    /// <summary>What <c>now()</c> answers, UTC.</summary>
    public DateTime? Now { get; init; }

    /// <summary>Whether nothing may be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether the answer tells its progress.</summary>
    public bool IsProgressive { get; init; }

    /// <summary>Whether the result is written in fragments.</summary>
    public bool IsFragmented { get; init; }

    /// <summary>Whether each frame begins on a line of its own.</summary>
    public bool HasNewlines { get; init; }

    /// <summary>Reads the properties, or says what is wrong with them.</summary>
    public static (RequestProperties? Properties, ApiError? Error) Parse(JsonElement given, EventhouseApiOptions limits)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            return (null, ApiError.BadRequest("'properties' must be a JSON object, or a string that holds one."));
        }

        var options = new RequestOptions(given);
        var isUnlimited = options.Flag("notruncation");
        var properties = new RequestProperties
        {
            Parameters = ParameterValues(given),
            Timeout = options.Flag("norequesttimeout") ? limits.MaxTimeout : options.Span("servertimeout", limits.MaxTimeout),
            MaxRows = isUnlimited ? int.MaxValue : (int?)options.Count("truncationmaxrecords", int.MaxValue),
            MaxBytes = isUnlimited ? limits.MaxResultBytes : options.Count("truncationmaxsize", limits.MaxResultBytes),
            TakeRows = (int?)options.Count("query_take_max_records", int.MaxValue),
            Now = options.Moment("query_now"),
            IsReadOnly = options.Flag("request_readonly"),
            IsProgressive = options.Flag("results_progressive_enabled"),
            IsFragmented = options.Flag("results_v2_fragment_primary_tables"),
            HasNewlines = options.Flag("results_v2_newlines_between_frames"),
        };
        return options.Error is null ? (properties, null) : (null, ApiError.BadRequest(options.Error));
    }

    private static Dictionary<string, object?> ParameterValues(JsonElement given)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (given.TryGetProperty(nameof(Parameters), out var parameters) && parameters.ValueKind == JsonValueKind.Object)
        {
            foreach (var parameter in parameters.EnumerateObject())
            {
                values[parameter.Name] = parameter.Value.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => parameter.Value.GetString(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    JsonValueKind.Number when parameter.Value.TryGetInt64(out var whole) => whole,
                    JsonValueKind.Number => parameter.Value.GetDouble(),
                    _ => parameter.Value.GetRawText(),
                };
            }
        }

        return values;
    }
}
