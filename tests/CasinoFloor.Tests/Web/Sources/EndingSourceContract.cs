using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources;

/// <summary>What holds besides for a source that comes to an end by itself, because its input does.</summary>
public abstract class EndingSourceContract : EventSourceContract
{
    /// <summary>A source whose input is missing or broken.</summary>
    protected abstract IEventSource CreateFailingSource();

    [Fact]
    public async Task RunAsync_AtTheEnd_IsFinished()
    {
        var sink = new FakeBatchSink();
        await using var source = CreateSource();
        var run = source.RunAsync(sink, TestContext.Current.CancellationToken);
        await WaitAsync(run, () => false);
        await run;
        Assert.Equal("finished", source.Status.State);
        Assert.Equal(sink.Count, source.Status.Read);
        Assert.True(source.Status.Progress is null or 1);
    }

    [Fact]
    public async Task RunAsync_InputThatCannotBeRead_IsFailedAndSaysWhy()
    {
        await using var source = CreateFailingSource();
        var run = source.RunAsync(new FakeBatchSink(), TestContext.Current.CancellationToken);
        await WaitAsync(run, () => source.Status.State == "failed");
        Assert.Equal("failed", source.Status.State);
        Assert.False(string.IsNullOrWhiteSpace(source.Status.Note));
    }
}
