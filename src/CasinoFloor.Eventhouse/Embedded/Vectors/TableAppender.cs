using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using DuckDBAppender = DuckDB.NET.Native.DuckDBAppender;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>
/// Appends rows to one table inside the connection's transaction. The chunk lives on from one transaction to the next.
/// </summary>
/// <param name="connection">The connection; a transaction is open whenever a row begins.</param>
/// <param name="table">The table.</param>
/// <param name="byName">Whether the stored columns stand in another order than the definition's, or are more: a database that was upgraded.</param>
internal sealed class TableAppender(DuckDBConnection connection, TableDefinition table, bool byName = false) : IRowTable<RowWriter>, IDisposable
{
    private readonly ColumnChunk _chunk = new(table);
    private DuckDBAppender? _appender;

    /// <summary>The table's name.</summary>
    public string Table => table.Name;

    /// <summary>Whether rows were begun that are not with the transaction yet.</summary>
    public bool HasRows => _appender is not null;

    /// <summary>Begins a row. Every column must be written before the next row, <see cref="Complete"/> or <see cref="Abandon"/>.</summary>
    /// <exception cref="EventhouseException">DuckDB refuses a full chunk.</exception>
    public RowWriter BeginRow()
    {
        if (_appender is null)
        {
            Open();
        }

        if (_chunk.Rows == _chunk.Capacity)
        {
            Check(_chunk.AppendTo(_appender!));
        }

        return _chunk.AddRow();
    }

    /// <inheritdoc />
    public void EndRow(in RawMessage message)
    {
        // The next row ends this one, and where it came from stands in its columns.
    }

    /// <inheritdoc />
    public void EndRow()
    {
        // The next row ends this one.
    }

    /// <summary>Hands every row to the transaction.</summary>
    /// <exception cref="EventhouseException">DuckDB refuses them.</exception>
    public void Complete()
    {
        if (_appender is null)
        {
            return;
        }

        if (_chunk.Rows > 0)
        {
            Check(_chunk.AppendTo(_appender));
        }

        Check(NativeMethods.Appender.DuckDBAppenderClose(_appender));
        Release();
    }

    /// <summary>
    /// Forgets the rows that DuckDB's appender still buffers. Must come before the rollback: an appender that is merely
    /// destroyed writes them, and outside a transaction that would make half a write durable.
    /// </summary>
    public void Abandon()
    {
        _chunk.Clear();
        if (_appender is not null)
        {
            NativeMethods.Appender.DuckDBAppenderClear(_appender);
            Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Abandon();
        _chunk.Dispose();
    }

    private void Open()
    {
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, null!, table.Name, out _appender));
        foreach (var column in byName ? table.Columns : [])
        {
            Check(AppenderColumns.Add(_appender, column.Name));
        }
    }

    private void Release()
    {
        _appender?.Dispose();
        _appender = null;
    }

    private void Check(DuckDBState state)
    {
        if (!state.IsSuccess())
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender!);
            throw new EventhouseException($"Rows cannot be written to {table.Name}: {NativeMethods.ErrorData.DuckDBErrorDataMessage(error)}");
        }
    }
}
