using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// Who may ask: the holder of the token from anywhere; without it, programs on this machine only. A reverse proxy on this machine makes
/// everybody's request come from loopback, and so does a browser here that shows a stranger's page: neither counts as this machine.
/// </summary>
internal sealed class AccessRule
{
    private const string Scheme = "Bearer ";

    // What proxies add, and what ASP.NET Core leaves of it after having read it.
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP", "Via"];

    private readonly byte[]? _token;

    /// <summary>Creates the rule.</summary>
    public AccessRule(EventhouseApiOptions options) =>
        _token = options.Token.Length > 0 ? SHA256.HashData(Encoding.UTF8.GetBytes(options.Token)) : null;

    /// <summary>Why the request is refused; null when it is allowed.</summary>
    public ApiError? Refuse(HttpContext http)
    {
        var given = http.Request.Headers.Authorization.ToString();
        if (_token is not null && given.Length > 0)
        {
            return IsToken(given, _token) ? null : ApiError.Unauthorized("The bearer token is not the one of the setting Eventhouse:Api:Token.");
        }

        if (IsThisMachine(http))
        {
            return null;
        }

        return _token is not null
            ? ApiError.Unauthorized("A bearer token is needed: the one of the setting Eventhouse:Api:Token.")
            : ApiError.Forbidden("Only programs on this machine may ask, by its loopback address and without a proxy. Set Eventhouse:Api:Token to open it to holders of that token.");
    }

    private static bool IsToken(string given, byte[] token) =>
        given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim())), token);

    private static bool IsThisMachine(HttpContext http)
    {
        var request = http.Request;
        return http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !ProxyHeaders.Any(request.Headers.ContainsKey)
            && IsLoopbackName(request.Host.Host)
            && IsOwnPage(request);
    }

    // A page whose name was made to point here still sends its own name.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }
}
