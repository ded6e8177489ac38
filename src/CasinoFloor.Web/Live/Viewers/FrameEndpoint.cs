using System.Net.WebSockets;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Live.Viewers;

/// <summary>
/// <c>/floor/frames</c>: what the map of an open floor page shows, over a WebSocket beside the page's circuit. For our own page of the same version only; other
/// programs have the hub and its contract.
/// </summary>
internal sealed class FrameEndpoint(
    FloorFeed feed, IFloorPanels panels, ViewerBoard board, IOptions<FloorLiveOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public const string Path = "/floor/frames";

    /// <summary>Code of the window of the key figures that the page begins with.</summary>
    public const string Window = "figures";

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The frames of the map are served over a WebSocket only. If a proxy stands between, let it pass on WebSockets.");
        else if (!IsOwnPage(context.Request))
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Frames are for pages of this server only. If a proxy stands between, let it pass on the Host header.");
        else if (!board.TryEnter())
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many viewers; the setting Live:MaxViewers bounds them.");
        else
            await WatchAsync(context);
    }

    /// <summary>Browsers say which page opens a socket, and let any page open one: a foreign page would see the floor with the eyes of its visitor.</summary>
    internal static bool IsOwnPage(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [var origin] => Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private async Task WatchAsync(HttpContext context)
    {
        object viewer = context;
        try
        {
            // Compressed, frames would cost five times the processor for 6 % fewer bytes.
            using var socket = await context.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { DangerousEnableCompression = false, KeepAliveInterval = KeepAlive });
            using var frames = new FrameSocket(socket, feed, panels, board, options.Value, time, context.Request.Query[Window].ToString());
            viewer = frames;
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, context.RequestAborted);
            await frames.RunAsync(stopping.Token);
        }
        finally
        {
            board.Leave(viewer);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(why);
    }
}
