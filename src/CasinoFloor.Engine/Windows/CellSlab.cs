namespace CasinoFloor.Engine.Windows;

/// <summary>
/// The last 60 machine-minutes of every machine: minute m lies at slot m mod 60. The cells of one slot lie side by side,
/// because events come for many machines and one minute: so the cells in use stay in the cache.
/// </summary>
internal sealed class CellSlab
{
    /// <summary>Minutes kept per machine.</summary>
    public const int Minutes = 60;

    private WindowCell[] _cells = [];
    private int _capacity;

    /// <summary>A machine's cell in a slot. There must be room for the machine.</summary>
    public ref WindowCell this[int machine, int slot] => ref _cells[(slot * _capacity) + machine];

    /// <summary>Whether there is room for the machine: it had an event.</summary>
    public bool Holds(int machine) => machine < _capacity;

    /// <summary>The sum of a machine's last minutes, the given one included.</summary>
    public WindowCell Recent(int machine, int minute, int minutes)
    {
        var sum = default(WindowCell);
        for (var each = Math.Max(0, minute - minutes + 1); each <= minute && Holds(machine); each++)
        {
            ref readonly var cell = ref this[machine, each % Minutes];
            if (cell.Minute == each)
            {
                sum.Spins += cell.Spins;
                sum.Events += cell.Events;
                sum.Errors += cell.Errors;
                sum.CoinIn += cell.CoinIn;
                sum.CoinOut += cell.CoinOut;
            }
        }

        return sum;
    }

    /// <summary>Makes room for the machine.</summary>
    public void Ensure(int machine)
    {
        if (!Holds(machine))
        {
            Grow(Math.Max(Math.Max(64, machine + 1), _capacity + (_capacity / 2)));
        }
    }

    private void Grow(int capacity)
    {
        var cells = new WindowCell[capacity * Minutes];
        for (var slot = 0; slot < Minutes; slot++)
        {
            _cells.AsSpan(slot * _capacity, _capacity).CopyTo(cells.AsSpan(slot * capacity));
        }

        _cells = cells;
        _capacity = capacity;
    }
}
