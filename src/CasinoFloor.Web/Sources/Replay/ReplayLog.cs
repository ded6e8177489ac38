namespace CasinoFloor.Web.Sources.Replay;

/// <summary>What a replay logs; event ids 2200 to 2299.</summary>
internal static partial class ReplayLog
{
    [LoggerMessage(2200, LogLevel.Information, "Reading {File} as {Stream} events in the dialect {Dialect}, from line {Line}")]
    public static partial void Reading(ILogger logger, string file, string stream, string dialect, long line);

    [LoggerMessage(2201, LogLevel.Information, "Replayed {Count} messages. {Note}")]
    public static partial void Finished(ILogger logger, long count, string note);

    [LoggerMessage(2202, LogLevel.Error, "The replay failed: {Reason}")]
    public static partial void Failed(ILogger logger, string reason);
}
