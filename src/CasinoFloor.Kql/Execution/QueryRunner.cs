using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;
using DuckDB.NET.Data;

namespace CasinoFloor.Kql.Execution;

/// <summary>Runs relations of one query on DuckDB, within the query's limits.</summary>
internal sealed class QueryRunner(DuckDBConnection connection, KqlQuery query, CancellationToken cancellation) : IDataProbe
{
    private const int MaxProbeRows = 10_000;

    /// <inheritdoc/>
    public List<object?[]> Read(Rel rel, TextSpan span)
    {
        var rows = Run([rel], MaxProbeRows)[0];
        return rows.Count <= MaxProbeRows ? rows : throw new KqlFailure(KqlErrorCodes.TooComplex, "There are too many different values.", span);
    }

    /// <summary>The rows of relations that see the same data, each for itself; one more than allowed means that there are too many.</summary>
    public List<object?[]>[] Run(IReadOnlyList<Rel> rels, int maxRows)
    {
        FunctionHost.EnsureRegistered(connection);
        try
        {
            return Run(rels, false, maxRows);
        }
        catch (DuckDBException e) when (e.Message.StartsWith("Out of Range Error", StringComparison.Ordinal)
            || (e.Message.StartsWith("Conversion Error", StringComparison.Ordinal) && e.Message.Contains("INT64", StringComparison.Ordinal)))
        {
            // Whole numbers wrap in the language. That costs time, so it is done only for queries that need it.
            return Run(rels, true, maxRows);
        }
    }

    /// <summary>Runs a statement that answers no rows, and gives the number of rows it changed.</summary>
    public long Run(Translation.Translation statement)
    {
        cancellation.ThrowIfCancellationRequested();
        FunctionHost.EnsureRegistered(connection);
        using var command = Command(statement);
        using var interruption = new Interruption(command, cancellation);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (DuckDBException e) when (ExecutionErrors.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    private List<object?[]>[] Run(IReadOnlyList<Rel> rels, bool wrapsOverflow, int maxRows)
    {
        try
        {
            return Run(Translator.Translate(rels, wrapsOverflow, maxRows), [.. rels.Select(rel => rel.Columns.Count)], maxRows);
        }
        catch (DuckDBException e) when (ExecutionErrors.Refusal(e) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <param name="translation">The statement; with several widths its first column says which of them a row is of.</param>
    /// <param name="widths">The number of columns of each table.</param>
    /// <param name="maxRows">The most rows of a table.</param>
    private List<object?[]>[] Run(Translation.Translation translation, int[] widths, int maxRows)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = Command(translation);
        command.UseStreamingMode = true;
        using var interruption = new Interruption(command, cancellation);
        List<object?[]>[] tables = [.. widths.Select(_ => new List<object?[]>())];
        int[] starts = [.. widths.Select((_, i) => widths.Take(i).Sum())];
        var ahead = widths.Length > 1 ? Translator.ColumnsAhead : 0;
        long bytes = 0;
        using var reader = command.ExecuteReader();
        while (tables[^1].Count <= maxRows && reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var table = ahead > 0 ? reader.GetInt32(0) : 0;
            var row = new object?[widths[table]];
            for (var i = 0; i < row.Length; i++)
            {
                var column = starts[table] + i;
                row[i] = ResultReader.Value(reader, ahead + column, translation.Columns[column]);
                bytes += ResultReader.Size(row[i]);
            }

            if (bytes > query.MaxBytes)
            {
                throw new KqlFailure(KqlErrorCodes.ResultTooLarge, $"The result is larger than {query.MaxBytes} bytes.", default);
            }

            tables[table].Add(row);
        }

        return tables;
    }

    private DuckDBCommand Command(Translation.Translation translation)
    {
        var statement = SessionTexts.Of(connection).Name(connection, translation);
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        foreach (var parameter in statement.Parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter));
        }

        return command;
    }
}
