using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Replay;

/// <summary>Registration of the replay.</summary>
public static class ReplayServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ReplaySource"/> as the event source.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    /// <param name="dialects">The dialects to choose from.</param>
    /// <param name="decoding">How events are decoded.</param>
    public static IServiceCollection AddReplaySource(
        this IServiceCollection services, ReplayOptions options, DialectSet dialects, DecodingOptions decoding) =>
        services.AddSingleton<IEventSource>(provider => new ReplaySource(
            options,
            new ReplayDialects(dialects, decoding),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ReplaySource>>()));
}
