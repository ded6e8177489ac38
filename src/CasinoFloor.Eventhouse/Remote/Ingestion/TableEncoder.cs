using System.Buffers;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Encodes rows of one table into chunks that one streaming request can carry. Its buffers are used again; used by one task at a time.</summary>
internal sealed class TableEncoder : IRowTable<JsonRowWriter>, IDisposable
{
    private readonly ArrayBufferWriter<byte> _raw = new(1 << 16);
    private readonly MemoryStream _compressed = new();
    private readonly PositionRanges _positions = new();
    private readonly IPartitionIds _partitions;
    private readonly Utf8JsonWriter _writer;
    private readonly JsonEncodedText[] _names;
    private readonly List<RowChunk> _chunks = [];
    private int _rows;

    /// <summary>Creates the encoder of a table.</summary>
    public TableEncoder(TableDefinition table, IPartitionIds partitions)
    {
        Table = table;
        _partitions = partitions;
        _names = [.. table.Columns.Select(column => JsonEncodedText.Encode(column.Name))];

        // Rows are read by a JSON parser, never by a browser: nothing beyond JSON's own rules needs escaping.
        _writer = new Utf8JsonWriter(_raw, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>The table.</summary>
    public TableDefinition Table { get; }

    /// <summary>Begins a write.</summary>
    public void Begin()
    {
        // What a write that failed in the middle has left behind.
        _writer.Reset();
        _rows = 0;
        _raw.ResetWrittenCount();
        _positions.Clear();
        _chunks.Clear();
    }

    /// <inheritdoc />
    public JsonRowWriter BeginRow()
    {
        _writer.WriteStartObject();
        return new JsonRowWriter(_writer, _names);
    }

    /// <inheritdoc />
    public void EndRow(in RawMessage message)
    {
        _positions.Add(message);
        EndRow();
    }

    /// <inheritdoc />
    public void EndRow()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        _writer.Reset();
        _raw.Write("\n"u8);
        _rows++;

        // One row is at most 64 KB of message: the next one fits in what is left.
        if (_raw.WrittenCount > RemoteOptions.MaxStreamingBytes - (256 * 1024))
        {
            Cut();
        }
    }

    /// <summary>The chunks of the rows since <see cref="Begin"/>.</summary>
    public IReadOnlyList<RowChunk> Complete()
    {
        if (_rows > 0)
        {
            Cut();
        }

        return _chunks;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _writer.Dispose();
        _compressed.Dispose();
    }

    private void Cut()
    {
        _compressed.SetLength(0);
        using (var gzip = new GZipStream(_compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(_raw.WrittenSpan);
        }

        _chunks.Add(new RowChunk(Table.Name, _rows, _raw.WrittenCount, _positions.TakeTag(_partitions), _compressed.ToArray()));
        _raw.ResetWrittenCount();
        _rows = 0;
    }
}
