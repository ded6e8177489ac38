using System.Runtime.CompilerServices;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;

namespace CasinoFloor.Kql.Execution;

/// <summary>
/// Registers the one function through which DuckDB calls the runtime. It belongs to the database instance, in memory only: a database
/// file is not changed by it.
/// </summary>
internal static class FunctionHost
{
    private static readonly ConditionalWeakTable<DuckDBConnection, object> Registered = [];
    private static readonly Lock Gate = new();
    private static readonly object FunctionHostMark = new();

    public static void EnsureRegistered(DuckDBConnection connection)
    {
        if (Registered.TryGetValue(connection, out _))
        {
            return;
        }

        lock (Gate)
        {
            if (!IsKnown(connection))
            {
                connection.RegisterScalarFunction<string, string>(
                    Emitter.FunctionName, Run, new ScalarFunctionOptions { HandlesNulls = true, IsPureFunction = true }, true);
            }
        }

        Registered.AddOrUpdate(connection, FunctionHostMark);
    }

    private static bool IsKnown(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM duckdb_functions() WHERE function_name = '{Emitter.FunctionName}'";
        return (long)command.ExecuteScalar()! > 0;
    }

    private static void Run(IReadOnlyList<IDuckDBDataReader> readers, IDuckDBDataWriter writer, ulong rows)
    {
        if (rows == 0)
        {
            return;
        }

        // The first argument is a constant of the generated SQL.
        var function = RuntimeCatalog.Find(readers[0].GetValue<string>(0));
        var arguments = new string?[readers.Count - 1];
        for (ulong row = 0; row < rows; row++)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = readers[i + 1].IsValid(row) ? readers[i + 1].GetValue<string>(row) : null;
            }

            if (function(arguments) is { } result)
            {
                writer.WriteValue(result, row);
            }
            else
            {
                writer.WriteNull(row);
            }
        }
    }
}
