namespace CasinoFloor.Web.KeyFigures;

/// <summary>Log lines of the key figures, ids 2300 to 2309.</summary>
internal static partial class KeyFigureLog
{
    [LoggerMessage(2300, LogLevel.Warning, "The key figures cannot be compared with the usual: {Problem}. It is tried again every minute")]
    public static partial void NotAnswered(ILogger logger, string problem);
}
