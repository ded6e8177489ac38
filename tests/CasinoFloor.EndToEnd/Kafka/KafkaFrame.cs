using System.Buffers.Binary;
using System.Text;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>A request on the wire: size int32, api int16, version int16, correlation int32, client id int16 + text, body.</summary>
internal readonly struct KafkaFrame(byte[] bytes)
{
    private const int ClientIdAt = 12;

    /// <summary>Kind of request.</summary>
    public short Api => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(4));

    /// <summary>Version of the kind.</summary>
    public short Version => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(6));

    /// <summary>Comes back in the answer.</summary>
    public int Correlation => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));

    /// <summary>The client's <c>client.id</c>.</summary>
    public string ClientId => ReadText(ClientIdAt, out _);

    /// <summary>Where the body begins.</summary>
    public int Body
    {
        get
        {
            ReadText(ClientIdAt, out var end);
            return end;
        }
    }

    /// <summary>Reads a text with its length before it.</summary>
    public string ReadText(int at, out int end)
    {
        var length = Math.Max((short)0, BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at)));
        end = at + 2 + length;
        return Encoding.UTF8.GetString(bytes, at + 2, length);
    }

    /// <summary>Reads a number.</summary>
    public int ReadInt32(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    /// <summary>Reads bytes with their length before them.</summary>
    public byte[] ReadBytes(int at) => bytes.AsSpan(at + 4, ReadInt32(at)).ToArray();

    /// <summary>Reads a whole frame; null at the end.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream)
    {
        var size = new byte[4];
        if (await stream.ReadAtLeastAsync(size, size.Length, throwOnEndOfStream: false) < size.Length)
            return null;
        var frame = new byte[size.Length + BinaryPrimitives.ReadInt32BigEndian(size)];
        size.CopyTo(frame, 0);
        await stream.ReadExactlyAsync(frame.AsMemory(size.Length));
        return frame;
    }
}
