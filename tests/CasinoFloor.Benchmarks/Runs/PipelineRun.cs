using System.Diagnostics;
using System.Globalization;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Web.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Benchmarks.Runs;

/// <summary>
/// The whole pipeline into the embedded Eventhouse, bounded: prints a row every two million events with rate, processor use and memory.
/// </summary>
internal static class PipelineRun
{
    private const long Step = 2_000_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var events = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000_000;
        var folder = Directory.CreateTempSubdirectory("casinofloor-load-").FullName;
        try
        {
            await RunAsync(events, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(long events, string folder)
    {
        var time = TimeProvider.System;
        var feed = new SpinFeed(events, machines: 1_200, time.GetUtcNow().UtcDateTime);
        await using var eventhouse = LoadRunParts.Eventhouse(folder);
        var pipeline = new FloorPipeline(
            feed, eventhouse, LoadRunParts.Engine(), LoadRunParts.Decoder, [], new PipelineOptions(), time, NullLoggerFactory.Instance);
        Console.WriteLine($"{events:N0} events, {Environment.ProcessorCount} processors, batches of 4,096, writes of up to {new PipelineOptions().WriteRows:N0} rows");
        Console.WriteLine($"{"stored",14}{"seconds",10}{"events/s",12}{"cpu",8}{"working set",14}{"managed heap",14}{"gen2",6}{"write p99",12}");

        var running = pipeline.RunAsync(endWithSource: true, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        var last = (Stored: 0L, Seconds: 0.0, Cpu: TimeSpan.Zero);
        for (var next = Step; !running.IsCompleted;)
        {
            await Task.WhenAny(running, Task.Delay(20));
            if (feed.Stored >= next || running.IsCompleted)
            {
                last = Print(feed.Stored, clock.Elapsed.TotalSeconds, last, pipeline.Metrics);
                next += Step;
            }
        }

        await running;
        var metrics = pipeline.Metrics;
        Console.WriteLine($"all: {events / clock.Elapsed.TotalSeconds:N0} events/s stored; posted {metrics.Posted:N0} = decoded {metrics.Decoded:N0} = applied {metrics.Applied:N0} = stored {metrics.Stored:N0}");
        var slot = metrics.Totals!.Streams[0];
        Console.WriteLine($"accepted {slot.Accepted:N0}, rejected {slot.Rejected.Sum():N0}, duplicates {slot.Duplicates:N0}, late {slot.Late:N0}, windows {metrics.Totals.Windows:N0}");
    }

    private static (long Stored, double Seconds, TimeSpan Cpu) Print(
        long stored, double seconds, (long Stored, double Seconds, TimeSpan Cpu) last, PipelineMetrics metrics)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var span = Math.Max(0.001, seconds - last.Seconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stored,14:N0}{seconds,10:N1}{(stored - last.Stored) / span,12:N0}{(cpu - last.Cpu).TotalSeconds / span,8:P0}{process.WorkingSet64 >> 20,11:N0} MB{GC.GetTotalMemory(false) >> 20,11:N0} MB{GC.CollectionCount(2),6}{metrics.WriteTime.Quantile(0.99)?.TotalMilliseconds ?? 0,9:N0} ms"));
        return (stored, seconds, cpu);
    }
}
