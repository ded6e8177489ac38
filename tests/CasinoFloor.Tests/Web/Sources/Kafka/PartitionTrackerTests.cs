using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class PartitionTrackerTests
{
    private static readonly SourcePartition P0 = new(EventStream.Slot, "kafka:t", 0, 0);
    private static readonly SourcePartition P1 = new(EventStream.Slot, "kafka:t", 1, 1);
    private readonly PartitionTracker _tracker = new();

    [Fact]
    public void Uncommitted_EmittedAndNotStored_IsEmpty()
    {
        _tracker.Begin(P0, start: 10, committed: 10);
        _tracker.Emitted(P0, 50);
        Assert.Empty(_tracker.Uncommitted());
        Assert.Equal(40, _tracker.Outstanding([P0]));
    }

    [Fact]
    public void Uncommitted_Stored_IsTheStoredPositionUntilCommitted()
    {
        _tracker.Begin(P0, 10, 10);
        _tracker.Emitted(P0, 50);
        Assert.True(_tracker.Stored(P0, 30));
        Assert.Equal([new StoredOffset(P0, 30)], _tracker.Uncommitted());

        _tracker.Committed(P0, 30);
        Assert.Empty(_tracker.Uncommitted());
        Assert.Equal(30, _tracker.LastCommitted(P0));
        Assert.Equal(20, _tracker.Outstanding([P0]));
    }

    [Fact]
    public void Uncommitted_CheckpointAheadOfCommit_IsCommittedAtOnce()
    {
        _tracker.Begin(P0, start: 40, committed: 10);
        Assert.Equal([new StoredOffset(P0, 40)], _tracker.Uncommitted());
    }

    [Fact]
    public void Uncommitted_NoStart_IsEmptyUntilSomethingIsStored()
    {
        _tracker.Begin(P0, null, null);
        Assert.Empty(_tracker.Uncommitted());
        _tracker.Emitted(P0, 5);
        Assert.True(_tracker.Outstanding([P0]) > 0);
        _tracker.Stored(P0, 5);
        Assert.Equal([new StoredOffset(P0, 5)], _tracker.Uncommitted());
        Assert.Equal(0, _tracker.Outstanding([P0]));
    }

    [Fact]
    public void Stored_BeyondWhatWasEmitted_IsIgnored()
    {
        _tracker.Begin(P0, 10, 10);
        _tracker.Emitted(P0, 20);
        Assert.False(_tracker.Stored(P0, 21));
        Assert.Empty(_tracker.Uncommitted());
    }

    [Fact]
    public void Stored_OlderReport_DoesNotGoBack()
    {
        _tracker.Begin(P0, 10, 10);
        _tracker.Emitted(P0, 30);
        _tracker.Stored(P0, 30);
        Assert.True(_tracker.Stored(P0, 20));
        Assert.Equal([new StoredOffset(P0, 30)], _tracker.Uncommitted());
    }

    [Fact]
    public void Stored_AfterEnd_IsIgnored()
    {
        _tracker.Begin(P0, 10, 10);
        _tracker.Emitted(P0, 20);
        _tracker.End(P0);
        Assert.False(_tracker.Stored(P0, 20));
        Assert.Empty(_tracker.Uncommitted());
        Assert.Null(_tracker.LastCommitted(P0));
    }

    [Fact]
    public void Restart_ElsewhereLower_ForgetsTheOldPosition()
    {
        _tracker.Begin(P0, 5_000, 5_000);
        _tracker.Restart(P0, 0);
        Assert.Equal([new StoredOffset(P0, 0)], _tracker.Uncommitted());
        Assert.False(_tracker.Stored(P0, 5_000));
        _tracker.Emitted(P0, 10);
        Assert.True(_tracker.Stored(P0, 10));
    }

    [Fact]
    public void WhenStored_AllOfThePartitions_Completes()
    {
        _tracker.Begin(P0, 0, null);
        _tracker.Begin(P1, 0, null);
        _tracker.Emitted(P0, 10);
        _tracker.Emitted(P1, 10);
        var both = _tracker.WhenStoredAsync([P0, P1]);
        var first = _tracker.WhenStoredAsync([P0]);

        _tracker.Stored(P0, 10);
        Assert.True(first.IsCompleted);
        Assert.False(both.IsCompleted);
        _tracker.Stored(P1, 9);
        Assert.False(both.IsCompleted);
        _tracker.Stored(P1, 10);
        Assert.True(both.IsCompleted);
    }

    [Fact]
    public void WhenStored_NothingEmitted_IsComplete()
    {
        _tracker.Begin(P0, 7, 7);
        Assert.True(_tracker.WhenStoredAsync([P0]).IsCompleted);
        Assert.True(_tracker.WhenStoredAsync([P1]).IsCompleted);
    }

    [Fact]
    public void WhenStored_PartitionEnds_Completes()
    {
        _tracker.Begin(P0, 0, null);
        _tracker.Emitted(P0, 10);
        var stored = _tracker.WhenStoredAsync([P0]);
        Assert.False(stored.IsCompleted);
        _tracker.End(P0);
        Assert.True(stored.IsCompleted);
    }
}
