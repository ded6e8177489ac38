using System.Buffers.Binary;
using System.Numerics;

namespace CasinoFloor.Kql.Functions;

/// <summary>The XXH64 hash with seed 0, as its public specification has it.</summary>
internal static class XxHash64
{
    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    public static ulong Hash(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var rest = data;
            ulong hash;
            if (rest.Length >= 32)
            {
                ulong a = P1 + P2, b = P2, c = 0, d = 0 - P1;
                for (; rest.Length >= 32; rest = rest[32..])
                {
                    a = Round(a, rest);
                    b = Round(b, rest[8..]);
                    c = Round(c, rest[16..]);
                    d = Round(d, rest[24..]);
                }

                hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
                foreach (var lane in new[] { a, b, c, d })
                {
                    hash = ((hash ^ Mix(lane)) * P1) + P4;
                }
            }
            else
            {
                hash = P5;
            }

            hash += (ulong)data.Length;
            for (; rest.Length >= 8; rest = rest[8..])
            {
                hash = (BitOperations.RotateLeft(hash ^ Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * P1) + P4;
            }

            if (rest.Length >= 4)
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * P1), 23) * P2) + P3;
                rest = rest[4..];
            }

            foreach (var one in rest)
            {
                hash = BitOperations.RotateLeft(hash ^ (one * P5), 11) * P1;
            }

            hash = (hash ^ (hash >> 33)) * P2;
            hash = (hash ^ (hash >> 29)) * P3;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Round(ulong lane, ReadOnlySpan<byte> data) =>
        unchecked(BitOperations.RotateLeft(lane + (BinaryPrimitives.ReadUInt64LittleEndian(data) * P2), 31) * P1);

    private static ulong Mix(ulong value) => unchecked(BitOperations.RotateLeft(value * P2, 31) * P1);
}
