using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Pipeline;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class FloorPipelineTests
{
    private readonly FakeEventhouse _eventhouse = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task RunAsync_SourceEnds_StoresEveryMessageOnceAndInOrder(int decodeTasks)
    {
        var source = new SpinSource(messages: 5_000, perBatch: 7);
        var pipeline = Pipeline(source, new PipelineOptions { DecodeTasks = decodeTasks, MaxBatches = 16, WriteRows = 300 });

        await pipeline.RunAsync(endWithSource: true, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 5_000).Select(n => (0, (long)n)), _eventhouse.Messages);
        Assert.Equal(5_000, source.Stored);
        Assert.Equal(5_000, _eventhouse.Checkpoints[^1].NextOffset);
        var metrics = pipeline.Metrics;
        Assert.Equal((5_000, 5_000, 5_000, 5_000), (metrics.Posted, metrics.Decoded, metrics.Applied, metrics.Stored));
        var slot = metrics.Totals!.Streams[(int)EventStream.Slot];
        Assert.Equal(slot.Received, slot.Accepted + slot.Duplicates + slot.Rejected.Sum());
        Assert.Equal(5_000, slot.Accepted);
        Assert.Equal(Money.FromDecimal(5_000m), slot.CoinIn);
    }

    [Fact]
    public async Task RunAsync_EventhouseAwayForAWhile_LosesNothingAndSaysSo()
    {
        _eventhouse.FailuresLeft = 2;
        var source = new SpinSource(messages: 400, perBatch: 10);
        var pipeline = Pipeline(source, new PipelineOptions { MaxBatches = 8, WriteRows = 50 });

        await pipeline.RunAsync(endWithSource: true, TestContext.Current.CancellationToken);

        Assert.Equal(400, _eventhouse.Messages.Count);
        Assert.Equal(2, pipeline.Metrics.WriteFailures);
        Assert.Null(pipeline.Problem);
    }

    [Fact]
    public async Task RunAsync_EventhouseAway_MakesTheSourceWait()
    {
        _eventhouse.FailuresLeft = int.MaxValue;
        var source = new SpinSource(messages: 100_000, perBatch: 1);
        var pipeline = Pipeline(source, new PipelineOptions { MaxBatches = 8 });
        using var stop = new CancellationTokenSource();

        var running = pipeline.RunAsync(endWithSource: false, stop.Token);
        while (pipeline.Problem is null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.InRange(source.Read, 1, 8);
        Assert.Equal("away", pipeline.Problem);
        _eventhouse.FailuresLeft = 0;
        await stop.CancelAsync();
        await running;
        Assert.Equal(source.Read, _eventhouse.Messages.Count);
    }

    [Fact]
    public async Task RunAsync_Stopped_StoresWhatWasRead()
    {
        var source = new SpinSource(messages: long.MaxValue, perBatch: 3);
        var pipeline = Pipeline(source, new PipelineOptions());
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(endWithSource: false, stop.Token);
        while (pipeline.Metrics.Applied < 1_000)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await running;

        Assert.Equal(source.Read, _eventhouse.Messages.Count);
        Assert.Equal(source.Read, source.Stored);
    }

    [Fact]
    public async Task RunAsync_SourceFails_StoresWhatItGaveAndReports()
    {
        var source = new SpinSource(messages: 50, perBatch: 5) { FailAtTheEnd = true };
        var pipeline = Pipeline(source, new PipelineOptions());

        await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.RunAsync(endWithSource: true, TestContext.Current.CancellationToken));

        Assert.Equal(50, _eventhouse.Messages.Count);
    }

    [Fact]
    public async Task RunAsync_EventhouseCannotBeOpened_FailsAndLetsNobodyWaitForTheSource()
    {
        var failure = new EventhouseException("in use");
        var pipeline = TestPipeline.Create(new SpinSource(messages: 1, perBatch: 1), new FakeEventhouse { OpenFailure = failure });

        var thrown = await Assert.ThrowsAsync<EventhouseException>(() => pipeline.RunAsync(endWithSource: false, TestContext.Current.CancellationToken));

        Assert.Same(failure, thrown);
        Assert.True(pipeline.SourceEnded.IsCompletedSuccessfully);
        Assert.False(pipeline.Opened.IsCompleted);
    }

    [Fact]
    public async Task RunAsync_StoppedWhileAnEndedSourceIsStored_GivesUpAfterTheTimeout()
    {
        _eventhouse.FailuresLeft = int.MaxValue;
        var pipeline = Pipeline(new SpinSource(messages: 20, perBatch: 10), new PipelineOptions { StopTimeout = TimeSpan.FromMilliseconds(50) });
        using var stop = new CancellationTokenSource();
        var running = pipeline.RunAsync(endWithSource: true, stop.Token);
        while (pipeline.Problem is null || !pipeline.SourceEnded.IsCompleted)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Empty(_eventhouse.Messages);
    }

    private FloorPipeline Pipeline(IEventSource source, PipelineOptions options) => TestPipeline.Create(source, _eventhouse, options);
}
