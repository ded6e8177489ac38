using System.Net;
using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Http;

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
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The scope, or why it cannot be known.</summary>
    public static async Task<(string? Scope, KustoFailure? Failure)> ScopeAsync(HttpClient http, Uri query, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var answer = await http.GetAsync(new Uri(query, "v1/rest/auth/metadata"), either.Token);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return (PublicResource + AnyPermission, null);
            }

            var text = await answer.Content.ReadAsStringAsync(either.Token);
            if (!answer.IsSuccessStatusCode)
            {
                var (error, permanent) = ErrorBody.Read(answer.StatusCode, text);
                return (null, new KustoFailure(new SendOutcome(answer.StatusCode, permanent), error));
            }

            using var document = JsonDocument.Parse(text);
            return (Resource(document.RootElement).TrimEnd('/') + AnyPermission, null);
        }
        catch (JsonException strange)
        {
            return (null, KustoFailure.SignIn($"{query} is no Eventhouse: it does not say how to sign in. {strange.Message}", isPermanent: true));
        }
        catch (Exception network) when (KustoFailure.IsNetwork(network, cancellationToken))
        {
            return (null, KustoFailure.Network(network));
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
