using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Remote;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class StaleWindowsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 0, 0, TimeSpan.Zero);
    private static readonly StaleWindow First = new("M-1", Now.Ticks);
    private static readonly StaleWindow Second = new("M-2", Now.Ticks);

    private readonly StaleWindows _stale = new();

    [Fact]
    public void NotedBefore_Moment_GivesOnlyTheOlder()
    {
        Note(Now, First);
        Note(Now.AddSeconds(10), Second);

        Assert.Empty(_stale.NotedBefore(Now));
        Assert.Equal([First], _stale.NotedBefore(Now.AddSeconds(5)).Select(window => window.Key));
    }

    [Fact]
    public void Note_Again_StartsTheWaitAnew()
    {
        Note(Now, First);
        Note(Now.AddSeconds(10), First);

        Assert.Empty(_stale.NotedBefore(Now.AddSeconds(10)));
        Assert.Single(_stale.NotedBefore(Now.AddSeconds(11)));
    }

    [Fact]
    public void Done_NotedAgainMeanwhile_GoesOnWaiting()
    {
        Note(Now, First, Second);
        var taken = _stale.NotedBefore(Now.AddSeconds(1));
        Note(Now.AddSeconds(2), Second);

        _stale.Done(taken);

        Assert.Equal([Second], _stale.NotedBefore(Now.AddSeconds(9)).Select(window => window.Key));
    }

    [Fact]
    public void Note_MoreThanFit_AreCounted()
    {
        Note(Now, [.. Enumerable.Range(0, 100_005).Select(number => new StaleWindow("M", number))]);

        Assert.Equal(5, _stale.Dropped);
    }

    private void Note(DateTimeOffset now, params StaleWindow[] windows)
    {
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        batch.StaleWindows.AddRange(windows);
        _stale.Note([batch], now);
    }
}
