namespace CasinoFloor.Engine.Windows;

/// <summary>The last 60 machine-minutes of every machine, in one array: minute m of a machine lies at slot m mod 60.</summary>
internal sealed class CellSlab
{
    /// <summary>Minutes kept per machine.</summary>
    public const int Minutes = 60;

    private WindowCell[] _cells = [];

    /// <summary>The index of the cell where a machine's minute would lie.</summary>
    public static int IndexOf(int machine, int minute) => (machine * Minutes) + (minute % Minutes);

    /// <summary>A cell by its index.</summary>
    public ref WindowCell this[int cell] => ref _cells[cell];

    /// <summary>The cells of a machine.</summary>
    public ReadOnlySpan<WindowCell> Of(int machine) => 
        _cells.Length < (machine + 1) * Minutes ? [] : _cells.AsSpan(machine * Minutes, Minutes);

    /// <summary>The sum of a machine's last minutes, the given one included.</summary>
    public WindowCell Recent(int machine, int minute, int minutes)
    {
        var sum = default(WindowCell);
        for (var each = Math.Max(0, minute - minutes + 1); each <= minute && _cells.Length > machine * Minutes; each++)
        {
            ref readonly var cell = ref _cells[IndexOf(machine, each)];
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
        var needed = (machine + 1) * Minutes;
        if (_cells.Length < needed)
        {
            Array.Resize(ref _cells, Math.Max(needed, _cells.Length + (_cells.Length / 2)));
        }
    }
}
