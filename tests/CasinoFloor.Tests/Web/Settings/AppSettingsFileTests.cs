using System.Collections;
using System.Reflection;
using System.Text.Json;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Settings;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Replay;
using CasinoFloor.Web.Sources.Simulator;
using Microsoft.Extensions.Configuration;

namespace CasinoFloor.Tests.Web.Settings;

/// <summary>appsettings.json is where users look for settings: it must hold every one, with its default.</summary>
public sealed class AppSettingsFileTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "appsettings.json");

    public static TheoryData<string, object> Sections => new()
    {
        { AppOptions.Section, new AppOptions() },
        { PipelineOptions.Section, new PipelineOptions() },
        { DecodingOptions.Section, new DecodingOptions() },
        { FloorOptions.Section, new FloorOptions() },
        { CalendarOptions.Section, new CalendarOptions() },
        { FloorLiveOptions.Section, new FloorLiveOptions() },
        { FloorHubOptions.Section, new FloorHubOptions() },
        { ExploreOptions.Section, new ExploreOptions() },
        { LayoutOptions.Section, new LayoutOptions() },
        { EmbeddedOptions.Section, new EmbeddedOptions() },
        { SimulatorOptions.Section, new SimulatorOptions() },
        { ReplayOptions.Section, new ReplayOptions() },
        { KafkaOptions.Section, new KafkaOptions() },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void File_Section_HoldsEverySetting(string section, object defaults)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(File), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var element = section.Split(':').Aggregate(json.RootElement, (at, name) => at.GetProperty(name));

        // The folder is CasinoFloor:Data; the free-form librdkafka settings have no list.
        var missing = Missing(defaults.GetType(), element, section)
            .Except([$"{EmbeddedOptions.Section}:Directory", $"{KafkaOptions.Section}:Client"]);

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void File_Section_HoldsTheDefaults(string section, object defaults)
    {
        var bound = Activator.CreateInstance(defaults.GetType())!;

        new ConfigurationBuilder().AddJsonFile(File).Build().GetSection(section).Bind(bound, options => options.ErrorOnUnknownConfiguration = true);

        Assert.Equivalent(defaults, bound);
    }

    private static IEnumerable<string> Missing(Type type, JsonElement element, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var nested = property.PropertyType.Namespace?.StartsWith("CasinoFloor", StringComparison.Ordinal) == true && property.PropertyType.IsClass;
            var isSetting = property.SetMethod is { IsPublic: true } || nested || typeof(IDictionary).IsAssignableFrom(property.PropertyType);
            if (!isSetting)
            {
                continue;
            }

            var name = $"{path}:{property.Name}";
            if (!element.TryGetProperty(property.Name, out var value))
            {
                yield return name;
            }
            else if (nested)
            {
                foreach (var inner in Missing(property.PropertyType, value, name))
                {
                    yield return inner;
                }
            }
        }
    }
}
