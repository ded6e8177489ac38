namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>What the simulator logs; event ids 2100 to 2199.</summary>
internal static partial class SimulatorLog
{
    [LoggerMessage(2100, LogLevel.Information, "Simulating {Machines} machines as {Source}, beginning {Backfill} ago")]
    public static partial void Running(ILogger logger, int machines, string source, TimeSpan backfill);

    [LoggerMessage(2101, LogLevel.Warning, "Left out {Gap} of simulated events: the computer slept, or the pipeline stood still")]
    public static partial void Skipped(ILogger logger, TimeSpan gap);
}
