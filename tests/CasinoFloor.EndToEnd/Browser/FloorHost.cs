using CasinoFloor.Engine.Drawing;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Web.Explore;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.KeyFigures;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.EndToEnd.Browser;

/// <summary>The pages on a real server on a free loopback port, driven by a <see cref="DemoFloor"/> in place of the engine.</summary>
public sealed class FloorHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly DemoFloor? _floor;
    private readonly TimeSpan _tick;
    private Task _ticking = Task.CompletedTask;

    private FloorHost(WebApplication app, DemoFloor? floor, TimeSpan tick)
    {
        _app = app;
        _floor = floor;
        _tick = tick;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Its feed.</summary>
    public FloorFeed Feed => _app.Services.GetRequiredService<FloorFeed>();

    /// <summary>Starts a host; without a floor it never ticks.</summary>
    public static async Task<FloorHost> StartAsync(DemoFloor? floor, int port = 0, int ticksPerSecond = 4, FloorDrawing? drawing = null)
    {
        // The web project's own output carries the manifests of its static assets.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(FloorFeed).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IFloorDrawing>(new StaticFloorDrawing(drawing ?? FloorDrawing.Empty));
        builder.Services.AddFloorLive(new FloorLiveOptions()).AddKeyFigures().AddPropertyCalendar("America/Los_Angeles", new CalendarOptions()).AddFloorComponents();
        builder.Services.AddSingleton<IFloorStatus, DemoStatus>();
        builder.Services.AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
        builder.Services.AddExplore(new ExploreOptions()).AddSingleton<IHistory, EngineHistory>();
        builder.Services.AddPropertyCalendar("UTC", new CalendarOptions());
        var app = builder.Build();
        app.MapFloorPages();
        app.MapFloorLive();
        app.MapGet("/health", (IFloorStatus status) => new { bootId = status.BootId });
        var host = new FloorHost(app, floor, TimeSpan.FromSeconds(1) / ticksPerSecond);
        await app.StartAsync();
        host._ticking = host.TickAsync();
        return host;
    }

    /// <summary>Does something to the floor between two ticks.</summary>
    public void Change(Action<DemoFloor> change)
    {
        lock (_floor!)
        {
            change(_floor);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task TickAsync()
    {
        if (_floor is null)
            return;

        using var timer = new PeriodicTimer(_tick);
        while (!_stop.IsCancellationRequested)
        {
            lock (_floor)
            {
                _floor.Step(TimeProvider.System.GetUtcNow().UtcDateTime);
                Feed.OnTick(_floor);
            }

            await timer.WaitForNextTickAsync(_stop.Token).AsTask().ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}
