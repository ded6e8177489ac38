using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;
using CasinoFloor.Web.Sources.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>Stores the past of a simulated floor that ends now, through the product's own pipeline, so that events, minutes and findings agree.</summary>
internal static class FloorHistory
{
    /// <summary>The floor's machines.</summary>
    public const int Machines = 3_000;

    // Slot events an hour of such a floor on the average of a day.
    private const double EventsPerHour = 1_150_000;

    /// <summary>Stores about this many slot events, of at most 24 hours.</summary>
    public static async Task FillAsync(EmbeddedEventhouse house, int rows)
    {
        var backfill = TimeSpan.FromHours(Math.Min(24, rows / EventsPerHour));
        Console.WriteLine($"storing {backfill:hh\\:mm} of a floor of {Machines:N0} machines");
        var time = TimeProvider.System;
        await using var source = new SimulatorSource(new SimulatorOptions { Machines = Machines, Backfill = backfill }, time);
        var pipeline = new FloorPipeline(
            source, house, LoadRunParts.Engine(), LoadRunParts.Decoder, [], new PipelineOptions(), time, NullLoggerFactory.Instance);
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(endWithSource: false, stop.Token);
        await Task.WhenAny(running, pipeline.Opened);
        while (!running.IsCompleted && !(await house.NewestEventAsync(CancellationToken.None) > time.GetUtcNow().UtcDateTime.AddSeconds(-5)))
        {
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        await stop.CancelAsync();
        await running;
    }
}
