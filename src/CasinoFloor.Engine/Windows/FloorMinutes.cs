using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Windows;

/// <summary>
/// The whole floor's coin-in by minute of event time, for its own baseline. Minutes without any event are unknown, not zero: a silent
/// feed says nothing of the floor. The first minute seen began before the engine looked and does not count either.
/// </summary>
internal sealed class FloorMinutes
{
    private const int Length = 256;

    private readonly Cell[] _cells = new Cell[Length];

    /// <summary>The first minute seen; <see cref="int.MaxValue"/> before the first event.</summary>
    public int First { get; private set; } = int.MaxValue;

    /// <summary>Counts an event.</summary>
    public void Add(in SlotEvent e)
    {
        var minute = MinuteMath.Of(e.Timestamp);
        First = Math.Min(First, minute);
        ref var cell = ref _cells[minute % Length];
        if (cell.Minute < minute)
        {
            cell = new Cell { Minute = minute };
        }

        if (cell.Minute == minute)
        {
            cell.Units += e.Type.IsPlay() ? e.Wager.Units : 0;
        }
    }

    /// <summary>A minute's coin-in, in money units; null is unknown.</summary>
    public long? CoinIn(int minute)
    {
        ref readonly var cell = ref _cells[minute % Length];
        return cell.Minute == minute && minute > First ? cell.Units : null;
    }

    private struct Cell
    {
        public int Minute;
        public long Units;
    }
}
