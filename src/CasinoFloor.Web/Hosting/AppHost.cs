using CasinoFloor.Eventhouse.RestApi;
using CasinoFloor.Web.Components;
using CasinoFloor.Web.Explore;
using CasinoFloor.Web.Hubs;
using CasinoFloor.Web.KeyFigures;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Machines;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Settings;
using CasinoFloor.Web.Training;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;

namespace CasinoFloor.Web.Hosting;

/// <summary>Builds the web app.</summary>
public static class AppHost
{
    /// <summary>Where the pages are unless a setting says otherwise. Loopback: who opens the app to a network does so on purpose.</summary>
    public const string DefaultUrls = "http://localhost:8080";

    /// <summary>Builds the app, not started yet.</summary>
    /// <param name="overrides">Settings from the command line: they win over files and environment.</param>
    /// <param name="runPipeline">Whether starting the app starts the pipeline too; a command that ends with its source runs it itself.</param>
    /// <exception cref="SettingsException">Settings are wrong.</exception>
    public static WebApplication Build(Dictionary<string, string?> overrides, bool runPipeline = true)
    {
        // Settings and pages lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Insert(0, Dialects());
        builder.Configuration.AddInMemoryCollection(overrides);
        if (string.IsNullOrEmpty(builder.Configuration["Urls"]))
        {
            builder.Configuration["Urls"] = DefaultUrls;
        }

        // A build output keeps its static files in the source tree and says where; a published app has them in wwwroot.
        builder.WebHost.UseStaticWebAssets();
        AddLogging(builder.Logging);
        var settings = SettingsLoader.Load(builder.Configuration, builder.Environment.EnvironmentName.ToLowerInvariant());
        builder.Services.AddDataPath(settings);
        builder.Services.AddFloorLive(settings.Live);
        builder.Services.AddSingleton<MachineRecorder>();
        builder.Services.AddFloorHub(settings.Hub);
        if (settings.EventhouseKind == EventhouseKind.Embedded)
        {
            builder.Services.AddEventhouseApi(settings.EventhouseApi);
        }

        builder.Services.AddKeyFigures();
        builder.Services.AddExplore(settings.Explore);
        builder.Services.AddFloorComponents();

        // Keys kept with the data let open pages and cookies survive a restart, in a container too.
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.App.DataDirectory, "keys")));
        if (runPipeline)
        {
            builder.Services.AddHostedService<FloorPipelineService>();
            builder.Services.AddHostedService<KeyFigureService>();
            builder.Services.AddHostedService<LayoutCatchUpService>();
            builder.Services.AddHostedService(services => services.GetRequiredService<MachineRecorder>());
            if (settings.EventhouseKind == EventhouseKind.Embedded)
            {
                builder.Services.AddHostedService<RetentionService>();
            }
        }

        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Pipeline.StopTimeout + TimeSpan.FromSeconds(10));
        var app = builder.Build();
        app.MapGet("/health", (FloorStatus status) =>
        {
            var health = status.Health;
            return Results.Json(health, statusCode: health.Status == HealthAnswer.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        app.MapFloorHub();
        if (settings.EventhouseKind == EventhouseKind.Embedded)
        {
            app.MapEventhouseApi();
        }

        app.MapFloorLive();
        app.MapFloorLayouts();
        app.MapTraining();
        app.MapFloorPages();
        return app;
    }

    private static Microsoft.Extensions.Configuration.Json.JsonConfigurationSource Dialects()
    {
        var source = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = Path.Combine(AppContext.BaseDirectory, "dialects.json"),
        };
        source.ResolveFileProvider();
        return source;
    }

    // Standard output belongs to what a command prints (a summary, events); the log goes to standard error.
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
            options.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
