using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>Runs relations of one query on DuckDB, within the query's limits.</summary>
internal sealed class QueryRunner(DuckDBConnection connection, KqlQuery query, CancellationToken cancellation) : IDataProbe
{
    private const int MaxProbeRows = 10_000;

    /// <summary>What the query's text begins with in front of the author's own, which error positions leave out.</summary>
    public List<object?[]> Read(Rel rel, TextSpan span)
    {
        var rows = Run(rel, MaxProbeRows);
        return rows.Count <= MaxProbeRows ? rows : throw new KqlFailure(KqlErrorCodes.TooComplex, "There are too many different values.", span);
    }

    /// <summary>The rows of a relation; one more than allowed means that there are too many.</summary>
    public List<object?[]> Run(Rel rel, int maxRows)
    {
        FunctionHost.EnsureRegistered(connection);
        try
        {
            return Run(Translator.Translate(rel, false), maxRows);
        }
        catch (DuckDBException e) when (e.Message.StartsWith("Out of Range Error", StringComparison.Ordinal)
            || (e.Message.StartsWith("Conversion Error", StringComparison.Ordinal) && e.Message.Contains("INT64", StringComparison.Ordinal)))
        {
            // Whole numbers wrap in the language. That costs time, so it is done only for queries that need it.
            return Run(Translator.Translate(rel, true), maxRows);
        }
        catch (DuckDBException e) when (ExecutionErrors.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    private List<object?[]> Run(Translation.Translation translation, int maxRows)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = translation.Sql;
        command.UseStreamingMode = true;
        foreach (var parameter in translation.Parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter));
        }

        using var interruption = new Interruption(command, cancellation);
        var rows = new List<object?[]>();
        long bytes = 0;
        using var reader = command.ExecuteReader();
        while (rows.Count <= maxRows && reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var row = new object?[translation.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = ResultReader.Value(reader, i, translation.Columns[i]);
                bytes += ResultReader.Size(row[i]);
            }

            if (bytes > query.MaxBytes)
            {
                throw new KqlFailure(KqlErrorCodes.ResultTooLarge, $"The result is larger than {query.MaxBytes} bytes.", default);
            }

            rows.Add(row);
        }

        return rows;
    }
}
