namespace CasinoFloor.Engine.Windows;

/// <summary>
/// Each machine's games and money of the last 60 minutes, kept running: events add, evicted cells subtract, and a new minute
/// costs one cell instead of sixty.
/// </summary>
internal sealed class HourSums
{
    private Sum[] _sums = [];

    /// <summary>Counts money that an event brought into a cell.</summary>
    public void Add(int machine, int minute, int spins, long coinIn, long coinOut)
    {
        if (machine >= _sums.Length)
        {
            Array.Resize(ref _sums, Math.Max(machine + 1, _sums.Length * 2));
        }

        ref var sum = ref _sums[machine];
        if (minute <= sum.AsOf && minute > sum.AsOf - CellSlab.Minutes)
        {
            sum.Spins += spins;
            sum.CoinIn += coinIn;
            sum.CoinOut += coinOut;
        }
    }

    /// <summary>Takes a cell out that is about to be reused.</summary>
    public void Remove(int machine, in WindowCell cell) =>
        Add(machine, cell.Minute, -cell.Spins, -cell.CoinIn, -cell.CoinOut);

    /// <summary>A cell was filled otherwise than by events: the sums are taken anew at the next look.</summary>
    public void Invalidate(int machine)
    {
        if (machine < _sums.Length)
        {
            _sums[machine] = default;
        }
    }

    /// <summary>The sums of the 60 minutes that end with this one.</summary>
    public ref readonly Sum At(int machine, int minute, CellSlab cells)
    {
        if (machine >= _sums.Length)
        {
            Array.Resize(ref _sums, Math.Max(machine + 1, _sums.Length * 2));
        }

        ref var sum = ref _sums[machine];
        if (sum.AsOf < minute)
        {
            Roll(machine, ref sum, minute, cells);
        }

        return ref sum;
    }

    private static void Roll(int machine, ref Sum sum, int minute, CellSlab cells)
    {
        if (minute - sum.AsOf >= CellSlab.Minutes)
        {
            sum = default;
            if (!cells.Holds(machine))
            {
                return;
            }

            for (var slot = 0; slot < CellSlab.Minutes; slot++)
            {
                ref readonly var cell = ref cells[machine, slot];
                if (cell.Minute <= minute && cell.Minute > minute - CellSlab.Minutes)
                {
                    sum.Take(in cell, 1);
                }
            }
        }
        else
        {
            for (var next = sum.AsOf + 1; next <= minute; next++)
            {
                ref readonly var cell = ref cells[machine, next % CellSlab.Minutes];
                if (cell.Minute == next)
                {
                    sum.Take(in cell, 1);
                }
                else if (cell.Minute == next - CellSlab.Minutes)
                {
                    sum.Take(in cell, -1);
                }
            }
        }

        sum.AsOf = minute;
    }

    /// <summary>Sums of one machine.</summary>
    internal struct Sum
    {
        /// <summary>The last minute of the 60.</summary>
        public int AsOf;

        /// <summary>Games.</summary>
        public int Spins;

        /// <summary>Coin-in, in money units.</summary>
        public long CoinIn;

        /// <summary>Coin-out, in money units.</summary>
        public long CoinOut;

        /// <summary>Adds a cell, or with -1 takes it away.</summary>
        public void Take(in WindowCell cell, int sign)
        {
            Spins += sign * cell.Spins;
            CoinIn += sign * cell.CoinIn;
            CoinOut += sign * cell.CoinOut;
        }
    }
}
