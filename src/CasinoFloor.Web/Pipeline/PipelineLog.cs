namespace CasinoFloor.Web.Pipeline;

/// <summary>Log lines of the pipeline; event ids 1000 to 1099.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(1000, LogLevel.Information, "Recovered {Events} events since {Since:u}, {Findings} findings and {Windows} windows in {Elapsed}")]
    public static partial void Recovered(ILogger logger, long events, DateTime since, int findings, int windows, TimeSpan elapsed);

    [LoggerMessage(1001, LogLevel.Error, "A write to the Eventhouse failed ({Failures} in a row); trying again in {Delay}. Nothing is lost: the source waits")]
    public static partial void WriteFailed(ILogger logger, int failures, TimeSpan delay, Exception exception);

    [LoggerMessage(1002, LogLevel.Warning, "Stored findings were left out, because this version does not know {Names}: a newer one has stored them")]
    public static partial void UnknownFindings(ILogger logger, string names);

    [LoggerMessage(1003, LogLevel.Critical, "The pipeline stopped on an error in the program")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning, "Stopping: what could not be stored within {Timeout} is read again at the next start")]
    public static partial void StopTimedOut(ILogger logger, TimeSpan timeout);

    [LoggerMessage(1005, LogLevel.Information, "Started: {Source}; {Eventhouse}")]
    public static partial void Started(ILogger logger, string source, string eventhouse);

    [LoggerMessage(1006, LogLevel.Information, "Retention: {ByAge} rows too old, {BySize} rows over the size; {Used} bytes in use")]
    public static partial void Retained(ILogger logger, long byAge, long bySize, long used);

    [LoggerMessage(1007, LogLevel.Error, "Retention failed; it is tried again in {Interval}")]
    public static partial void RetentionFailed(ILogger logger, TimeSpan interval, Exception exception);
}
