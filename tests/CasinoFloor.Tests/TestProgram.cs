using CasinoFloor.Tests.Eventhouse.Embedded;
using Xunit.Runner.InProc.SystemConsole;

namespace CasinoFloor.Tests;

/// <summary>Runs the tests, or as a second process what a test wants to kill.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args) =>
        args is [KilledWriter.Command, var directory] ? KilledWriter.RunAsync(directory) : ConsoleRunner.Run(args);
}
