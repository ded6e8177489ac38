using System.Net;
using System.Text.Json;

namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>
/// Asks an Eventhouse which scope its tokens must be for: <c>GET /v1/rest/auth/metadata</c> answers
/// <code>{"AzureAD":{"LoginEndpoint":"https://login.microsoftonline.com","KustoServiceResourceId":"https://kusto.kusto.windows.net",...}}</code>
/// or 404, and then it is the public one.
/// </summary>
internal static class AuthMetadata
{
    private const string PublicResource = "https://kusto.kusto.windows.net";
    private const string AnyPermission = "/.default";

    /// <summary>The scope.</summary>
    /// <exception cref="EventhouseException">The address does not answer, or not as an Eventhouse does.</exception>
    public static async Task<string> ScopeAsync(HttpClient http, Uri query, CancellationToken cancellationToken)
    {
        var address = new Uri(query, "v1/rest/auth/metadata");
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return PublicResource + AnyPermission;
            }

            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Resource(document.RootElement).TrimEnd('/') + AnyPermission;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new EventhouseException($"The Eventhouse at {query} does not say how to sign in: {failure.Message}", failure);
        }
    }

    private static string Resource(JsonElement metadata) =>
        metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("AzureAD", out var directory)
        && directory.ValueKind == JsonValueKind.Object
        && directory.TryGetProperty("KustoServiceResourceId", out var resource)
        && resource.GetString() is { Length: > 0 } name
            ? name
            : PublicResource;
}
