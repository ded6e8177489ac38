using System.Globalization;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>Errors of DuckDB in the words of the language: its own text says nothing to the author of a query.</summary>
internal static class ExecutionErrors
{
    /// <summary>The refusal that <see cref="Emitter.Refuse"/> has put into a statement, when it is what ended it.</summary>
    public static KqlFailure? Refusal(DuckDBException error)
    {
        var start = error.Message.IndexOf(Emitter.RefusalMark, StringComparison.Ordinal);
        return start >= 0 && error.Message[start..].Split(' ', 4) is [_, var from, var length, var construct]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var begin) && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? KqlFailure.Unsupported(construct.TrimEnd(), new TextSpan(begin, count))
            : null;
    }

    public static KqlError Describe(DuckDBException error)
    {
        var (code, message) = error.Message switch
        {
            var m when m.StartsWith("Out of Memory", StringComparison.Ordinal) => (KqlErrorCodes.RunawayQuery, "The query needs more memory than allowed."),
            var m when m.StartsWith("IO Error", StringComparison.Ordinal) => (KqlErrorCodes.RunawayQuery, "What does not fit into memory cannot be put on the disk now: it may be full."),
            var m when m.StartsWith("Out of Range", StringComparison.Ordinal) || m.StartsWith("Conversion", StringComparison.Ordinal) =>
                (KqlErrorCodes.Execution, "A value is out of the range of its type."),
            var m when m.StartsWith("Invalid Input", StringComparison.Ordinal) => (KqlErrorCodes.Execution, "A value or pattern is not valid."),
            var m when m.StartsWith("Catalog", StringComparison.Ordinal) => (KqlErrorCodes.Execution, "A table or column of the catalog does not exist in the database."),
            _ => (KqlErrorCodes.Execution, "The query could not be run."),
        };
        return new KqlError(code, message, 0, 0, 0, 0);
    }
}
