using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Layouts;
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
    /// <summary>The questions and the schema, beside the program.</summary>
    public static string KqlFolder => Path.Combine(AppContext.BaseDirectory, "kql");

    /// <summary>Adds the data path: source, decoding, engine, Eventhouse, pipeline.</summary>
    public static IServiceCollection AddDataPath(this IServiceCollection services, AppSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Pipeline);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BootId>();
        services.AddSingleton(_ => new FloorEngine(settings.Floor)).AddSingleton(settings.Floor.Detectors.Hopper);
        services.AddEventhouse(settings);
        services.AddSingleton(_ => QuestionCatalog.Load(KqlFolder));
        services.AddSingleton<IHistory, EventhouseHistory>();
        services.AddPropertyCalendar(settings.Decoding.TimeZone, settings.Calendar);
        services.AddFloorLayouts(settings.Layout, settings.App.DataDirectory);
        services.AddSource(settings);
        services.AddSingleton(provider => new FloorPipeline(
            provider.GetRequiredService<IEventSource>(),
            provider.GetRequiredService<IEventhouse>(),
            provider.GetRequiredService<FloorEngine>(),
            () => new EventDecoder(settings.Dialects, settings.Decoding, EventIdentity.Process),
            provider.GetServices<IFloorObserver>(),
            settings.Pipeline,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<IFloorLayouts>()));
        services.AddSingleton<FloorStatus>();
        services.AddSingleton<IFloorStatus>(provider => provider.GetRequiredService<FloorStatus>());
        return services;
    }

    private static void AddEventhouse(this IServiceCollection services, AppSettings settings)
    {
        if (settings.EventhouseKind == EventhouseKind.Remote)
        {
            services.AddSingleton<IEventhouse>(provider => new RemoteEventhouse(
                settings.RemoteEventhouse,
                KqlFolder,
                (_, eventId) => EventIdentity.Process.OfText(eventId),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()));
            return;
        }

        services.AddSingleton(provider =>
            new EmbeddedEventhouse(
                settings.Eventhouse,
                (_, eventId) => EventIdentity.Process.OfText(eventId),
                provider.GetRequiredService<TimeProvider>(),
                KqlFolder));
        services.AddSingleton<IEventhouse>(provider => provider.GetRequiredService<EmbeddedEventhouse>());
        services.AddSingleton<IKqlDatabase>(provider => provider.GetRequiredService<EmbeddedEventhouse>());
        services.AddSingleton(provider => new Retention(provider.GetRequiredService<EmbeddedEventhouse>(), settings.Eventhouse));
    }

    private static void AddSource(this IServiceCollection services, AppSettings settings)
    {
        switch (settings.App.Source)
        {
            case SourceKind.Simulator:
                services.AddSimulatorSource(settings.Simulator);
                services.AddSingleton<IFloorDrawing>(provider => new StaticFloorDrawing(provider.GetRequiredService<SimulatorSource>().Drawing));
                break;
            case SourceKind.Replay:
                services.AddReplaySource(settings.Replay, settings.Dialects, settings.Decoding);
                break;
            case SourceKind.Kafka:
                services.AddKafkaSource(settings.Kafka);
                break;
            default:
                throw new InvalidOperationException($"No source of kind {settings.App.Source}.");
        }
    }
}
