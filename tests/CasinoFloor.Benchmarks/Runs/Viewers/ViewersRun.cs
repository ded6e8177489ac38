using System.Diagnostics;
using System.Globalization;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>
/// Many viewers of the floor page at once, bounded: starts the product on one core with a simulated floor, opens the page for headless viewers, first without and then
/// with the map's frames, and prints what each costs. The cost of the floor itself is measured before the viewers come and after they have gone, and taken off the processor's; the page's own memory, that of
/// its circuit without frames, is told apart from what the frames add.
/// <c>viewers [viewers 250] [machines 10000] [ticks a second 10] [seconds 20] [stalled viewers 1]</c>.
/// </summary>
internal static class ViewersRun
{
    // The compiler works on what has become hot for a minute and more.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(80);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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
        var floor = await CostAsync(server, seconds);

        var open = new List<IAsyncDisposable>();
        for (var i = 0; i < viewers + stalled; i++)
        {
            var circuit = new HeadlessCircuit(server.Address, http, stats);
            open.Add(circuit);
            await circuit.StartAsync(CancellationToken.None).WaitAsync(Patience);
        }

        var pages = await CostAsync(server, seconds);
        for (var i = 0; i < viewers + stalled; i++)
        {
            var map = new HeadlessMap(server.Address, stats) { Stalls = i >= viewers };
            open.Add(map);
            map.Start();
        }

        var waiting = Stopwatch.StartNew();
        while (stats.Maps < viewers && waiting.Elapsed < Patience)
        {
            await Task.Delay(100);
        }

        var maps = await CostAsync(server, seconds, stats);
        foreach (var viewer in open)
        {
            await viewer.DisposeAsync();
        }

        Print(viewers, machines, ticks, seconds, stats, floor, pages, maps, await CostAsync(server, seconds));
        return stats.Failures.Count == 0 && stats.Maps == viewers ? 0 : 1;

        double Number(int position, double otherwise) =>
            args.Length > position ? double.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
    }

    private static async Task<Cost> CostAsync(ServerProcess server, TimeSpan during, ViewerStats? stats = null)
    {
        await Task.Delay(Settle);
        stats?.On = true;
        var before = server.Processor;
        var clock = Stopwatch.StartNew();
        await Task.Delay(during);
        var processor = (server.Processor - before) / clock.Elapsed;
        stats?.On = false;
        return new Cost(processor, server.WorkingSet);
    }

    private static void Print(int viewers, int machines, double ticks, TimeSpan seconds, ViewerStats stats, Cost floor, Cost pages, Cost maps, Cost after)
    {
        var idle = (floor.Processor + after.Processor) / 2;
        var viewerSeconds = viewers * seconds.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {viewers} viewers, {machines:N0} machines, {ticks} ticks/s, {seconds.TotalSeconds} s, server on one core
            server processor        {maps.Processor:P1} of a core; with pages whose maps get no frames {pages.Processor:P1}; without viewers {floor.Processor:P1} before and {after.Processor:P1} after
            per viewer-second       {(maps.Processor - idle) * 1000 / viewers:N3} ms, the page's own {(pages.Processor - idle) * 1000 / viewers:N3} ms
            frames                  {stats.Frames:N0}, {stats.Frames / viewerSeconds:N2} a viewer and second, {stats.Bytes / Math.Max(1, stats.Frames):N0} bytes each
            panels                  {stats.Panels / viewerSeconds:N2} a viewer and second, {stats.PanelBytes / Math.Max(1, stats.Panels):N0} bytes each
            tick to receipt         p50 {stats.Quantile(0.5):N1} ms, p95 {stats.Quantile(0.95):N1} ms, p99 {stats.Quantile(0.99):N1} ms
            gaps                    {stats.Gaps} (each noticed and answered with a snapshot)
            working set             {(maps.WorkingSet - pages.WorkingSet) / 1024.0 / viewers:N0} KB more for each viewer's map; the page's own {(pages.WorkingSet - floor.WorkingSet) / 1024.0 / viewers:N0} KB
            """));
        foreach (var (why, count) in stats.Failures)
        {
            Console.WriteLine($"FAILED {count} x {why}");
        }
    }

    /// <param name="Processor">Processor seconds of the server for each second.</param>
    /// <param name="WorkingSet">Bytes.</param>
    private readonly record struct Cost(double Processor, long WorkingSet);
}
