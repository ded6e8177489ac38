using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Windows;

/// <summary>Games, money and hand pays in slots of 5 seconds of event time, for sums over the last 5 minutes.</summary>
internal sealed class FigureRing
{
    /// <summary>Length of a slot, ticks.</summary>
    public const long SlotTicks = 5 * TimeSpan.TicksPerSecond;

    private const int WindowSlots = 60;

    // Twice the window: events from clocks that run ahead find a slot of their own.
    private const int Length = 128;

    private readonly Slot[] _slots = new Slot[Length];

    /// <summary>Counts an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="largeWin">Whether it is a hand pay at or over the threshold.</param>
    /// <param name="theoreticalHold">The machine's par sheet hold as a fraction; NaN is unknown.</param>
    public void Add(in SlotEvent e, bool largeWin, float theoreticalHold)
    {
        var number = e.Timestamp / SlotTicks;
        ref var slot = ref _slots[number % Length];
        if (slot.Number != number)
        {
            if (slot.Number > number)
            {
                return;
            }

            slot = new Slot { Number = number };
        }

        slot.CoinIn += e.Wager.Units;
        slot.CoinOut += e.Payout.Units;
        slot.Spins += e.Type == SlotEventType.Spin ? 1 : 0;
        slot.Jackpots += largeWin ? 1 : 0;
        if (!float.IsNaN(theoreticalHold))
        {
            slot.RatedCoinIn += e.Wager.Units;
            slot.TheoreticalWin += e.Wager.Units * (double)theoreticalHold;
        }
    }

    /// <summary>The sums of the 5 minutes that end with the slot of the clock.</summary>
    public Slot Sum(long clock)
    {
        var last = clock / SlotTicks;
        var sum = default(Slot);
        for (var number = Math.Max(0, last - WindowSlots + 1); number <= last; number++)
        {
            ref readonly var slot = ref _slots[number % Length];
            if (slot.Number == number)
            {
                sum.Spins += slot.Spins;
                sum.Jackpots += slot.Jackpots;
                sum.CoinIn += slot.CoinIn;
                sum.CoinOut += slot.CoinOut;
                sum.RatedCoinIn += slot.RatedCoinIn;
                sum.TheoreticalWin += slot.TheoreticalWin;
            }
        }

        return sum;
    }

    /// <summary>Figures of 5 seconds, or of many.</summary>
    internal struct Slot
    {
        /// <summary>Which 5 seconds since year 1.</summary>
        public long Number;

        /// <summary>Games.</summary>
        public int Spins;

        /// <summary>Large wins.</summary>
        public int Jackpots;

        /// <summary>Coin-in, in money units.</summary>
        public long CoinIn;

        /// <summary>Coin-out, in money units.</summary>
        public long CoinOut;

        /// <summary>Coin-in of machines whose theoretical hold is known, in money units.</summary>
        public long RatedCoinIn;

        /// <summary>What those should hold of it by their par sheets, in money units.</summary>
        public double TheoreticalWin;
    }
}
