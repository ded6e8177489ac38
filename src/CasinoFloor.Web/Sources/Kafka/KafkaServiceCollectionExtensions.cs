using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Registration of the Kafka source.</summary>
public static class KafkaServiceCollectionExtensions
{
    /// <summary>Adds <see cref="KafkaSource"/> as the event source.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Valid settings.</param>
    public static IServiceCollection AddKafkaSource(this IServiceCollection services, KafkaOptions options) =>
        services.AddSingleton<IEventSource>(provider => new KafkaSource(
            KafkaSettings.Resolve(options), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<KafkaSource>>()));
}
