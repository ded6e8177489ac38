using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>Errors of DuckDB in the words of the language: its own text says nothing to the author of a query.</summary>
internal static class ExecutionErrors
{
    public static KqlError Describe(DuckDBException error)
    {
        var (code, message) = error.Message switch
        {
            var m when m.StartsWith("Out of Memory", StringComparison.Ordinal) => (KqlErrorCodes.RunawayQuery, "The query needs more memory than allowed."),
            var m when m.StartsWith("Out of Range", StringComparison.Ordinal) || m.StartsWith("Conversion", StringComparison.Ordinal) =>
                (KqlErrorCodes.Execution, "A value is out of the range of its type."),
            var m when m.StartsWith("Invalid Input", StringComparison.Ordinal) => (KqlErrorCodes.Execution, "A value or pattern is not valid."),
            var m when m.StartsWith("Catalog", StringComparison.Ordinal) => (KqlErrorCodes.Execution, "A table or column of the catalog does not exist in the database."),
            _ => (KqlErrorCodes.Execution, "The query could not be run."),
        };
        return new KqlError(code, message, 0, 0, 0, 0);
    }
}
