using CasinoFloor.Engine.Detectors;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Floor;

/// <summary>Takes over what was stored before a restart: open conditions, hand pays, signals, and closed windows.</summary>
internal sealed class StateRestorer(FloorModel model)
{
    // Up to this, the newest event may just have been on its way.
    private const long ShortAbsence = TimeSpan.TicksPerMinute;

    private bool _restored;

    /// <summary>Takes findings, windows and signals over.</summary>
    public void Restore(IReadOnlyList<Finding> findings, IReadOnlyList<ActivityWindow> windows, IReadOnlyList<MachineSignal> signals)
    {
        _restored = true;
        foreach (var finding in findings)
        {
            var machine = finding.MachineId.Length == 0 ? -1 : model.Catalog.GetOrAdd(finding.MachineId);
            if (machine < 0 && finding.MachineId.Length > 0)
            {
                continue;
            }

            model.Context.Know(finding.Id);
            model.Conditions.Restore(finding, machine);
            if (finding.Kind is FindingKind.Jackpot or FindingKind.JackpotReset)
            {
                JackpotDetector.Restore(finding, machine, model.Context);
            }
        }

        for (var machine = 0; machine < model.States.Count; machine++)
        {
            RestoreBits(machine);
        }

        // Of two of one moment the one that takes back comes last. Who is not on the floor any more does not come back for what was said a day ago.
        var known = model.Catalog.Infos.Select(info => info.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var signal in signals.Where(signal => known.Contains(signal.MachineId)).OrderBy(signal => (signal.Time, signal.Type)))
        {
            var machine = model.Catalog.GetOrAdd(signal.MachineId);
            if (machine >= 0)
            {
                ref var state = ref model.States[machine];
                StateUpdater.Signal(ref state, signal.Type, signal.Time.Ticks);
                state.Dirty = true;
            }
        }

        foreach (var window in windows)
        {
            var machine = model.Catalog.GetOrAdd(window.MachineId);
            if (machine >= 0)
            {
                model.Catalog.Place(new MachineLocation { MachineId = window.MachineId, FloorSection = window.FloorSection });
                model.Windows.Restore(machine, in window);
            }
        }
    }

    /// <summary>
    /// The recovery is over. While the engine was away it could hear of nobody: that is no silence of the machines. Repeats
    /// of a pending hand pay are not stored, so how long ago the last one came is not known: it is taken to be the newest moment
    /// recovered, otherwise a restart would raise a pending hand pay again.
    /// </summary>
    public void Finish()
    {
        if (!_restored)
        {
            return;
        }

        _restored = false;
        var away = model.Watermark.Newest == 0 ? 0 : model.Clock.Ticks - model.Watermark.Newest;
        foreach (ref var state in model.States.Items)
        {
            if (away > ShortAbsence && state.SeenAt != 0)
            {
                state.SeenAt += away;
            }

            if (state.HandPayStart != 0 && state.HandPaySettled == 0)
            {
                state.HandPayAt = Math.Max(state.HandPayAt, model.Watermark.Newest);
            }
        }
    }

    // What holds by a stored finding began before the events that are recovered, perhaps: newer events still decide.
    private void RestoreBits(int machine)
    {
        ref var state = ref model.States[machine];
        Set(FindingKind.Tilt, machine, MachineBits.Tilt, ref state.Bits, ref state.TiltAt);
        Set(FindingKind.PowerOff, machine, MachineBits.PowerOff, ref state.Bits, ref state.PowerAt);
        Set(FindingKind.DoorWithoutCard, machine, MachineBits.DoorOpen, ref state.Bits, ref state.DoorAt);
        if (model.Conditions.Find(FindingKind.HopperFill, machine) is { } fill && !HopperDetector.IsReport(fill.Finding))
        {
            state.HopperLevel = (float)fill.Finding.Value;
            state.HopperAt = fill.Start;
        }

        if (model.Context.Jackpots.LockedBy(machine) is { } jackpot)
        {
            state.HandPayUnits = jackpot.Amount.Units;
            state.HandPayStart = jackpot.EventTime.Ticks;
            state.HandPayAt = jackpot.EventTime.Ticks;
        }
    }

    private void Set(FindingKind kind, int machine, MachineBits bit, ref MachineBits bits, ref long at)
    {
        if (model.Conditions.Find(kind, machine) is { } condition)
        {
            bits |= bit;
            at = condition.Start;
        }
    }
}
