using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Hosting;
using CasinoFloor.Web.Settings;
using CasinoFloor.Web.Sources.Kafka;
using CasinoFloor.Web.Sources.Simulator.Output;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Commands;

/// <summary><c>simulate</c>: a simulated floor's events to a file, to standard output or to a broker.</summary>
public static class SimulateCommand
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(30);

    private sealed record Target(string To, string Out, SimulateRequest Request);

    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var to = new Option<string>("--to") { Description = "Where the events go: kafka (the Kafka settings), file, or - for standard output.", Required = true };
        to.AcceptOnlyFromAmong("kafka", "file", "-");
        var output = new Option<string>("--out")
        {
            Description = "With --to file: a .ndjson file for all streams, or a folder that gets a file for each.",
            HelpName = "PATH",
            DefaultValueFactory = _ => "simulated",
        };
        var streams = new Option<string[]>("--stream")
        {
            Description = "Streams to write: slot, table, security, cash. Default: all.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        streams.AcceptOnlyFromAmong("slot", "table", "security", "cash");
        var speed = new Option<string>("--speed")
        {
            Description = "real (default) writes as it happens; max as fast as the output takes it.",
            DefaultValueFactory = _ => "real",
        };
        speed.AcceptOnlyFromAmong("real", "max");
        var count = new Option<long?>("--count") { Description = "End after this many events." };
        var duration = new Option<TimeSpan?>("--duration") { Description = "End after this much simulated time, as in 00:10:00.", HelpName = "HH:MM:SS" };
        var start = new Option<DateTime?>("--start")
        {
            Description = "The first event's time, with an offset or Z. Default: now.",
            HelpName = "TIME",
            CustomParser = ParseUtc,
        };
        var scenario = new Option<string?>("--scenario")
        {
            Description = $"Something that happens meanwhile: {string.Join(", ", ScenarioCatalog.All.Select(known => known.Name))}.",
            HelpName = "NAME",
        };
        var target = ScenarioCommand.TargetOption("--scenario-target");
        var after = new Option<TimeSpan>("--scenario-after")
        {
            Description = "How long after the first event the scenario happens. Default: 00:01:00.",
            HelpName = "HH:MM:SS",
            DefaultValueFactory = _ => TimeSpan.FromMinutes(1),
        };
        var command = new Command("simulate", "Writes a simulated floor's events somewhere else than into the pipeline.")
        {
            to, output, streams, speed, count, duration, start, scenario, target, after,
        };
        command.SetAction((parsed, stop) =>
        {
            var names = parsed.GetValue(streams) ?? [];
            var request = new SimulateRequest
            {
                Streams = names.Length == 0 ? EventStreams.All.ToArray() : [.. EventStreams.All.ToArray().Where(stream => names.Contains(stream.Name()))],
                Start = parsed.GetValue(start),
                Duration = parsed.GetValue(duration),
                Count = parsed.GetValue(count),
                AtMaxSpeed = parsed.GetValue(speed) == "max",
                Scenario = parsed.GetValue(scenario),
                Target = parsed.GetValue(target) ?? ScenarioTarget.Anywhere,
                ScenarioAfter = parsed.GetValue(after),
            };
            return Outcome.OfAsync(() => RunAsync(common.Read(parsed), new Target(parsed.GetValue(to)!, parsed.GetValue(output)!, request), stop));
        });
        return command;
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> overrides, Target target, CancellationToken stop)
    {
        if (target.Request.Validate() is { Count: > 0 } errors)
        {
            throw new SettingsException(errors);
        }

        if (target.To == "kafka")
        {
            // Only to have its settings checked as those of the source in use.
            overrides[$"{AppOptions.Section}:Source"] = "kafka";
        }

        await using var app = AppHost.Build(overrides, runPipeline: false);
        var settings = app.Services.GetRequiredService<AppSettings>();
        var simulate = new SimulateToWriter(settings.Simulator, app.Services.GetRequiredService<TimeProvider>());
        var result = target.To == "kafka"
            ? await ToKafkaAsync(app.Services, simulate, target.Request, stop)
            : await ToNdjsonAsync(simulate, target, stop);
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Total:N0} events written ({string.Join(", ", EventStreams.All.ToArray().Select(stream => $"{stream.Name()} {result.Written[(int)stream]:N0}"))}) in {result.Elapsed.TotalSeconds:N1} s; simulated until {result.Until:u}"));
        return await ReportAsync(target.Request, result.Scenario);
    }

    private static async Task<int> ReportAsync(SimulateRequest request, ScenarioOutcome? outcome)
    {
        if (request.Scenario is { } name)
        {
            await Console.Error.WriteLineAsync($"{name}: {outcome?.Text ?? "the events ended before it was due."}");
            return outcome is { Happened: true } ? CommandLine.Ok : CommandLine.Failed;
        }

        return CommandLine.Ok;
    }

    private static async Task<SimulateResult> ToNdjsonAsync(SimulateToWriter simulate, Target target, CancellationToken stop)
    {
        var limit = target.Request.Count ?? long.MaxValue;
        await using var standardOutput = Console.OpenStandardOutput();
        await using var output = NdjsonOutput.Open(target.To == "-" ? "-" : target.Out, target.Request.Streams, standardOutput);
        return await simulate.RunAsync(new NdjsonStage(output, limit), target.Request, stop);
    }

    private static async Task<SimulateResult> ToKafkaAsync(IServiceProvider services, SimulateToWriter simulate, SimulateRequest request, CancellationToken stop)
    {
        var kafka = KafkaSettings.Resolve(services.GetRequiredService<AppSettings>().Kafka);
        await using var writer = new KafkaEventWriter(
            kafka, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<KafkaEventWriter>>());
        await Console.Error.WriteLineAsync($"Writing to {writer.Description}. Ctrl+C ends it.");
        var result = await simulate.RunAsync(new KafkaOutput(writer, request.Streams, request.Count ?? long.MaxValue), request, stop);
        var waiting = await writer.FlushAsync(FlushTimeout, stop);
        var totals = writer.Totals;
        return waiting + totals.Failed == 0
            ? result
            : throw new IOException($"{totals.Failed:N0} events were refused by the broker and {waiting:N0} had no answer within {FlushTimeout}: {totals.LastError ?? writer.Note}");
    }

    private static DateTime? ParseUtc(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.UtcDateTime;
        }

        result.AddError($"--start wants a time, as in 2026-11-20T18:00:00Z; it was given '{text}'.");
        return null;
    }
}
