using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CasinoFloor.Engine.State;

/// <summary>
/// Gives every machine id (UTF-8 bytes) a dense index, in order of appearance. Open addressing over one byte arena: a
/// look-up neither allocates nor builds a string.
/// </summary>
internal sealed class MachineDirectory(int limit)
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    // Ids come from outside: a seed of this process keeps anybody from choosing ids that all fall into one slot.
    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private Slot[] _slots = new Slot[256];
    private byte[] _text = new byte[1024];
    private int[] _ends = new int[64];

    /// <summary>How many machines are known.</summary>
    public int Count { get; private set; }

    /// <summary>The machine's index, given now if it is new; -1 when it is new and the limit is reached.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> id, out bool added)
    {
        var hash = Hash(id);
        var mask = _slots.Length - 1;
        added = false;
        for (var position = (int)hash & mask; ; position = (position + 1) & mask)
        {
            var slot = _slots[position];
            if (slot.Entry == 0)
            {
                if (Count >= limit)
                {
                    return -1;
                }

                added = true;
                return Add(id, hash, position);
            }

            if (slot.Hash == hash && Text(slot.Entry - 1).SequenceEqual(id))
            {
                return slot.Entry - 1;
            }
        }
    }

    /// <summary>The same for an id that is a string already.</summary>
    public int GetOrAdd(string id, out bool added) => GetOrAdd(Encoding.UTF8.GetBytes(id), out added);

    private ReadOnlySpan<byte> Text(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return _text.AsSpan(start, _ends[index] - start);
    }

    private int Add(ReadOnlySpan<byte> id, uint hash, int position)
    {
        var index = Count++;
        var start = index == 0 ? 0 : _ends[index - 1];
        if (index == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        while (_text.Length - start < id.Length)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }

        id.CopyTo(_text.AsSpan(start));
        _ends[index] = start + id.Length;
        _slots[position] = new Slot(hash, index + 1);
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return index;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Entry == 0)
            {
                continue;
            }

            var position = (int)slot.Hash & mask;
            while (_slots[position].Entry != 0)
            {
                position = (position + 1) & mask;
            }

            _slots[position] = slot;
        }
    }

    private uint Hash(ReadOnlySpan<byte> id)
    {
        var hash = _seed ^ (ulong)id.Length;
        while (id.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(id));
            id = id[sizeof(ulong)..];
        }

        var tail = 0UL;
        foreach (var value in id)
        {
            tail = (tail << 8) | value;
        }

        return (uint)(Mix(hash ^ tail) >> 32);
    }

    private static ulong Mix(ulong value)
    {
        value *= Multiplier;
        value ^= value >> 32;
        return value * Multiplier;
    }

    /// <param name="Hash">Hash of the id.</param>
    /// <param name="Entry">Index + 1; 0 is an empty slot.</param>
    private readonly record struct Slot(uint Hash, int Entry);
}
