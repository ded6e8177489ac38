using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Whether somebody sits at the machine that runs the app.</summary>
public static class LocalRequest
{
    // What proxies add, and what ASP.NET Core leaves of it after having read it.
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP", "Via"];

    /// <summary>
    /// Whether a request comes from this machine by itself: by loopback, under a loopback name (another name may be a page that had its address changed), not
    /// through a proxy on this machine that speaks for somebody else, and not from a browser here that shows a page of another site.
    /// </summary>
    public static bool Is(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = http.Request;
        return http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !ProxyHeaders.Any(request.Headers.ContainsKey)
            && IsLoopbackName(request.Host.Host)
            && IsOwnPage(request);
    }

    // A page whose name was made to point here still sends its own name.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Somebody here who clicks a link on another page: what is answered goes to their own window, and the other page cannot read it.
    private static bool IsFollowedLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static bool IsOwnPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers[HeaderNames.Origin].ToString();
        return (site is "" or "same-origin" or "none" || IsFollowedLink(request))
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }
}
