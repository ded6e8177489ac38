using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;
using CasinoFloor.Eventhouse.Remote.Ingestion;

namespace CasinoFloor.Eventhouse.Remote.Spool;

/// <summary>
/// A chunk in a file of the spool. Little-endian:
/// <code>
/// offset size
///      0    4  magic "CFS1"
///      4    4  u32 length of the head
///      8    4  u32 length of the body
///     12    4  u32 CRC-32 of head and body
///     16       head: {"Table":...,"Rows":...,"RawBytes":...,"Tag":...} in UTF-8
///              body: the rows, compressed
/// </code>
/// </summary>
internal static class SpoolRecord
{
    private const uint Magic = 0x31534643;
    private const int HeaderSize = 16;
    private const int LongestHead = 64 * 1024;
    private const int LongestBody = 64 * 1024 * 1024;

    /// <summary>Writes a chunk.</summary>
    public static void Write(Stream file, RowChunk chunk)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(chunk.Table, chunk.Rows, chunk.RawBytes, chunk.Tag));
        Span<byte> header = stackalloc byte[HeaderSize];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], chunk.Body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], Checksum(head, chunk.Body.Span));
        file.Write(header);
        file.Write(head);
        file.Write(chunk.Body.Span);
    }

    /// <summary>Reads the next chunk; null where the rest of the file is no whole record.</summary>
    public static RowChunk? Read(Stream file)
    {
        if (ReadHeader(file) is not var (headLength, bodyLength, checksum) || headLength + bodyLength > file.Length - file.Position)
        {
            return null;
        }

        var bytes = new byte[headLength + bodyLength];
        file.ReadExactly(bytes);
        if (Checksum(bytes.AsSpan(0, headLength), bytes.AsSpan(headLength)) != checksum)
        {
            return null;
        }

        var head = JsonSerializer.Deserialize<Head>(bytes.AsSpan(0, headLength))!;
        return new RowChunk(head.Table, head.Rows, head.RawBytes, head.Tag, bytes.AsMemory(headLength));
    }

    /// <summary>The rows of a file by its heads alone, as far as they can be read: a figure for people, not a check.</summary>
    public static long CountRows(Stream file)
    {
        var rows = 0L;
        while (ReadHeader(file) is { } header && header.HeadLength + header.BodyLength <= file.Length - file.Position)
        {
            var head = new byte[header.HeadLength];
            file.ReadExactly(head);
            file.Seek(header.BodyLength, SeekOrigin.Current);
            rows += RowsOf(head);
        }

        return rows;
    }

    private static int RowsOf(byte[] head)
    {
        try
        {
            return JsonSerializer.Deserialize<Head>(head)?.Rows ?? 0;
        }
        catch (JsonException)
        {
            // Its checksum will say so when its turn comes.
            return 0;
        }
    }

    private static (int HeadLength, int BodyLength, uint Checksum)? ReadHeader(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
        {
            return null;
        }

        var headLength = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        return headLength is < 0 or > LongestHead || bodyLength is < 0 or > LongestBody
            ? null
            : (headLength, bodyLength, BinaryPrimitives.ReadUInt32LittleEndian(header[12..]));
    }

    private static uint Checksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var crc = new Crc32();
        crc.Append(head);
        crc.Append(body);
        return crc.GetCurrentHashAsUInt32();
    }

    private sealed record Head(string Table, int Rows, long RawBytes, string Tag);
}
