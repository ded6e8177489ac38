using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Tests.Web.Hubs;

/// <summary>The hub on a free loopback port, over a floor that the test sets: machines alternate between the sections Penny and VIP.</summary>
internal sealed class HubHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HubHost(WebApplication app) => _app = app;

    public FakeFloor Floor { get; } = new(10, machine => machine % 2 == 0 ? "Penny" : "VIP");

    public FloorFeed Feed => _app.Services.GetRequiredService<FloorFeed>();

    public HubClients Clients => _app.Services.GetRequiredService<HubClients>();

    public Uri Address => new(new Uri(_app.Urls.Single()), FloorHubExtensions.Path);

    public static async Task<HubHost> StartAsync(FloorHubOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddFloorLive(new FloorLiveOptions());
        builder.Services.AddFloorHub(options ?? new FloorHubOptions());
        var app = builder.Build();
        app.MapFloorHub();
        await app.StartAsync();
        return new HubHost(app);
    }

    public void Tick() => Feed.OnTick(Floor);

    public async Task<HubConnection> ConnectAsync(bool messagePack = false)
    {
        var builder = new HubConnectionBuilder().WithUrl(Address);
        var connection = (messagePack ? builder.AddMessagePackProtocol() : builder).Build();
        await connection.StartAsync();
        return connection;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
