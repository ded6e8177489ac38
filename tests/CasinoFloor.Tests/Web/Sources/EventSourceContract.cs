using System.Diagnostics;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources;

/// <summary>
/// What every event source must do. A row per source: derive, give the source some data (at least <see cref="Enough"/>
/// messages in several batches), and add the facts that hold for its kind: <c>EndingSourceContract</c> where it comes to an
/// end, <see cref="CheckResumesAsync"/> where it goes on after a restart.
/// </summary>
public abstract class EventSourceContract
{
    /// <summary>Messages after which a source that never ends has shown enough.</summary>
    protected const int Enough = 200;

    /// <summary>Milliseconds after which a test has failed.</summary>
    protected const int Limit = 4 * 60 * 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A source that reads the same data from the beginning, or from the sink's checkpoint, every time.</summary>
    protected abstract IEventSource CreateSource();

    /// <summary>Called again and again while a test waits: lets a fake clock go on.</summary>
    protected virtual void Drive()
    {
    }

    [Fact(Timeout = Limit)]
    public async Task RunAsync_FromTheBeginning_GivesMessagesWithRisingOffsets()
    {
        var sink = new FakeBatchSink();
        await using var source = CreateSource();
        await RunUntilAsync(source, sink, () => sink.Count >= Enough);

        // The sink itself refuses an offset that does not rise.
        Assert.True(sink.Count >= Enough, $"only {sink.Count} messages");
        Assert.All(sink.Messages, message => Assert.NotEmpty(message.Body));
        Assert.True(sink.LargestBatch <= 4_096);
    }

    [Fact(Timeout = Limit)]
    public async Task RunAsync_NoBatchFree_WaitsAndThenGoesOn()
    {
        var sink = new FakeBatchSink(capacity: 1, hold: true);
        await using var source = CreateSource();
        await RunUntilAsync(source, sink, () => sink.Refused > 0);
        Assert.Equal(1, sink.Posted);

        sink = new FakeBatchSink(capacity: 1, hold: true);
        await using var other = CreateSource();
        await RunUntilAsync(other, sink, () =>
        {
            if (sink.Posted > sink.Released)
            {
                sink.Release();
            }

            return sink.Count >= Enough;
        });
        Assert.True(sink.Count >= Enough);
    }

    [Fact(Timeout = Limit)]
    public async Task RunAsync_CancelledWhileItWaitsForABatch_EndsPromptly()
    {
        var sink = new FakeBatchSink(capacity: 1, hold: true);
        await using var source = CreateSource();
        using var stop = new CancellationTokenSource();
        var run = source.RunAsync(sink, stop.Token);
        await WaitAsync(run, () => sink.Refused > 0);
        await stop.CancelAsync();
        await run.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(run.IsFaulted, run.Exception?.ToString());
    }

    [Fact(Timeout = Limit)]
    public async Task Status_WhileRunning_CountsWhatWasHandedOver()
    {
        var sink = new FakeBatchSink();
        await using var source = CreateSource();
        Assert.Equal("starting", source.Status.State);
        Assert.Equal(0, source.Status.Read);
        await RunUntilAsync(source, sink, () => sink.Count >= Enough);
        Assert.Equal(sink.Count, source.Status.Read);
        Assert.NotEmpty(source.Description);
    }

    [Fact(Timeout = Limit)]
    public async Task OnStored_WhileTheSourceWaits_ReturnsAtOnce()
    {
        var sink = new FakeBatchSink(capacity: 1, hold: true);
        await using var source = CreateSource();
        using var stop = new CancellationTokenSource();
        var run = source.RunAsync(sink, stop.Token);
        await WaitAsync(run, () => sink.Refused > 0);
        var told = Task.Run(
            () =>
            {
                foreach (var message in sink.Messages)
                {
                    source.OnStored(message.Partition, message.Offset + 1);
                }
            },
            TestContext.Current.CancellationToken);
        await told.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await run.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>A second source over the same data, whose sink has checkpoints in the middle of it, gives the rest once.</summary>
    protected async Task CheckResumesAsync()
    {
        var first = new FakeBatchSink();
        await using (var source = CreateSource())
        {
            await RunUntilAsync(source, first, () => first.Count >= Enough);
        }

        var before = first.Messages;
        var second = new FakeBatchSink();
        foreach (var partition in before.GroupBy(message => message.Partition))
        {
            var offsets = partition.Select(message => message.Offset).ToList();
            second.Checkpoints[(partition.Key.Stream, partition.Key.Source, partition.Key.Number)] = offsets[offsets.Count / 2];
        }

        var expected = before
            .Where(message => message.Offset >= second.Checkpoints[(message.Partition.Stream, message.Partition.Source, message.Partition.Number)])
            .ToDictionary(Key, message => message.Text);
        await using (var source = CreateSource())
        {
            await RunUntilAsync(source, second, () => second.Messages.Count(message => expected.ContainsKey(Key(message))) == expected.Count);
        }

        var again = second.Messages.ToDictionary(Key, message => message.Text);
        Assert.All(expected, pair => Assert.Equal(pair.Value, again[pair.Key]));
        Assert.DoesNotContain(before.Select(Key).Except(expected.Keys), again.ContainsKey);
    }

    /// <summary>Runs a source until it ends or a condition holds, and stops it.</summary>
    protected async Task RunUntilAsync(IEventSource source, FakeBatchSink sink, Func<bool> condition)
    {
        using var stop = new CancellationTokenSource();
        var run = source.RunAsync(sink, stop.Token);
        await WaitAsync(run, condition);
        await stop.CancelAsync();
        try
        {
            await run.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A source may end either way when it is told to stop.
        }
    }

    /// <summary>Waits until the run ends or a condition holds.</summary>
    protected async Task WaitAsync(Task run, Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!run.IsCompleted && !condition())
        {
            Assert.True(watch.Elapsed < Patience, "The condition never came true.");
            Drive();
            await Task.Yield();
        }
    }

    private static (EventStream Stream, string Source, int Number, long Offset) Key(SunkMessage message) =>
        (message.Partition.Stream, message.Partition.Source, message.Partition.Number, message.Offset);
}
