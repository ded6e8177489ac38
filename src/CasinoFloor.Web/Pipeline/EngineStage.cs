using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Web.Pipeline;

/// <summary>The one task that owns the engine: applies batches in order and moves the clock at every tick.</summary>
public sealed class EngineStage(
    FloorEngine engine,
    DecodeStage input,
    WriteStage output,
    IReadOnlyList<IFloorObserver> observers,
    PipelineOptions options,
    PipelineMetrics metrics,
    TimeProvider time,
    WakeSignal wake,
    IFloorLayouts? layouts = null)
{
    private DateTime _nextTick;
    private EventBatch _found = NewOutput();

    /// <summary>
    /// Runs until the input is complete and drained; if <paramref name="closeWindows"/> says so then, the windows still
    /// open are closed (the events have an end). Completes the output.
    /// </summary>
    public async Task RunAsync(Func<bool> closeWindows)
    {
        try
        {
            using var timer = time.CreateTimer(_ => wake.Set(), null, options.Tick, options.Tick);
            while (!input.Drained)
            {
                ApplyReady();
                TickIfDue();
                await wake.WaitAsync(CancellationToken.None);
            }

            if (closeWindows())
            {
                engine.Complete(UtcNow, _found);
                output.Post(_found, pooled: false);
            }

            Publish(UtcNow);
        }
        finally
        {
            output.Complete();
        }
    }

    private DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    private void ApplyReady()
    {
        while (input.TryTake(out var batch))
        {
            var now = UtcNow;
            engine.Apply(batch, now);
            metrics.AddApplied(batch.MessageCount);
            metrics.ReceivedToApplied.Record(TimeSpan.FromTicks(UtcNow.Ticks - batch.ReceivedTicks), batch.MessageCount);
            output.Post(batch, pooled: true);
            TickIfDue();
        }
    }

    private void TickIfDue()
    {
        var now = UtcNow;
        if (now < _nextTick)
        {
            return;
        }

        // Due a tick after this one was, not after it was made: counted from a tick that came late, the timer's next signal would come too early and be lost.
        _nextTick = now - _nextTick < options.Tick ? _nextTick + options.Tick : now + options.Tick;
        if (layouts?.TryTake(out var layout) == true)
        {
            engine.Arrange(layout.Places);
        }

        engine.Advance(now, _found);
        if (_found.Windows.Count + _found.StaleWindows.Count + _found.Findings.Count > 0)
        {
            output.Post(_found, pooled: false);
            _found = NewOutput();
        }

        Publish(now);
    }

    private static EventBatch NewOutput()
    {
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        return batch;
    }

    private void Publish(DateTime now)
    {
        engine.Capture(now);
        metrics.Totals = engine.Summary.Totals;
        foreach (var observer in observers)
        {
            observer.OnTick(engine);
        }
    }
}
