using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Registration of the replay.</summary>
public static class ReplayServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ReplaySource"/> as the event source.</summary>
    /// <param name="services">The services; an <see cref="IReplayDialects"/> must be among them.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddReplaySource(this IServiceCollection services, ReplayOptions options) =>
        services.AddSingleton<IEventSource>(provider => new ReplaySource(
            options,
            provider.GetRequiredService<IReplayDialects>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReplaySource>>()));
}
