using System.Net.Http.Headers;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>The headers by which a Kusto service knows its clients, shown by its <c>.show queries</c>.</summary>
internal static class RequestHeaders
{
    private const string Application = "CasinoFloor";
    private const string ClientVersion = "CasinoFloor:1";

    // A header that is not ASCII would fail every request.
    private static readonly string User = new([.. Environment.UserName.Select(letter => letter is > ' ' and < '\x7f' ? letter : '_')]);

    /// <summary>Adds them, with an id of its own for each attempt.</summary>
    public static void AddTo(HttpRequestMessage request, string? token)
    {
        request.Headers.TryAddWithoutValidation("x-ms-app", Application);
        request.Headers.TryAddWithoutValidation("x-ms-user", User);
        request.Headers.TryAddWithoutValidation("x-ms-client-version", ClientVersion);
        request.Headers.TryAddWithoutValidation("x-ms-client-request-id", $"{Application};{Guid.NewGuid()}");
        request.Headers.Accept.ParseAdd("application/json");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
