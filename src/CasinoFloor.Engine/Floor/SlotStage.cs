using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Floor;

/// <summary>Takes slot events in, one after the other: judges, counts, and shows them to the detectors.</summary>
internal sealed class SlotStage(FloorModel model, WindowCloser closer, FloorScan scan, TimeSpan handPayRepeatWithin)
{
    // Few enough that what was read stays in the first-level cache until it is used.
    private const int ReadAhead = 64;

    private readonly long _repeatWithin = handPayRepeatWithin.Ticks;

    /// <summary>Takes the batch's slot events in.</summary>
    public void Apply(EventBatch batch, long now)
    {
        var counter = model.Totals[EventStream.Slot];
        var messages = batch.Messages;
        var slots = batch.Slots.Items;
        for (var index = 0; index < slots.Length; index++)
        {
            if (index % ReadAhead == 0)
            {
                model.Deduplication.Touch(EventStream.Slot, slots.Slice(index, Math.Min(ReadAhead, slots.Length - index)));
            }

            ref var e = ref slots[index];
            model.Clock.ObserveEvent(e.Timestamp);
            scan.ObserveEvent();
            e.Outcome = Judge(in e, batch, now);
            counter.Add(e.Outcome);
            if (e.Outcome != EventOutcome.Duplicate)
            {
                Count(in e, counter);
            }

            // A clock that runs ahead must not close windows for everybody.
            var clock = model.Clock.Ticks;
            if (model.Watermark.Observe(messages[e.Message].Partition, Math.Min(e.Timestamp, clock), clock))
            {
                closer.Close(batch, now);
            }
        }
    }

    /// <summary>Rebuilds state from slot events that were stored before a restart.</summary>
    public void Recover(EventBatch batch)
    {
        foreach (ref var e in batch.Slots.Items)
        {
            model.Clock.ObserveEvent(e.Timestamp);
            e.Outcome = EventOutcome.Duplicate;
            if (!model.Deduplication.TryAdd(EventStream.Slot, e.Identity))
            {
                continue;
            }

            e.Outcome = EventOutcome.Accepted;
            var clock = model.Clock.Ticks;
            model.Watermark.Recover(Math.Min(e.Timestamp, clock), clock);
            var machine = model.Catalog.GetOrAdd(batch, e.MachineId);
            if (machine >= 0)
            {
                // When it arrived is not known any more; it was heard of no later than now.
                Take(in e, machine, Math.Min(e.Timestamp, clock), batch);
                model.Windows.Recover(machine, in e);
                Observe(in e, machine);
            }
        }
    }

    private EventOutcome Judge(in SlotEvent e, EventBatch batch, long now)
    {
        if (!model.Deduplication.TryAdd(EventStream.Slot, e.Identity))
        {
            return EventOutcome.Duplicate;
        }

        var machine = model.Catalog.GetOrAdd(batch, e.MachineId);
        if (machine < 0)
        {
            model.Totals.Untracked++;
            model.Recent.Add(in e, -1, IsLargeWin(in e), float.NaN);
            model.Minutes.Add(in e);
            return EventOutcome.Accepted;
        }

        if (HandPayRepeats.IsRepeat(ref model.States[machine], in e, _repeatWithin))
        {
            model.States[machine].SeenAt = model.Clock.Ticks;
            return EventOutcome.Duplicate;
        }

        Take(in e, machine, model.Clock.Ticks, batch);
        var late = model.Windows.Add(machine, in e, batch, now);
        Observe(in e, machine);
        return late ? EventOutcome.Late : EventOutcome.Accepted;
    }

    private void Take(in SlotEvent e, int machine, long seenAt, EventBatch batch)
    {
        ref var state = ref model.States[machine];
        if (e.Timestamp >= state.LastEvent)
        {
            model.Catalog.Learn(machine, batch, in e);
        }

        StateUpdater.Apply(ref state, in e, seenAt);
    }

    private void Observe(in SlotEvent e, int machine)
    {
        ref readonly var state = ref model.States[machine];
        model.Recent.Add(in e, state.Section, IsLargeWin(in e), state.TheoreticalHold);
        model.Minutes.Add(in e);
        model.Context.ObserveEvent(e.Timestamp);
        model.Detectors.Observe(in e, machine, model.Context);
    }

    private void Count(in SlotEvent e, StreamCounter counter)
    {
        if (e.Type.IsPlay())
        {
            counter.CoinIn += e.Wager.Units;
            counter.CoinOut += e.Payout.Units;
            counter.LargeWins += IsLargeWin(in e) ? 1 : 0;
        }
    }

    private bool IsLargeWin(in SlotEvent e) =>
        e.Payout >= model.LargeWin && e.Type.IsPlay();
}
