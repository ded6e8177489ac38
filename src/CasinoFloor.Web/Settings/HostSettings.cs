using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Replay;
using CasinoFloor.Web.Sources.Simulator;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace CasinoFloor.Web.Settings;

/// <summary>Checks what no section's options see: names of sections, and the settings that ASP.NET Core reads by itself.</summary>
internal static class HostSettings
{
    private const string Eventhouse = "Eventhouse";

    private static readonly string[] Sections =
    [
        AppOptions.Section, PipelineOptions.Section, DecodingOptions.Section, DialectSet.Section, FloorOptions.Section, CalendarOptions.Section, FloorLiveOptions.Section, FloorHubOptions.Section,
        ExploreOptions.Section, LayoutOptions.Section, Eventhouse, SimulatorOptions.Section, ReplayOptions.Section, KafkaOptions.Section, "Logging", "AllowedHosts", "Urls", "Kestrel",
    ];

    // What the host itself puts beside the settings of the command line.
    private static readonly string[] HostKeys = [HostDefaults.ApplicationKey, HostDefaults.EnvironmentKey, HostDefaults.ContentRootKey, "https_port"];

    /// <summary>Adds what is wrong.</summary>
    public static void Check(IConfiguration configuration, SettingsReader reader)
    {
        reader.RefuseUnknown("", Named(configuration), Sections);
        reader.RefuseUnknown(Eventhouse, configuration.GetSection(Eventhouse).GetChildren().Select(child => child.Key), ["Kind", "Embedded", "Remote", "Api"]);
        CheckUrls(configuration["Urls"], reader);
        foreach (var level in LogLevels(configuration.GetSection("Logging")).Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
        {
            reader.Add($"{level.Path} is '{level.Value}'; it must be {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }
    }

    // Of files and the command line. The environment is full of names that are none of ours.
    private static IEnumerable<string> Named(IConfiguration configuration) => configuration is not IConfigurationRoot root
        ? []
        : root.Providers.Where(provider => provider is JsonConfigurationProvider or MemoryConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], null))
            .Except(HostKeys, StringComparer.OrdinalIgnoreCase);

    private static void CheckUrls(string? urls, SettingsReader reader)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                reader.Add($"Urls (--urls) has '{url}', which is no address to listen on; an example is http://localhost:8080.");
            }
        }
    }

    private static IEnumerable<IConfigurationSection> LogLevels(IConfigurationSection logging) =>
        logging.GetChildren().SelectMany(child => child.Key == "LogLevel" ? child.GetChildren() : child.GetSection("LogLevel").GetChildren());
}
