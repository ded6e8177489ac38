using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// What a query or a command is asked with. A sample:
/// <code>
/// {"db":"casino_realtime","csl":"declare query_parameters(n:long); slot_events_live | take n",
///  "properties":{"Options":{"servertimeout":"00:01:00"},"Parameters":{"n":"5"},"ClientRequestId":"me;1"}}
/// </code>
/// The properties may also be a string that holds that object.
/// </summary>
/// <param name="Database">The database's name; empty when none is given.</param>
/// <param name="Text">The query or command.</param>
/// <param name="Properties">Options and parameters.</param>
internal sealed record QueryRequest(string Database, string Text, RequestProperties Properties)
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 64 };

    /// <summary>Reads a request, or says why it is refused.</summary>
    public static async Task<(QueryRequest? Request, ApiError? Error)> ReadAsync(
        HttpRequest request, EventhouseApiOptions options, CancellationToken cancellationToken)
    {
        // A page of a stranger can post a form or plain text here without asking, but not JSON.
        if (!request.HasJsonContentType())
        {
            return (null, ApiError.UnsupportedMedia("The body must be JSON: send Content-Type: application/json."));
        }

        var (body, refused) = await RequestBody.ReadAsync(request, options, cancellationToken);
        if (refused is not null)
        {
            return (null, refused);
        }

        try
        {
            return Parse(body, options);
        }
        catch (JsonException wrong)
        {
            return (null, ApiError.BadRequest($"The body is no JSON: {wrong.Message}"));
        }
    }

    private static (QueryRequest? Request, ApiError? Error) Parse(ReadOnlyMemory<byte> body, EventhouseApiOptions options)
    {
        using var document = JsonDocument.Parse(body, Reading);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Member(root, "csl") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return (null, ApiError.BadRequest("The body must be a JSON object with a query or command in 'csl'."));
        }

        if (!root.TryGetProperty("properties", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return (new QueryRequest(Member(root, "db") ?? "", text, new RequestProperties()), null);
        }

        using var inner = given.ValueKind == JsonValueKind.String ? JsonDocument.Parse(given.GetString()!, Reading) : null;
        var (properties, error) = RequestProperties.Parse(inner?.RootElement ?? given, options);
        return properties is null ? (null, error) : (new QueryRequest(Member(root, "db") ?? "", text, properties), null);
    }

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
