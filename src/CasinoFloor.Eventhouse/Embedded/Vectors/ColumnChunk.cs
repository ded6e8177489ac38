using CasinoFloor.Eventhouse.Ingestion;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>
/// A DuckDB data chunk of one table, filled in place and used again and again: its vectors are written over, never reset,
/// so their memory is fetched once.
/// </summary>
internal sealed unsafe class ColumnChunk : IDisposable
{
    private readonly DuckDBDataChunk _chunk;
    private readonly nint[] _data;
    private readonly nint[] _validity;

    /// <summary>Makes a chunk for a table's columns.</summary>
    public ColumnChunk(TableDefinition table)
    {
        Capacity = (int)NativeMethods.Helpers.DuckDBVectorSize();
        var types = table.Columns.Select(LogicalType).ToArray();
        try
        {
            _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Length);
        }
        finally
        {
            Array.ForEach(types, type => type.Dispose());
        }

        // Pinned, so that a row writer can hold their address.
        _data = GC.AllocateArray<nint>(table.Columns.Count, pinned: true);
        _validity = GC.AllocateArray<nint>(table.Columns.Count, pinned: true);
        for (var column = 0; column < _data.Length; column++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
            _data[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            if (table.Columns[column].Type != KustoType.String)
            {
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                _validity[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            }
        }
    }

    /// <summary>How many rows fit.</summary>
    public int Capacity { get; }

    /// <summary>How many rows are filled.</summary>
    public int Rows { get; private set; }

    /// <summary>Texts that lie in no batch.</summary>
    public TextArena Texts { get; } = new();

    /// <summary>Begins a row; there must be room.</summary>
    public RowWriter AddRow() =>
        new((byte**)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_data, 0), (ulong**)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_validity, 0), Rows++, Texts);

    /// <summary>Hands the filled rows to an appender, which copies them, and empties the chunk.</summary>
    public DuckDBState AppendTo(DuckDBAppender appender)
    {
        NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)Rows);
        var state = NativeMethods.Appender.DuckDBAppendDataChunk(appender, _chunk);
        Clear();
        return state;
    }

    /// <summary>Forgets the filled rows.</summary>
    public void Clear()
    {
        Rows = 0;
        Texts.Reset();
    }

    /// <inheritdoc />
    public void Dispose() => _chunk.Dispose();

    private static DuckDBLogicalType LogicalType(ColumnDefinition column) => column.Type switch
    {
        KustoType.String => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar),
        KustoType.Real => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Double),
        KustoType.Decimal => NativeMethods.LogicalType.DuckDBCreateDecimalType(column.Precision, column.Scale),
        KustoType.Long => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt),
        KustoType.Int => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Integer),
        KustoType.Bool => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Boolean),
        KustoType.DateTime => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Timestamp),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, null),
    };
}
