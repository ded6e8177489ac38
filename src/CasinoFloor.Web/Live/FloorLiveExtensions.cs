using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live.Viewers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Live;

/// <summary>Registers the live feed.</summary>
public static class FloorLiveExtensions
{
    /// <summary>
    /// Adds <see cref="FloorFeed"/>, also as an <see cref="IFloorObserver"/> of the engine. The host adds an
    /// <see cref="IFloorStatus"/>, and an <see cref="IFloorDrawing"/> before this where the source has one; a drawing of the settings wins.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddFloorLive(this IServiceCollection services, FloorLiveOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton<FloorFeed>();
        services.AddSingleton<ViewerBoard>();
        services.AddSingleton<FrameEndpoint>();
        services.AddSingleton<IFloorObserver>(provider => provider.GetRequiredService<FloorFeed>());
        if (options.Drawing.Length > 0)
            services.AddSingleton<IFloorDrawing>(_ => new StaticFloorDrawing(FloorDrawingFile.Read(options.Drawing).Drawing ?? FloorDrawing.Empty));
        else
            services.TryAddSingleton<IFloorDrawing>(_ => new StaticFloorDrawing(FloorDrawing.Empty));

        return services;
    }

    /// <summary>
    /// Maps <c>GET /floor/drawing</c>, the <see cref="FloorDrawing"/> as JSON in the coordinates of the machines, and the WebSocket <c>/floor/frames</c> of
    /// the open floor pages, which needs an <see cref="IFloorPanels"/>.
    /// </summary>
    public static IEndpointRouteBuilder MapFloorLive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/floor/drawing", (IFloorDrawing drawing) => Results.Json(drawing.Drawing, FloorDrawingFile.Json));
        var frames = routes.CreateApplicationBuilder().UseWebSockets();
        frames.Run(frames.ApplicationServices.GetRequiredService<FrameEndpoint>().ServeAsync);
        routes.Map(FrameEndpoint.Path, frames.Build());
        return routes;
    }
}
