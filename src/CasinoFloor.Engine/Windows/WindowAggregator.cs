using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Windows;

/// <summary>
/// Counts events into machine-minutes and makes their rows: the first when the watermark passes the minute, corrections
/// when a late event changes it. A cell holds either all events of its machine-minute or says that it does not
/// (<see cref="CellFlags.Partial"/>); what no cell can hold goes to the Eventhouse to be computed from the stored events.
/// Slots only ever move to newer minutes, and an open cell is closed before its slot is reused: nothing is lost.
/// </summary>
internal sealed class WindowAggregator(MachineCatalog catalog, CellSlab cells, HourSums hour)
{
    private readonly OpenCells _open = new();
    private readonly EmittedMinutes _emitted = new();
    private readonly List<(int Machine, int Slot)> _pending = [];
    private readonly HashSet<(int Machine, int Minute)> _stale = [];
    private readonly HashSet<(int Machine, int Minute)> _unheld = [];
    private int _firstRecovered = int.MaxValue;
    private int _firstRestored = int.MaxValue;
    private bool _closeAgain;

    /// <summary>Minutes before this one are closed; 0 before any was.</summary>
    public int ClosedBefore { get; private set; }

    /// <summary>Machine-minutes closed.</summary>
    public long Windows { get; private set; }

    /// <summary>Corrections made, by the engine or asked of the Eventhouse.</summary>
    public long Corrections { get; private set; }

    // Minutes before a restart's memory may have stored events that the engine does not know of.
    private int Horizon => _firstRecovered != int.MaxValue ? _firstRecovered : _firstRestored == int.MaxValue ? 0 : _firstRestored;

    /// <summary>Counts an event of this run; true when it came after its window had closed.</summary>
    public bool Add(int machine, in SlotEvent e, EventBatch output, long now)
    {
        var minute = MinuteMath.Of(e.Timestamp);
        cells.Ensure(machine);
        var slot = minute % CellSlab.Minutes;
        ref var cell = ref cells[machine, slot];
        if (!cell.Holds(minute))
        {
            if (minute < Horizon || cell.Minute > minute)
            {
                AddStale(machine, minute, output);
                return true;
            }

            Begin(machine, minute, ref cell, output, now);
        }

        var late = minute < ClosedBefore || (cell.Flags & CellFlags.Emitted) != 0;
        if (late && (cell.Flags & CellFlags.Pending) == 0)
        {
            cell.Flags |= CellFlags.Pending;
            _pending.Add((machine, slot));
        }

        Count(machine, ref cell, in e);
        return late;
    }

    /// <summary>Counts an event that was stored before a restart. Rows taken over by <see cref="Restore"/> hold it already.</summary>
    public void Recover(int machine, in SlotEvent e)
    {
        var minute = MinuteMath.Of(e.Timestamp);
        _firstRecovered = Math.Min(_firstRecovered, minute);
        cells.Ensure(machine);
        var slot = minute % CellSlab.Minutes;
        ref var cell = ref cells[machine, slot];
        if (!cell.Holds(minute))
        {
            if (cell.Minute > minute)
            {
                Unheld(machine, minute);
                return;
            }

            if ((cell.Flags & CellFlags.Open) != 0)
            {
                Unheld(machine, cell.Minute);
            }

            Reuse(machine, minute, ref cell);
            if (minute == _firstRecovered)
            {
                // The recovery may have begun in the middle of its first minute.
                cell.Flags |= CellFlags.Partial;
            }

            if ((cell.Flags & CellFlags.Partial) != 0 && minute < ClosedBefore)
            {
                cell.Flags |= CellFlags.Emitted;
                _emitted.Add(machine, minute);
            }
            else
            {
                cell.Flags |= CellFlags.Open;
                _open.Set(machine, slot);
                _closeAgain = true;
            }
        }

        if ((cell.Flags & CellFlags.Emitted) == 0 || (cell.Flags & CellFlags.Partial) != 0)
        {
            Count(machine, ref cell, in e);
        }
    }

    /// <summary>Takes over a row stored before a restart.</summary>
    public void Restore(int machine, in ActivityWindow window)
    {
        var minute = MinuteMath.Of(window.WindowStart);
        _firstRestored = Math.Min(_firstRestored, minute);
        _emitted.Add(machine, minute);
        ClosedBefore = Math.Max(ClosedBefore, minute + 1);
        cells.Ensure(machine);
        var slot = minute % CellSlab.Minutes;
        ref var cell = ref cells[machine, slot];
        if (cell.Minute > minute || (cell.Holds(minute) && cell.Revision > window.Revision))
        {
            return;
        }

        cell = new WindowCell
        {
            Minute = minute,
            Spins = window.SpinCount,
            CoinIn = window.CoinIn.Units,
            CoinOut = window.CoinOut.Units,
            BillIn = window.BillIn.Units,
            Jackpots = window.JackpotCount,
            Errors = window.ErrorCount,
            Events = window.EventCount,
            Flags = CellFlags.Used | CellFlags.Emitted,
            Revision = window.Revision,
        };
        hour.Invalidate(machine);
    }

    /// <summary>Closes every minute before one, and makes the rows of those that are open.</summary>
    public void CloseBefore(int minute, EventBatch output, long now)
    {
        if (minute <= ClosedBefore && !_closeAgain)
        {
            return;
        }

        var until = Math.Max(minute, ClosedBefore);
        var first = _closeAgain ? 0 : Math.Max(ClosedBefore, until - CellSlab.Minutes);
        _closeAgain = false;
        ClosedBefore = until;
        foreach (var (machine, unheld) in _unheld)
        {
            AddStale(machine, unheld, output);
        }

        _unheld.Clear();
        var count = Math.Min(CellSlab.Minutes, until - first);
        for (var slotMinute = until - count; slotMinute < until; slotMinute++)
        {
            CloseSlot(slotMinute % CellSlab.Minutes, until, output, now);
        }
    }

    /// <summary>The source has ended: closes whatever is open, and gives the newest minute closed.</summary>
    public void CloseAll(EventBatch output, long now)
    {
        var newest = ClosedBefore - 1;
        for (var slot = 0; slot < CellSlab.Minutes; slot++)
        {
            newest = Math.Max(newest, CloseSlot(slot, int.MaxValue, output, now));
        }

        _closeAgain = false;
        ClosedBefore = newest + 1;
    }

    /// <summary>Ends a call of the engine: makes the corrections that are due, one row per machine-minute.</summary>
    public void Flush(EventBatch output, long now)
    {
        foreach (var (machine, slot) in _pending)
        {
            ref var cell = ref cells[machine, slot];
            if ((cell.Flags & CellFlags.Pending) != 0)
            {
                Emit(machine, ref cell, output, now);
            }
        }

        _pending.Clear();
        _stale.Clear();
    }

    // A recovery of more than an hour: what was open and has no cell any more is computed from the stored events.
    private void Unheld(int machine, int minute)
    {
        if (minute >= ClosedBefore)
        {
            _unheld.Add((machine, minute));
            _closeAgain = true;
        }
    }

    private int CloseSlot(int slot, int before, EventBatch output, long now)
    {
        var newest = -1;
        for (var machine = _open.Next(slot, 0); machine >= 0; machine = _open.Next(slot, machine + 1))
        {
            ref var cell = ref cells[machine, slot];
            if (cell.Minute < before)
            {
                newest = Math.Max(newest, cell.Minute);
                Emit(machine, ref cell, output, now);
            }
        }

        return newest;
    }

    private void Begin(int machine, int minute, ref WindowCell cell, EventBatch output, long now)
    {
        if ((cell.Flags & (CellFlags.Open | CellFlags.Pending)) != 0)
        {
            Emit(machine, ref cell, output, now);
        }

        Reuse(machine, minute, ref cell);
        if (minute >= ClosedBefore)
        {
            cell.Flags |= CellFlags.Open;
            _open.Set(machine, minute % CellSlab.Minutes);
        }
    }

    private void Reuse(int machine, int minute, ref WindowCell cell)
    {
        if ((cell.Flags & CellFlags.Open) != 0)
        {
            _open.Clear(machine, cell.Minute % CellSlab.Minutes);
        }

        hour.Remove(machine, in cell);
        cell = new WindowCell { Minute = minute, Flags = CellFlags.Used };
    }

    private void Count(int machine, ref WindowCell cell, in SlotEvent e)
    {
        var (spins, coinIn, coinOut) = (cell.Spins, cell.CoinIn, cell.CoinOut);
        cell.Add(in e);
        hour.Add(machine, cell.Minute, cell.Spins - spins, cell.CoinIn - coinIn, cell.CoinOut - coinOut);
    }

    private void Emit(int machine, ref WindowCell cell, EventBatch output, long now)
    {
        if ((cell.Flags & CellFlags.Open) != 0)
        {
            _open.Clear(machine, cell.Minute % CellSlab.Minutes);
        }

        var first = (cell.Flags & CellFlags.Emitted) == 0;
        cell.Flags = (cell.Flags & ~(CellFlags.Open | CellFlags.Pending)) | CellFlags.Emitted;
        if ((cell.Flags & CellFlags.Partial) != 0)
        {
            AddStale(machine, cell.Minute, output);
            return;
        }

        cell.Revision = first ? 0 : cell.Revision + 1;
        CountRow(machine, cell.Minute);
        var info = catalog.Infos[machine].Location;
        output.Windows.Add(new ActivityWindow
        {
            WindowStart = MinuteMath.Start(cell.Minute),
            MachineId = info.MachineId,
            FloorSection = info.FloorSection,
            SpinCount = cell.Spins,
            CoinIn = new Money(cell.CoinIn),
            CoinOut = new Money(cell.CoinOut),
            BillIn = new Money(cell.BillIn),
            JackpotCount = cell.Jackpots,
            ErrorCount = cell.Errors,
            EventCount = cell.Events,
            Revision = cell.Revision,
            ClosedAt = now,
        });
    }

    private void AddStale(int machine, int minute, EventBatch output)
    {
        if (_stale.Add((machine, minute)))
        {
            CountRow(machine, minute);
            output.StaleWindows.Add(new StaleWindow(catalog.Infos[machine].Id, MinuteMath.Start(minute)));
        }
    }

    private void CountRow(int machine, int minute)
    {
        if (_emitted.Add(machine, minute))
        {
            Windows++;
        }
        else
        {
            Corrections++;
        }
    }
}
