using System.Buffers.Binary;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Compressed forms of short data. The engine stores what its compressor cannot make smaller; that is so for every text shorter than the
/// code table which a compressed block begins with (RFC 1951, 3.2.4). For longer data only the engine's own compressor has its bytes.
/// </summary>
internal static class StoredBlock
{
    /// <summary>The longest data that is certain to be stored, in bytes.</summary>
    public const int MaxLength = 100;

    /// <summary>RFC 1950: header, block, Adler-32.</summary>
    public static byte[]? Zlib(byte[] data) => Block([0x78, 0x01], data, 4, end => BinaryPrimitives.WriteUInt32BigEndian(end, Adler32(data)));

    /// <summary>RFC 1952: header without time, block, CRC-32 and length.</summary>
    public static byte[]? Gzip(byte[] data) => Block([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF], data, 8, end =>
    {
        BinaryPrimitives.WriteUInt32LittleEndian(end, Crc32(data));
        BinaryPrimitives.WriteUInt32LittleEndian(end[4..], (uint)data.Length);
    });

    private delegate void WriteEnd(Span<byte> end);

    private static byte[]? Block(ReadOnlySpan<byte> header, byte[] data, int endLength, WriteEnd writeEnd)
    {
        if (data.Length is 0 or > MaxLength)
        {
            return null;
        }

        var result = new byte[header.Length + 5 + data.Length + endLength];
        header.CopyTo(result);
        var block = result.AsSpan(header.Length);
        block[0] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(block[1..], (ushort)data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(block[3..], (ushort)~data.Length);
        data.CopyTo(block[5..]);
        writeEnd(block[(5 + data.Length)..]);
        return result;
    }

    private static uint Adler32(byte[] data)
    {
        var (low, high) = (1u, 0u);
        foreach (var value in data)
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }

        return (high << 16) | low;
    }

    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
