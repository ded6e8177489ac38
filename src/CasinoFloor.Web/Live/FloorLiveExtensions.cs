using CasinoFloor.Engine.Floor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasinoFloor.Web.Live;

/// <summary>Registers the live feed.</summary>
public static class FloorLiveExtensions
{
    /// <summary>
    /// Adds <see cref="FloorFeed"/>, also as an <see cref="IFloorObserver"/> of the engine. The host adds an
    /// <see cref="IFloorStatus"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddFloorLive(this IServiceCollection services, FloorLiveOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton<FloorFeed>();
        services.AddSingleton<IFloorObserver>(provider => provider.GetRequiredService<FloorFeed>());
        return services;
    }
}
