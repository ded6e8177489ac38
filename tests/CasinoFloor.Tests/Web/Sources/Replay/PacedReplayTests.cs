using CasinoFloor.Web.Sources.Replay;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Replay;

public sealed class PacedReplayTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ReplayFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly FakeBatchSink _sink = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1", 1, false)]
    [InlineData("10", 10, false)]
    [InlineData("500", 500, false)]
    [InlineData("10", 10, true)]
    public async Task RunAsync_Paced_EventsComeWhenTheyAreDue(string speed, double factor, bool keepTime)
    {
        _folder.Add("slot.ndjson", ReplayFolder.Lines(3_000, ReplayFolder.Slot));
        _folder.Add("table.ndjson", ReplayFolder.Lines(300, i => ReplayFolder.Table(i * 10)));
        var source = new ReplaySource(
            new ReplayOptions { Path = _folder.Path, Speed = speed, KeepTime = keepTime }, new FakeReplayDialects(), _time);
        var run = source.RunAsync(_sink, TestContext.Current.CancellationToken);
        while (_sink.Posted == 0)
        {
            // The first event is due at once: the clock stands still until then.
            await Task.Yield();
        }

        var seen = 0;
        var wall = new List<(SunkMessage Message, DateTime Wall)>();
        while (!run.IsCompleted)
        {
            var now = _time.GetUtcNow().UtcDateTime;
            await DrainAsync(run);
            var messages = _sink.Messages;
            wall.AddRange(messages.Skip(seen).Select(message => (message, now)));
            seen = messages.Count;
            _time.Advance(TimeSpan.FromMilliseconds(50));
        }

        await run;
        wall.AddRange(_sink.Messages.Skip(seen).Select(message => (message, _time.GetUtcNow().UtcDateTime)));
        Assert.Equal(3_300, wall.Count);
        foreach (var (message, at) in wall)
        {
            var sinceFirst = TimeSpan.FromMilliseconds(100 * Number(message));
            var due = Now.UtcDateTime + (sinceFirst / factor);
            Assert.True(at >= due, $"event {Number(message)} was due at {due:O} and came at {at:O}");
            var landed = ReplayFolder.Start + sinceFirst + TimeSpan.FromTicks(message.TimeShift);
            Assert.InRange((landed - (keepTime ? ReplayFolder.Start + sinceFirst : due)).TotalSeconds, -2.1, 0.001);
        }
    }

    [Fact]
    public async Task RunAsync_OneWrongClockAhead_DoesNotHoldTheReplayUp()
    {
        var wrong = ReplayFolder.Slot(50).Replace("2026-", "2027-", StringComparison.Ordinal);
        var path = _folder.Add("slot.ndjson", ReplayFolder.Slot(0) + "\n" + wrong + "\n" + ReplayFolder.Slot(3) + "\n");
        var source = new ReplaySource(new ReplayOptions { Path = path, Speed = "1" }, new FakeReplayDialects(), _time);
        var run = source.RunAsync(_sink, TestContext.Current.CancellationToken);
        while (!run.IsCompleted)
        {
            await DrainAsync(run);
            _time.Advance(TimeSpan.FromMilliseconds(50));
            Assert.True(_time.GetUtcNow() < Now.AddHours(1), "The replay waits for the wrong clock.");
        }

        await run;
        Assert.Equal(3, _sink.Count);
    }

    [Fact]
    public async Task RunAsync_FirstLineWithoutTime_IsGivenAtOnce()
    {
        var path = _folder.Add("slot.ndjson", "not json\n" + ReplayFolder.Slot(0) + "\n" + ReplayFolder.Slot(36_000) + "\n");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var source = new ReplaySource(new ReplayOptions { Path = path, Speed = "1" }, new FakeReplayDialects(), _time);
        var run = source.RunAsync(_sink, stop.Token);
        while (_sink.Count < 2)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        Assert.False(run.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(2, _sink.Count);
    }

    private static int Number(SunkMessage message)
    {
        using var json = System.Text.Json.JsonDocument.Parse(message.Body);
        return json.RootElement.GetProperty("number").GetInt32();
    }

    /// <summary>Lets the source run until it has posted nothing new for a while: then it waits for the clock.</summary>
    private async Task DrainAsync(Task run)
    {
        var quiet = 0;
        var count = _sink.Posted;
        while (!run.IsCompleted && quiet < 20)
        {
            await Task.Yield();
            quiet = count == _sink.Posted ? quiet + 1 : 0;
            count = _sink.Posted;
        }
    }
}
