using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Copies each message's bytes into one buffer that is used again for the next message, and gives their length: the client
/// lends the bytes only during this call, and an array per message would be garbage. A null body has length 0.
/// </summary>
internal sealed class BodyDeserializer : IDeserializer<int>
{
    private byte[] _body = new byte[4096];

    /// <summary>The message consumed last, as long as its length says.</summary>
    public ReadOnlySpan<byte> Last(int length) => _body.AsSpan(0, length);

    /// <inheritdoc />
    public int Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
    {
        if (data.Length > _body.Length)
            _body = new byte[Math.Max(data.Length, _body.Length * 2)];
        data.CopyTo(_body);
        return data.Length;
    }
}
