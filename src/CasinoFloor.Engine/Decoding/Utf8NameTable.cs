using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Finds a name among a fixed set from its UTF-8 bytes, ignoring ASCII case, in a few nanoseconds: one multiplication to
/// hash, two word comparisons to be sure. The multiplier is searched at construction so that the set has as few
/// collisions as possible.
/// </summary>
/// <remarks>
/// Case is folded by setting bit 5, which also takes '@' for '`', '[' for '{' and '_' for DEL: no feed has two names that
/// differ in those only.
/// </remarks>
public sealed class Utf8NameTable
{
    /// <summary>Longest name, in bytes.</summary>
    public const int MaxNameLength = 128;

    private const ulong Fold = 0x2020_2020_2020_2020;
    private const int Attempts = 200;

    private readonly Entry[] _entries;
    private readonly int _shift;
    private readonly ulong _multiplier;

    /// <summary>A table of names; a name's index is its position. Of two equal names the first counts.</summary>
    /// <exception cref="ArgumentException">A name is empty, too long or not printable ASCII.</exception>
    public Utf8NameTable(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var keys = new Entry[names.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!IsValid(names[i]))
            {
                throw new ArgumentException($"'{names[i]}' is not a name of 1 to {MaxNameLength} printable ASCII characters.", nameof(names));
            }

            keys[i] = Entry.Create(Encoding.ASCII.GetBytes(names[i]), i);
        }

        var bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, keys.Length)) + 2);
        _shift = 64 - bits;
        _entries = [];
        var fewest = int.MaxValue;
        var candidate = 0x9E37_79B9_7F4A_7C15UL;
        for (var attempt = 0; attempt < Attempts && fewest > 0; attempt++)
        {
            candidate = unchecked(candidate * 0xD134_2543_DE82_EF95UL) | 1;
            var entries = new Entry[1 << bits];
            var displaced = Fill(entries, keys, candidate);
            if (displaced < fewest)
            {
                (fewest, _entries, _multiplier) = (displaced, entries, candidate);
            }
        }
    }

    /// <summary>Whether a name can be in a table: 1 to <see cref="MaxNameLength"/> printable ASCII characters.</summary>
    public static bool IsValid(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MaxNameLength && name.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    /// <summary>The index of a name; -1 when it is not in the set.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        Read(name, out var first, out var last);
        var entries = _entries;
        for (var slot = Slot(first, last, name.Length, _multiplier); ; slot++)
        {
            ref readonly var entry = ref entries[slot & (entries.Length - 1)];
            if (entry.Length == 0)
            {
                return -1;
            }

            if (entry.First == first && entry.Last == last && entry.Length == name.Length
                && (name.Length <= 2 * sizeof(ulong) || Ascii.EqualsIgnoreCase(entry.Name, name)))
            {
                return entry.Index;
            }
        }
    }

    private int Fill(Entry[] entries, Entry[] keys, ulong multiplier)
    {
        var displaced = 0;
        foreach (var key in keys)
        {
            var slot = Slot(key.First, key.Last, key.Length, multiplier) & (entries.Length - 1);
            while (entries[slot].Length != 0)
            {
                slot = (slot + 1) & (entries.Length - 1);
                displaced++;
            }

            entries[slot] = key;
        }

        return displaced;
    }

    private int Slot(ulong first, ulong last, int length, ulong multiplier) =>
        (int)(unchecked((first ^ BitOperations.RotateLeft(last, 29) ^ (ulong)length) * multiplier) >> _shift);

    // Together the two words hold every byte of a name of up to 16 bytes.
    private static void Read(ReadOnlySpan<byte> name, out ulong first, out ulong last)
    {
        var length = name.Length;
        if (length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name) | Fold;
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[(length - sizeof(ulong))..]) | Fold;
        }
        else if (length >= sizeof(uint))
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(name) | Fold;
            last = BinaryPrimitives.ReadUInt32LittleEndian(name[(length - sizeof(uint))..]) | Fold;
        }
        else if (length > 0)
        {
            first = (name[0] | ((ulong)name[length >> 1] << 8) | ((ulong)name[length - 1] << 16)) | Fold;
            last = 0;
        }
        else
        {
            first = 0;
            last = 0;
        }
    }

    private readonly record struct Entry(ulong First, ulong Last, int Length, int Index, byte[] Name)
    {
        public static Entry Create(byte[] name, int index)
        {
            Read(name, out var first, out var last);
            return new Entry(first, last, name.Length, index, name);
        }
    }
}
