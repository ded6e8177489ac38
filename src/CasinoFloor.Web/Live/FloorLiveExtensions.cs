using CasinoFloor.Engine.Floor;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CasinoFloor.Web.Live;

/// <summary>Registers the live feed.</summary>
public static class FloorLiveExtensions
{
    /// <summary>
    /// Adds <see cref="FloorFeed"/>, also as an <see cref="IFloorObserver"/> of the engine, and its settings. The host adds an
    /// <see cref="IFloorStatus"/>.
    /// </summary>
    public static IServiceCollection AddFloorLive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<FloorLiveOptions>()
            .BindConfiguration(FloorLiveOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<FloorFeed>();
        services.AddSingleton<IFloorObserver>(provider => provider.GetRequiredService<FloorFeed>());
        return services;
    }
}
