using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Tests.Engine;

/// <summary>An engine, a clock, and everything it gave out.</summary>
public sealed class FloorHarness
{
    public static readonly DateTime Start = new(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);

    public FloorHarness(Action<FloorOptions>? configure = null)
    {
        Options = new FloorOptions();
        configure?.Invoke(Options);
        Engine = new FloorEngine(Options);
    }

    public FloorOptions Options { get; }

    public FloorEngine Engine { get; }

    public DateTime Now { get; set; } = Start;

    public List<Finding> Findings { get; } = [];

    public List<ActivityWindow> Windows { get; } = [];

    public List<StaleWindow> Stale { get; } = [];

    public static DateTime At(double seconds) => Start.AddSeconds(seconds);

    /// <summary>Applies a batch with the clock at its newest event, if that is later than now.</summary>
    public EventBatch Apply(EventBatchBuilder builder)
    {
        var batch = builder.Batch;
        foreach (ref readonly var e in batch.Slots.Items)
        {
            Now = e.Timestamp > Now.Ticks ? new DateTime(e.Timestamp, DateTimeKind.Utc) : Now;
        }

        return ApplyAt(batch, Now);
    }

    public EventBatch ApplyAt(EventBatch batch, DateTime now)
    {
        Engine.Apply(batch, now);
        return Take(batch);
    }

    /// <summary>One event, on its own.</summary>
    public EventOutcome Slot(string machine, SlotEventType type, double seconds, decimal payout = 0, decimal wager = 0, float hopper = float.NaN, string player = "") =>
        Apply(new EventBatchBuilder().Slot(machine, type, At(seconds), wager, payout, hopper: hopper, player: player)).Slots[0].Outcome;

    public EventBatch Advance(double seconds)
    {
        Now = At(seconds) > Now ? At(seconds) : Now;
        var output = new EventBatch();
        output.Reset(EventStream.Slot);
        Engine.Advance(Now, output);
        return Take(output);
    }

    public EventBatch Complete()
    {
        var output = new EventBatch();
        output.Reset(EventStream.Slot);
        Engine.Complete(Now, output);
        return Take(output);
    }

    public IEnumerable<Finding> Of(FindingKind kind, FindingPhase phase) => Findings.Where(f => f.Kind == kind && f.Phase == phase);

    public FloorSummary Capture()
    {
        Engine.Capture(Now);
        return Engine.Summary;
    }

    private EventBatch Take(EventBatch batch)
    {
        Findings.AddRange(batch.Findings);
        Windows.AddRange(batch.Windows);
        Stale.AddRange(batch.StaleWindows);
        return batch;
    }
}
