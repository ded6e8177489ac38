using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Output;

/// <summary>Spoils a message in one of the ways that real gateways do, so that it must be refused.</summary>
internal static class Garbler
{
    /// <summary>A spoilt copy of a message.</summary>
    /// <param name="stream">The message's stream.</param>
    /// <param name="body">The message.</param>
    /// <param name="buffer">Where the copy is made; longer than the message.</param>
    /// <param name="random">Chooses the way.</param>
    public static ReadOnlySpan<byte> Garble(EventStream stream, ReadOnlySpan<byte> body, byte[] buffer, SimulatorRandom random)
    {
        body.CopyTo(buffer);
        switch (random.Next(5))
        {
            case 0:
                // The connection broke in the middle.
                return buffer.AsSpan(0, body.Length / 2);
            case 1:
                // A time that no clock shows: the year o026.
                return Replace(buffer, body, "_timestamp\":\"2"u8, "_timestamp\":\"o"u8);
            case 2:
                // No such type; tables and doors may send any, so there the field is lost.
                return Replace(buffer, body, "event_type\":\""u8, stream == EventStream.Slot ? "event_type\":\"?"u8 : "event_typo\":\""u8);
            case 3 when body.IndexOf("wager_amount\":"u8) >= 0:
                // Nobody can wager less than nothing.
                return Replace(buffer, body, "wager_amount\":"u8, "wager_amount\":-"u8);
            case 3:
                // A required field under another name.
                return Replace(buffer, body, "event_timestamp\":"u8, "event_timestomp\":"u8);
            default:
                // Line noise.
                for (var i = 1; i < body.Length; i += 7)
                {
                    buffer[i] = (byte)random.Next(256);
                }

                buffer.AsSpan(0, body.Length).Replace((byte)'\n', (byte)0);
                buffer[0] = (byte)'~';
                return buffer.AsSpan(0, body.Length);
        }
    }

    private static Span<byte> Replace(byte[] buffer, ReadOnlySpan<byte> body, ReadOnlySpan<byte> what, ReadOnlySpan<byte> with)
    {
        var at = body.IndexOf(what);
        with.CopyTo(buffer.AsSpan(at));
        body[(at + what.Length)..].CopyTo(buffer.AsSpan(at + with.Length));
        return buffer.AsSpan(0, body.Length - what.Length + with.Length);
    }
}
