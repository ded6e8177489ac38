using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>Says in an operator's words why a database file cannot be opened.</summary>
internal static partial class OpenFailure
{
    /// <summary>The failure explained; null when it is none that an operator can mend.</summary>
    public static EventhouseException? Explain(string path, Exception failure) => failure switch
    {
        EventhouseException known => known,
        DuckDBException => ExplainDuckDb(path, failure),
        UnauthorizedAccessException or IOException => new EventhouseException(
            $"The directory of the database {path} cannot be used: {failure.Message} Give another one with --data DIR.", failure),
        _ => null,
    };

    /// <summary>The file is open elsewhere.</summary>
    /// <param name="path">The file.</param>
    /// <param name="processId">Who holds it; null is unknown.</param>
    /// <param name="cause">What DuckDB said.</param>
    public static EventhouseException InUse(string path, string? processId, Exception? cause)
    {
        var message = $"The database {path} is in use by another process{(processId is null ? "" : $" (PID {processId})")}. "
            + "Stop it, or give this one a directory of its own with --data DIR.";
        return cause is null ? new EventhouseException(message) : new EventhouseException(message, cause);
    }

    private static EventhouseException ExplainDuckDb(string path, Exception failure)
    {
        // Linux and macOS: Could not set lock on file "FILE": Conflicting lock is held in /usr/bin/dotnet (PID 4711) by user ann.
        // Windows: Cannot open file "FILE": The process cannot access the file because it is being used by another process.
        var message = failure.Message;
        if (message.Contains("set lock", StringComparison.OrdinalIgnoreCase)
            || message.Contains("used by another process", StringComparison.OrdinalIgnoreCase))
        {
            var holder = Holder().Match(message);
            return InUse(path, holder.Success ? holder.Groups[1].Value : null, failure);
        }

        return new EventhouseException(
            $"The database {path} cannot be opened; it may be damaged, of a newer version, or not readable for this user. "
            + $"Move it away to start with an empty one, or give another directory with --data DIR. DuckDB says: {message}",
            failure);
    }

    [GeneratedRegex(@"\(PID (\d+)\)")]
    private static partial Regex Holder();
}
