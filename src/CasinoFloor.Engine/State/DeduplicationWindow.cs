using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.State;

/// <summary>
/// Remembers the newest identities, about as many as the window holds; the oldest makes room for the newest. A ring
/// keeps the order, an open-addressing table finds them. Memory grows with use; nothing is allocated once it is full.
/// </summary>
internal sealed class DeduplicationWindow(int capacity)
{
    private const int FirstLength = 1024;

    private Key[] _ring = new Key[Math.Min(FirstLength, capacity)];
    private Slot[] _slots = new Slot[2 * FirstLength];
    private int _shift = 32 - BitOperations.Log2(2 * FirstLength);
    private int _next;

    // Written only so that the reads of Touch are not optimised away.
    private uint _touched;

    /// <summary>How many identities are remembered at most.</summary>
    public int Capacity => capacity;

    /// <summary>How many identities are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Remembers an identity of a stream; false when it is remembered already. Zero is no identity and always new: an event without an
    /// id that comes back from the Eventhouse has none, because its position was checked before it was stored.
    /// </summary>
    public bool TryAdd(EventStream stream, UInt128 identity)
    {
        if (identity == UInt128.Zero)
        {
            return true;
        }

        if (Count == capacity)
        {
            // Before looking: so the table is probed once, not again after the removal moved its entries.
            Forget(_next);
            Count--;
        }
        else if (_next == _ring.Length)
        {
            Grow();
        }

        var key = Key.Of(stream, identity);
        var tag = key.Tag;
        if (!Find(key, tag, out var position))
        {
            return false;
        }

        _ring[_next] = key;
        _slots[position] = new Slot(tag, _next + 1);
        _next = _next + 1 == capacity ? 0 : _next + 1;
        Count++;
        return true;
    }

    /// <summary>
    /// Reads the slots that these events will ask for, and those of the identities they will push out, so that they are in the
    /// cache: many independent reads overlap, where the look-ups themselves wait for memory one by one.
    /// </summary>
    public void Touch(EventStream stream, ReadOnlySpan<SlotEvent> events)
    {
        var sum = 0u;
        foreach (ref readonly var e in events)
        {
            sum += _slots[(int)(Key.Of(stream, e.Identity).Tag >> _shift)].Tag;
        }

        if (Count >= capacity - 1)
        {
            var oldest = _next;
            for (var i = 0; i < events.Length; i++)
            {
                sum += _slots[(int)(_ring[oldest].Tag >> _shift)].Tag;
                oldest = oldest + 1 == capacity ? 0 : oldest + 1;
            }
        }

        _touched = sum;
    }

    // True with the empty slot where the key belongs; false when the key is there.
    private bool Find(Key key, uint tag, out int position)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (position = (int)(tag >> _shift); ; position = (position + 1) & mask)
        {
            var slot = slots[position];
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
        var slots = _slots;
        var mask = slots.Length - 1;
        var hole = (int)(_ring[entry].Tag >> _shift);
        while (slots[hole].Entry != entry + 1)
        {
            hole = (hole + 1) & mask;
        }

        for (var position = (hole + 1) & mask; slots[position].Entry != 0; position = (position + 1) & mask)
        {
            var home = (int)(slots[position].Tag >> _shift);
            if (((position - home) & mask) >= ((position - hole) & mask))
            {
                slots[hole] = slots[position];
                hole = position;
            }
        }

        slots[hole] = default;
    }

    private void Grow()
    {
        var used = _ring.Length;
        Array.Resize(ref _ring, (int)Math.Min(capacity, 2L * used));
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)_ring.Length) * 2];
        _shift = 32 - BitOperations.Log2((uint)_slots.Length);
        for (var entry = 0; entry < used; entry++)
        {
            var tag = _ring[entry].Tag;
            Find(_ring[entry], tag, out var position);
            _slots[position] = new Slot(tag, entry + 1);
        }
    }

    /// <summary>An identity, its stream mixed in: the same id in two streams is two events.</summary>
    private readonly record struct Key(ulong High, ulong Low)
    {
        public uint Tag => (uint)((((High * 0x9E37_79B9_7F4A_7C15) ^ Low) * 0xD6E8_FEB8_6659_FD93) >> 32);

        public static Key Of(EventStream stream, UInt128 identity) => new((ulong)(identity >> 64) + (ulong)stream, (ulong)identity);
    }

    /// <param name="Tag">Hash of the identity; its upper bits are the home slot.</param>
    /// <param name="Entry">Index in the ring + 1; 0 is an empty slot.</param>
    private readonly record struct Slot(uint Tag, int Entry);
}
