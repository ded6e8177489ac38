using System.CommandLine;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Hosting;
using CasinoFloor.Web.Machines;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Settings;

namespace CasinoFloor.Web.Commands;

/// <summary><c>replay</c>: recorded events from a file, a folder or standard input.</summary>
public static class ReplayCommand
{
    private static readonly TimeSpan LongestRecording = TimeSpan.FromSeconds(30);

    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var path = new Argument<string>("path")
        {
            Description = "NDJSON file (also .gz), folder of such files, or - for standard input.",
            HelpName = "FILE|FOLDER|-",
        };
        var stream = new Option<string?>("--stream")
        {
            Description = "Which stream the file holds: slot, table, security or cash. Default: by the file's name, else by its fields.",
        };
        stream.AcceptOnlyFromAmong("slot", "table", "security", "cash");
        var speed = new Option<string?>("--speed")
        {
            Description = "1 is as it happened, 10 ten times as fast, max as fast as it can be stored (default).",
            HelpName = "1|10|max",
        };
        var dialect = new Option<string?>("--dialect")
        {
            Description = "Field names of the feed: default, peer, or one of your own from the settings. Default: the one that fits the file.",
            HelpName = "NAME",
        };
        var keepTime = new Option<bool>("--keep-time") { Description = "Keep the events' own times; otherwise they are moved so that the newest is now." };
        var exit = new Option<bool>("--exit") { Description = "End when everything is stored, and print a summary. Serves no pages unless --urls is given." };
        var json = new Option<bool>("--json") { Description = "With --exit: the summary as one JSON object on standard output." };

        var command = new Command("replay", "Replays recorded events, and shows them live.") { path, stream, speed, dialect, keepTime, exit, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && !result.GetValue(exit))
            {
                result.AddError("--json is the form of the summary that --exit prints; give both.");
            }
        });
        command.SetAction((parsed, stop) =>
        {
            var settings = common.Read(parsed);
            settings[$"{AppOptions.Section}:Source"] = "replay";
            settings["Replay:Path"] = parsed.GetValue(path);
            Put("Replay:Stream", parsed.GetValue(stream));
            Put("Replay:Speed", parsed.GetValue(speed));
            Put("Replay:Dialect", parsed.GetValue(dialect));
            Put("Replay:KeepTime", parsed.GetValue(keepTime) ? "true" : null);
            return Outcome.OfAsync(() => parsed.GetValue(exit)
                ? StoreAsync(settings, parsed.GetValue(json), stop)
                : WatchAsync(settings, stop));

            void Put(string name, string? value)
            {
                if (value is not null)
                {
                    settings[name] = value;
                }
            }
        });
        return command;
    }

    private static Task<int> WatchAsync(Dictionary<string, string?> settings, CancellationToken stop) =>
        RunCommand.ServeAsync(settings, services => Progress(services).ShowAsync(services.GetRequiredService<FloorPipeline>().SourceEnded), stop);

    private static async Task<int> StoreAsync(Dictionary<string, string?> settings, bool json, CancellationToken stop)
    {
        await using var app = AppHost.Build(settings, runPipeline: false);
        var time = app.Services.GetRequiredService<TimeProvider>();
        var pipeline = app.Services.GetRequiredService<FloorPipeline>();
        var source = app.Services.GetRequiredService<IEventSource>();
        var started = time.GetTimestamp();

        // Pages are served during the work only when somebody asked for them: a second replay beside a running app must not fight over the port.
        if (settings.ContainsKey("Urls"))
        {
            await app.StartAsync(stop);
        }

        var running = pipeline.RunAsync(endWithSource: true, stop);
        await Progress(app.Services).ShowAsync(running);
        await running;

        // Also of a replay that was stopped.
        using var patience = new CancellationTokenSource(LongestRecording, time);
        await app.Services.GetRequiredService<MachineRecorder>().RecordAsync(app.Services.GetRequiredService<FloorEngine>(), patience.Token);
        var status = source.Status;
        var summary = new ReplaySummary(app.Services.GetRequiredService<FloorEngine>().Summary.Totals, time.GetElapsedTime(started));
        await Console.Out.WriteLineAsync(json ? summary.ToJson() : summary.ToText());
        if (status.Note is { } note)
        {
            await Console.Error.WriteLineAsync(note);
        }

        return status.State == "failed" || stop.IsCancellationRequested ? CommandLine.Failed : CommandLine.Ok;
    }

    private static ReplayProgress Progress(IServiceProvider services) => new(
        services.GetRequiredService<IEventSource>(), services.GetRequiredService<FloorPipeline>().Metrics, services.GetRequiredService<TimeProvider>());
}
