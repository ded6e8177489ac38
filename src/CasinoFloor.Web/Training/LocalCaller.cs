using System.Net;

namespace CasinoFloor.Web.Training;

/// <summary>Whether somebody sits at the machine that runs the app.</summary>
public static class LocalCaller
{
    /// <summary>What somebody elsewhere is told.</summary>
    public const string Refusal = "Scenarios can be ordered only on the computer that runs CasinoFloor, at a loopback address such as http://localhost:8080.";

    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    /// <summary>
    /// Whether a request comes from this machine by itself: by loopback, under a loopback name (another name may be a page that had its
    /// address changed), not through a proxy that speaks for somebody else, and not from a page of another site.
    /// </summary>
    public static bool Is(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        return context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && IsLoopbackName(request.Host.Host)
            && !Forwarding.Any(request.Headers.ContainsKey)
            && IsOwnOrigin(request);
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin, ..] || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
