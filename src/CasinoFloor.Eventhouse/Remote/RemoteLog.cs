using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>What the log says of the remote Eventhouse; events 3100 to 3199.</summary>
internal static partial class RemoteLog
{
    [LoggerMessage(3100, LogLevel.Warning, "The Eventhouse is away: {Problem} Rows wait in the spool until it is back.")]
    public static partial void Away(ILogger logger, string problem);

    [LoggerMessage(3101, LogLevel.Information, "The Eventhouse is back: {Rows} rows that waited have been stored.")]
    public static partial void Back(ILogger logger, long rows);

    [LoggerMessage(3102, LogLevel.Error, "The Eventhouse refuses rows: {Problem} They wait in the spool until this is mended.")]
    public static partial void Refused(ILogger logger, string problem);

    [LoggerMessage(3103, LogLevel.Warning, "The Eventhouse is away at the start: nothing is recovered, the floor begins empty. {Problem}")]
    public static partial void AwayAtStart(ILogger logger, string problem);

    [LoggerMessage(3105, LogLevel.Warning, "The machines could not be stored and are tried again: {Problem}")]
    public static partial void MachinesFailed(ILogger logger, string problem);

    [LoggerMessage(3104, LogLevel.Warning, "Corrections of closed minutes could not be computed and are tried again: {Problem}")]
    public static partial void CorrectionsFailed(ILogger logger, string problem);
}
