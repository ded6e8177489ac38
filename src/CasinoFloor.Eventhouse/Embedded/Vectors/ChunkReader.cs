using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>Reads a query's result chunk by chunk, straight from the column vectors. Rows and columns count from 0.</summary>
internal sealed unsafe class ChunkReader : IRowReader, IDisposable
{
    private readonly nint[] _data;
    private readonly nint[] _validity;
    private DuckDBResult _result;
    private DuckDBDataChunk? _chunk;

    /// <summary>Runs a query. Texts of users never go into its SQL.</summary>
    /// <exception cref="EventhouseException">DuckDB refuses it.</exception>
    public ChunkReader(DuckDBConnection connection, string sql)
    {
        if (!NativeMethods.Query.DuckDBQuery(connection.NativeConnection, sql, out _result).IsSuccess())
        {
            var message = NativeMethods.Query.DuckDBResultError(ref _result);
            NativeMethods.Query.DuckDBDestroyResult(ref _result);
            throw new EventhouseException($"The Eventhouse cannot be read: {message}");
        }

        var columns = (int)NativeMethods.Query.DuckDBColumnCount(ref _result);
        _data = new nint[columns];
        _validity = new nint[columns];
    }

    /// <summary>Rows of the current chunk.</summary>
    public int Rows { get; private set; }

    /// <summary>Goes to the next chunk; false after the last. What was read from the one before is no longer valid.</summary>
    public bool Read()
    {
        _chunk?.Dispose();
        _chunk = NativeMethods.Query.DuckDBFetchChunk(_result);
        if (_chunk.IsInvalid)
        {
            Rows = 0;
            return false;
        }

        Rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(_chunk);
        for (var column = 0; column < _data.Length; column++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
            _data[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            _validity[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        }

        return true;
    }

    /// <summary>Whether a value is null.</summary>
    public bool IsNull(int column, int row) =>
        _validity[column] is var mask and not 0 && (((ulong*)mask)[row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>A text; valid until the next chunk; empty where it is null.</summary>
    public ReadOnlySpan<byte> Text(int column, int row) =>
        IsNull(column, row) ? default : StringCell.Read((byte*)_data[column] + ((nint)row * StringCell.Size));

    /// <summary>A text as a string.</summary>
    public string String(int column, int row) => System.Text.Encoding.UTF8.GetString(Text(column, row));

    /// <summary>A number; NaN where it is null.</summary>
    public double Real(int column, int row) => IsNull(column, row) ? double.NaN : ((double*)_data[column])[row];

    /// <summary>A 64-bit integer, a moment, or a decimal of at most 18 digits in units of its last digit; not null.</summary>
    public long Long(int column, int row) => ((long*)_data[column])[row];

    /// <summary>A decimal of more than 18 digits in units of its last digit; not null.</summary>
    public Int128 Decimal(int column, int row) => ((Int128*)_data[column])[row];

    /// <summary>A 32-bit integer; not null.</summary>
    public int Int(int column, int row) => ((int*)_data[column])[row];

    /// <summary>A truth value; not null.</summary>
    public bool Bool(int column, int row) => ((byte*)_data[column])[row] != 0;

    /// <inheritdoc />
    public void Dispose()
    {
        _chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref _result);
    }
}
