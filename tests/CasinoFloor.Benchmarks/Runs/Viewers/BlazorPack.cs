using System.Buffers;
using MessagePack;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>A message from the server to a circuit's browser, as far as a headless one must understand it.</summary>
/// <param name="Target">The method, such as <c>JS.RenderBatch</c>; empty for a completion.</param>
/// <param name="Id">The batch or task.</param>
/// <param name="Identifier">The script function of a call; null otherwise.</param>
/// <param name="ResultType">How the call's result is taken: 0 JSON, 1 a script object, 3 nothing.</param>
internal readonly record struct ServerMessage(string Target, long Id, string? Identifier, int ResultType);

/// <summary>
/// SignalR's <c>blazorpack</c> protocol: MessagePack arrays, each with its length in front as a base-128 number. Only what a circuit needs.
/// </summary>
internal static class BlazorPack
{
    private const int Invocation = 1;

    /// <summary>The handshake that opens a connection.</summary>
    public static ReadOnlySpan<byte> Handshake => "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8;

    /// <summary>Encodes a call of a hub method; the arguments are long, bool, string or null.</summary>
    public static byte[] Call(string target, string? invocation, params ReadOnlySpan<object?> arguments)
    {
        var body = new ArrayBufferWriter<byte>(256);
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(5);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write(invocation);
        writer.Write(target);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            switch (argument)
            {
                case long number:
                    writer.Write(number);
                    break;
                case bool flag:
                    writer.Write(flag);
                    break;
                default:
                    writer.Write((string?)argument);
                    break;
            }
        }

        writer.Flush();
        var message = new byte[5 + body.WrittenCount];
        var prefix = 0;
        for (var length = (uint)body.WrittenCount; ; length >>= 7)
        {
            message[prefix++] = (byte)((length & 127) | (length > 127 ? 128u : 0));
            if (length <= 127)
            {
                break;
            }
        }

        body.WrittenSpan.CopyTo(message.AsSpan(prefix));
        return message[..(prefix + body.WrittenCount)];
    }

    /// <summary>Takes one message from the front of what was received; false while it is not complete.</summary>
    public static bool TryTake(ref ReadOnlyMemory<byte> received, out ServerMessage message)
    {
        message = default;
        var span = received.Span;
        var length = 0;
        for (int i = 0, shift = 0; i < span.Length && i < 5; i++, shift += 7)
        {
            length |= (span[i] & 127) << shift;
            if ((span[i] & 128) != 0)
            {
                continue;
            }

            if (i + 1 + length > span.Length)
            {
                return false;
            }

            message = Parse(received.Slice(i + 1, length));
            received = received[(i + 1 + length)..];
            return true;
        }

        return false;
    }

    private static ServerMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var reader = new MessagePackReader(bytes);
        reader.ReadArrayHeader();
        var type = reader.ReadInt32();
        if (type != Invocation)
        {
            return new ServerMessage(type == 3 ? "" : "other", 0, null, 0);
        }

        reader.Skip();
        reader.Skip();
        var target = reader.ReadString()!;
        reader.ReadArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                return new ServerMessage(target, reader.ReadInt64(), null, 0);
            case "JS.BeginInvokeJS":
                var id = reader.ReadInt64();
                var identifier = reader.ReadString();
                reader.Skip();
                return new ServerMessage(target, id, identifier, reader.ReadInt32());
            case "JS.Error":
                return new ServerMessage(target, 0, reader.ReadString(), 0);
            default:
                return new ServerMessage(target, 0, null, 0);
        }
    }
}
