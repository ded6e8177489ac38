using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Eventhouse.RestApi;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Replay;
using CasinoFloor.Web.Sources.Simulator;

namespace CasinoFloor.Web.Settings;

/// <summary>Reads <see cref="AppSettings"/> from the configuration.</summary>
public static class SettingsLoader
{
    /// <summary>Reads and checks every section.</summary>
    /// <param name="configuration">Files, environment and command line.</param>
    /// <param name="deployment">The host's environment, which names the Kafka group unless a setting does.</param>
    /// <exception cref="SettingsException">Something is wrong; the message lists all of it.</exception>
    public static AppSettings Load(IConfiguration configuration, string deployment)
    {
        var reader = new SettingsReader(configuration);
        var app = reader.Read(AppOptions.Section, new AppOptions(), _ => []);
        var decoding = reader.Read(DecodingOptions.Section, new DecodingOptions(), options => options.Validate());
        var embedded = new EmbeddedOptions { Directory = app.DataDirectory };

        var kind = ReadKind(reader, configuration["Eventhouse:Kind"]);
        var remote = new RemoteOptions { SpoolDirectory = Path.Combine(app.DataDirectory, "spool") };

        // A source that is not in use may be half configured: only the chosen one is checked.
        var settings = new AppSettings
        {
            App = app,
            Decoding = decoding,
            Dialects = ReadDialects(reader, decoding)!,
            Pipeline = reader.Read(PipelineOptions.Section, new PipelineOptions(), options => options.Validate()),
            Floor = reader.Read(FloorOptions.Section, new FloorOptions(), options => options.Validate()),
            Calendar = reader.Read(CalendarOptions.Section, new CalendarOptions(), options => options.Validate()),
            Live = reader.Read(FloorLiveOptions.Section, new FloorLiveOptions(), options => options.Validate()),
            Hub = reader.Read(FloorHubOptions.Section, new FloorHubOptions(), options => options.Validate()),
            Explore = reader.Read(ExploreOptions.Section, new ExploreOptions(), options => options.Validate()),
            Layout = reader.Read(LayoutOptions.Section, new LayoutOptions(), options => options.Validate()),
            EventhouseKind = kind,
            RemoteEventhouse = reader.Read(RemoteOptions.Section, remote, options => kind == EventhouseKind.Remote ? options.Validate() : []),
            Eventhouse = reader.Read(EmbeddedOptions.Section, embedded, options => options.Validate()),
            EventhouseApi = reader.Read(EventhouseApiOptions.Section, new EventhouseApiOptions(), options => options.Validate()),
            Simulator = reader.Read(SimulatorOptions.Section, new SimulatorOptions(), options => options.Validate()),
            Replay = reader.Read(
                ReplayOptions.Section, new ReplayOptions(), options => app.Source == SourceKind.Replay ? options.Validate() : []),
            Kafka = reader.Read(
                KafkaOptions.Section, new KafkaOptions { Deployment = deployment }, options => app.Source == SourceKind.Kafka ? options.Validate() : []),
        };
        settings.Simulator.PropertyTimeZone = decoding.TimeZone;
        HostSettings.Check(configuration, reader);
        if (app.Source == SourceKind.Replay && settings.Replay.Dialect is { Length: > 0 } dialect && settings.Dialects?.TryGet(dialect, out _) == false)
        {
            reader.Add($"{ReplayOptions.Section}:{nameof(ReplayOptions.Dialect)} is '{dialect}'; the dialects are {string.Join(", ", settings.Dialects.All.Select(known => known.Name).Order(StringComparer.Ordinal))}.");
        }

        if (app.Source == SourceKind.Replay && settings.Replay.KeepTime)
        {
            settings.Floor.Clock = FloorClockMode.EventTime;
        }

        reader.ThrowIfWrong();
        return settings;
    }

    private static EventhouseKind ReadKind(SettingsReader reader, string? text)
    {
        if (!Enum.TryParse<EventhouseKind>(text, ignoreCase: true, out var kind) && !string.IsNullOrEmpty(text))
        {
            reader.Add($"Eventhouse:Kind is '{text}'; it must be {string.Join(" or ", Enum.GetNames<EventhouseKind>())}.");
        }

        return kind;
    }

    private static DialectSet? ReadDialects(SettingsReader reader, DecodingOptions decoding)
    {
        var dialects = reader.Read(
            DialectSet.Section, new Dictionary<string, DialectOptions>(StringComparer.OrdinalIgnoreCase), _ => []);
        if (DialectSet.TryCreate(dialects, decoding, out var set, out var errors))
        {
            return set;
        }

        foreach (var error in errors.Except(reader.Errors))
        {
            reader.Add(error);
        }

        return null;
    }
}
