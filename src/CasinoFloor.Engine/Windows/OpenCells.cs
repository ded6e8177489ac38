using System.Numerics;

namespace CasinoFloor.Engine.Windows;

/// <summary>Which cells are open: a bit per machine for each of the 60 slots, so that closing a minute visits open cells only.</summary>
internal sealed class OpenCells
{
    private const int WordBits = 64;

    private readonly ulong[][] _slots = [.. Enumerable.Range(0, CellSlab.Minutes).Select(_ => Array.Empty<ulong>())];

    /// <summary>Marks a machine's cell.</summary>
    public void Set(int machine, int slot)
    {
        ref var words = ref _slots[slot];
        var word = machine / WordBits;
        if (word >= words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        }

        words[word] |= 1UL << (machine % WordBits);
    }

    /// <summary>Takes the mark away.</summary>
    public void Clear(int machine, int slot) => _slots[slot][machine / WordBits] &= ~(1UL << (machine % WordBits));

    /// <summary>The first machine at or after one that is marked in the slot; -1 when there is none.</summary>
    public int Next(int slot, int from)
    {
        var words = _slots[slot];
        var word = from / WordBits;
        if (word >= words.Length)
        {
            return -1;
        }

        var bits = words[word] & (ulong.MaxValue << (from % WordBits));
        while (bits == 0)
        {
            if (++word == words.Length)
            {
                return -1;
            }

            bits = words[word];
        }

        return (word * WordBits) + BitOperations.TrailingZeroCount(bits);
    }
}
