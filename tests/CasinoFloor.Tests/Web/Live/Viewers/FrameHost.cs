using System.Net.WebSockets;
using System.Text;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Tests.Web.Live.Viewers;

/// <summary>The frames' endpoint on a free loopback port, over a floor that the test sets.</summary>
internal sealed class FrameHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FrameHost(WebApplication app) => _app = app;

    public FakeFloor Floor { get; } = new(100);

    public FloorFeed Feed => _app.Services.GetRequiredService<FloorFeed>();

    public ViewerBoard Board => _app.Services.GetRequiredService<ViewerBoard>();

    public Uri Address => new(new Uri(_app.Urls.Single()), "/floor/frames");

    public static async Task<FrameHost> StartAsync(FloorLiveOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddFloorLive(options ?? new FloorLiveOptions());
        builder.Services.AddSingleton<IFloorPanels, WindowPanels>();
        var app = builder.Build();
        app.MapFloorLive();
        await app.StartAsync();
        return new FrameHost(app);
    }

    public void Tick() => Feed.OnTick(Floor);

    public Task StopAsync() => _app.StopAsync();

    public async Task<FrameClient> ConnectAsync(string window = "5m", string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);

        var client = new FrameClient(socket);
        await client.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Query = $"figures={window}" }.Uri);
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Panels that say which window they are of, written once for each.</summary>
    private sealed class WindowPanels : IFloorPanels
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Sheet> _sheets = new();

        public IPanelSheet Of(FloorPicture picture, string window) => _sheets.GetOrAdd(window, code => new Sheet(code));

        private sealed class Sheet(string window) : IPanelSheet
        {
            public byte[]? Since(IPanelSheet? shown) => shown == this ? null : Encoding.UTF8.GetBytes($$"""{"kind":"panels","window":"{{window}}"}""");
        }
    }
}
