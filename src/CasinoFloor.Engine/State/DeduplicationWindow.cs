using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>
/// Remembers the newest identities, at most as many as the window holds; the oldest makes room for the newest. A ring
/// keeps the order, an open-addressing table finds them. Memory grows with use; nothing is allocated once it is full.
/// </summary>
internal sealed class DeduplicationWindow(int capacity)
{
    private const int FirstLength = 1024;

    private UInt128[] _ring = new UInt128[Math.Min(FirstLength, capacity)];
    private Slot[] _slots = new Slot[2 * FirstLength];
    private int _shift = 32 - BitOperations.Log2(2 * FirstLength);
    private int _next;

    /// <summary>How many identities are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers an identity of a stream; false when it is remembered already.</summary>
    public bool TryAdd(EventStream stream, UInt128 identity)
    {
        var key = identity + new UInt128((ulong)stream, 0);
        var tag = Tag(key);
        if (!Find(key, tag, out var position))
        {
            return false;
        }

        if (Count < _ring.Length)
        {
            Count++;
        }
        else if (_ring.Length < capacity)
        {
            Grow();
            Count++;
            Find(key, tag, out position);
        }
        else
        {
            Forget(_next);
            Find(key, tag, out position);
        }

        _ring[_next] = key;
        _slots[position] = new Slot(tag, _next + 1);
        _next = _next + 1 == capacity ? 0 : _next + 1;
        return true;
    }

    /// <summary>
    /// Reads the slot that an identity would take, for nothing but to have it in the cache: many independent reads in a row
    /// overlap, where the look-ups themselves would wait for memory one by one.
    /// </summary>
    public uint Touch(EventStream stream, UInt128 identity) =>
        _slots[(int)(Tag(identity + new UInt128((ulong)stream, 0)) >> _shift)].Tag;

    /// <summary>The same for the slot of an identity that will be forgotten <paramref name="ahead"/> additions from now.</summary>
    public uint TouchOldest(int ahead)
    {
        if (Count < capacity)
        {
            return 0;
        }

        var entry = _next + ahead;
        return _slots[(int)(Tag(_ring[entry < capacity ? entry : entry % capacity]) >> _shift)].Tag;
    }

    // True with the empty slot where the key belongs; false when the key is there.
    private bool Find(UInt128 key, uint tag, out int position)
    {
        var mask = _slots.Length - 1;
        for (position = (int)(tag >> _shift); ; position = (position + 1) & mask)
        {
            var slot = _slots[position];
            if (slot.Entry == 0)
            {
                return true;
            }

            if (slot.Tag == tag && _ring[slot.Entry - 1] == key)
            {
                return false;
            }
        }
    }

    // Backward-shift deletion: no tombstones, so the table never degrades.
    private void Forget(int entry)
    {
        var mask = _slots.Length - 1;
        var hole = (int)(Tag(_ring[entry]) >> _shift);
        while (_slots[hole].Entry != entry + 1)
        {
            hole = (hole + 1) & mask;
        }

        for (var position = (hole + 1) & mask; _slots[position].Entry != 0; position = (position + 1) & mask)
        {
            var home = (int)(_slots[position].Tag >> _shift);
            if (((position - home) & mask) >= ((position - hole) & mask))
            {
                _slots[hole] = _slots[position];
                hole = position;
            }
        }

        _slots[hole] = default;
    }

    private void Grow()
    {
        var used = _ring.Length;
        Array.Resize(ref _ring, (int)Math.Min(capacity, 2L * used));
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)_ring.Length) * 2];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
        for (var entry = 0; entry < used; entry++)
        {
            var tag = Tag(_ring[entry]);
            Find(_ring[entry], tag, out var position);
            _slots[position] = new Slot(tag, entry + 1);
        }

        _next = used;
    }

    private static uint Tag(UInt128 key)
    {
        var value = ((ulong)key ^ ((ulong)(key >> 64) * 0x9E37_79B9_7F4A_7C15)) * 0xD6E8_FEB8_6659_FD93;
        value = (value ^ (value >> 32)) * 0xD6E8_FEB8_6659_FD93;
        return (uint)(value >> 32);
    }

    /// <param name="Tag">Hash of the identity; its upper bits are the home slot.</param>
    /// <param name="Entry">Index in the ring + 1; 0 is an empty slot.</param>
    private readonly record struct Slot(uint Tag, int Entry);
}
