namespace CasinoFloor.Engine.State;

/// <summary>The present of every machine, by index, in one array.</summary>
internal sealed class MachineStates
{
    private MachineState[] _items = new MachineState[64];

    /// <summary>How many machines there are.</summary>
    public int Count { get; private set; }

    /// <summary>The machines.</summary>
    public Span<MachineState> Items => _items.AsSpan(0, Count);

    /// <summary>A machine by reference.</summary>
    public ref MachineState this[int machine] => ref _items[machine];

    /// <summary>Makes room for one more machine.</summary>
    public void Add()
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = new MachineState { HopperLevel = float.NaN, TheoreticalHold = float.NaN, Dirty = true };
    }
}
