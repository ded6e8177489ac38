using System.Diagnostics;
using System.Globalization;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>
/// Many viewers of the floor page at once, bounded: starts the product on one core with a simulated floor, lets headless viewers watch the map, and
/// prints what each costs. The cost of the floor itself is measured first, without viewers, and taken off.
/// <c>viewers [viewers 250] [machines 10000] [ticks a second 10] [seconds 20] [stalled viewers 1]</c>.
/// </summary>
internal static class ViewersRun
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var viewers = (int)Number(0, 250);
        var machines = (int)Number(1, 10_000);
        var ticks = Number(2, 10);
        var seconds = TimeSpan.FromSeconds(Number(3, 20));
        var stalled = (int)Number(4, 1);
        using var http = new HttpClient();
        var stats = new ViewerStats(TimeProvider.System);
        await using var server = await ServerProcess.StartAsync(machines, ticks, oneCore: true, http, CancellationToken.None);
        await Task.Delay(Settle);
        var idle = await CostAsync(server, seconds);
        var memory = server.WorkingSet;

        var circuits = new List<HeadlessCircuit>();
        for (var i = 0; i < viewers + stalled; i++)
        {
            var circuit = new HeadlessCircuit(server.Address, http, stats) { Stalls = i >= viewers };
            circuits.Add(circuit);
            await circuit.StartAsync(CancellationToken.None);
        }

        await Task.Delay(Settle);
        stats.On = true;
        var busy = await CostAsync(server, seconds);
        stats.On = false;
        Print(viewers, machines, ticks, seconds, stats, idle, busy, server.WorkingSet - memory);
        foreach (var circuit in circuits)
        {
            await circuit.DisposeAsync();
        }

        return stats.Failures.Count == 0 ? 0 : 1;

        double Number(int position, double otherwise) =>
            args.Length > position ? double.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
    }

    /// <summary>Processor seconds of the server for each second.</summary>
    private static async Task<double> CostAsync(ServerProcess server, TimeSpan during)
    {
        var before = server.Processor;
        var clock = Stopwatch.StartNew();
        await Task.Delay(during);
        return (server.Processor - before) / clock.Elapsed;
    }

    private static void Print(
        int viewers, int machines, double ticks, TimeSpan seconds, ViewerStats stats, double idle, double busy, long memory)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {viewers} viewers, {machines:N0} machines, {ticks} ticks/s, {seconds.TotalSeconds} s, server on one core
            server processor        {busy:P1} of a core; without viewers {idle:P1}
            per viewer-second       {(busy - idle) * 1000 / viewers:N3} ms
            frames                  {stats.Frames:N0}, {stats.Frames / (viewers * seconds.TotalSeconds):N2} a viewer and second, {stats.Bytes / Math.Max(1, stats.Frames):N0} bytes each
            tick to receipt         p50 {stats.Quantile(0.5):N1} ms, p95 {stats.Quantile(0.95):N1} ms, p99 {stats.Quantile(0.99):N1} ms
            gaps                    {stats.Gaps} (each noticed and answered with a snapshot)
            working set             {memory / 1024.0 / viewers:N0} KB more for each viewer
            """));
        foreach (var (why, count) in stats.Failures)
        {
            Console.WriteLine($"FAILED {count} x {why}");
        }
    }
}
