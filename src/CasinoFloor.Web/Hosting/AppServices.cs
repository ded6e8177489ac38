using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Settings;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Replay;
using CasinoFloor.Web.Sources.Simulator;

namespace CasinoFloor.Web.Hosting;

/// <summary>Where the concrete parts of the data path are chosen and put together.</summary>
public static class AppServices
{
    /// <summary>Adds the data path: source, decoding, engine, Eventhouse, pipeline.</summary>
    public static IServiceCollection AddDataPath(this IServiceCollection services, AppSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BootId>();
        services.AddSingleton(EventIdentity.Process);
        services.AddSingleton(_ => new FloorEngine(settings.Floor));
        services.AddSingleton<IEventhouse>(provider =>
            new EmbeddedEventhouse(settings.Eventhouse, provider.GetRequiredService<EventIdentity>().Of, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => CreateSource(provider, settings));
        services.AddSingleton(provider => new FloorPipeline(
            provider.GetRequiredService<IEventSource>(),
            provider.GetRequiredService<IEventhouse>(),
            provider.GetRequiredService<FloorEngine>(),
            () => new EventDecoder(settings.Dialects, settings.Decoding, provider.GetRequiredService<EventIdentity>()),
            provider.GetServices<IFloorObserver>(),
            settings.Pipeline,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<FloorStatus>();
        services.AddSingleton<IFloorStatus>(provider => provider.GetRequiredService<FloorStatus>());
        return services;
    }

    private static IEventSource CreateSource(IServiceProvider services, AppSettings settings)
    {
        var time = services.GetRequiredService<TimeProvider>();
        return settings.App.Source switch
        {
            SourceKind.Simulator => new SimulatorSource(settings.Simulator, time),
            SourceKind.Replay => ReplayFactory.Create(settings, services),
            SourceKind.Kafka => KafkaFactory.Create(settings, services),
            _ => throw new InvalidOperationException($"No source of kind {settings.App.Source}."),
        };
    }
}
