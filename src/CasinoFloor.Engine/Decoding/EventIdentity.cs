using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// 128-bit identities of events for de-duplication: of the event id's text, or without one of the position. Two lanes of
/// folded 64 x 64 multiplications under independent secret keys, so that a feed cannot choose ids that collide. Good for
/// the life of a process; never stored.
/// </summary>
public sealed class EventIdentity
{
    private const int BlockLength = 16;

    private readonly ulong _keyA;
    private readonly ulong _keyB;
    private readonly ulong _keyC;
    private readonly ulong _keyD;

    /// <summary>Identities under a given seed: for tests. Everything that compares identities must share one seed.</summary>
    public EventIdentity(UInt128 seed)
    {
        var low = (ulong)seed;
        var high = (ulong)(seed >> 64);
        _keyA = Scramble(low, 0x9E37_79B9_7F4A_7C15);
        _keyB = Scramble(high, 0xC2B2_AE3D_27D4_EB4F);
        _keyC = Scramble(low ^ high, 0x1656_67B1_9E37_79F9);
        _keyD = Scramble(unchecked(low + (3 * high)), 0x27D4_EB2F_1656_67C5);
    }

    /// <summary>The process's identities, under a seed drawn when it started.</summary>
    public static EventIdentity Process { get; } = new(RandomSeed());

    /// <summary>The identity of an event id.</summary>
    public UInt128 OfText(ReadOnlySpan<byte> eventId)
    {
        var (a, b) = (_keyA, _keyB);
        var rest = eventId;
        while (rest.Length > BlockLength)
        {
            Mix(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
            rest = rest[BlockLength..];
        }

        Span<byte> tail = stackalloc byte[BlockLength];
        tail.Clear();
        rest.CopyTo(tail);
        Mix(ref a, ref b, BinaryPrimitives.ReadUInt64LittleEndian(tail), BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]));
        return Finish(a, b, (ulong)eventId.Length);
    }

    /// <summary>The identity of a position: distinct from every text's.</summary>
    /// <param name="partition">Index of the partition in this process.</param>
    /// <param name="offset">Position in the partition.</param>
    public UInt128 OfPosition(int partition, long offset)
    {
        var (a, b) = (_keyA, _keyB);
        Mix(ref a, ref b, (uint)partition, unchecked((ulong)offset));
        return Finish(a, b, ulong.MaxValue);
    }

    private void Mix(ref ulong a, ref ulong b, ulong x, ulong y)
    {
        var nextA = Fold(x ^ _keyC, y ^ a) ^ x;
        var nextB = Fold(y ^ _keyD, x ^ b) ^ y;
        (a, b) = (unchecked(nextA + b), unchecked(nextB + a));
    }

    private UInt128 Finish(ulong a, ulong b, ulong length) =>
        new(Fold(a ^ _keyD ^ length, b ^ _keyA), Fold(b ^ _keyC, a ^ _keyB ^ length) ^ a);

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
    }

    private static ulong Scramble(ulong value, ulong salt)
    {
        unchecked
        {
            value += salt;
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }

    private static UInt128 RandomSeed()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
