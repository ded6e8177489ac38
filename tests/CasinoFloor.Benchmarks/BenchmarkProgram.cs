using BenchmarkDotNet.Running;

namespace CasinoFloor.Benchmarks;

/// <summary>Runs BenchmarkDotNet benchmarks; see the README for the bounded load runs.</summary>
internal static class BenchmarkProgram
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
}
