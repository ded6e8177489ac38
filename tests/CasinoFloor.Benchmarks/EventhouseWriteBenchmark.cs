using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace CasinoFloor.Benchmarks;

/// <summary>
/// Bounded load runs of the embedded Eventhouse, each in a fresh file: <c>--filter "*EventhouseWrite*"</c>. The table that
/// <see cref="EventhouseLoadRun"/> prints is the result; BenchmarkDotNet only starts it.
/// </summary>
[InProcess]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 1, invocationCount: 1)]
public class EventhouseWriteBenchmark
{
    /// <summary>Rows of one write: a quiet floor's second, a busy one's, and whole row groups.</summary>
    [Params(2_000, 20_480, 40_960)]
    public int RowsPerWrite { get; set; }

    /// <summary>Writes 100 times, then recovers the rows.</summary>
    [Benchmark]
    public Task WriteAndRecover() => EventhouseLoadRun.RunAsync(RowsPerWrite * 100, RowsPerWrite);
}
