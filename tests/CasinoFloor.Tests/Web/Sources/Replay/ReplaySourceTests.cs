using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Replay;

public sealed class ReplaySourceTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ReplayFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly FakeBatchSink _sink = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_LineEndsAndBlankLines_NumbersLinesAsTheFileDoes()
    {
        var path = _folder.Add("slot.ndjson", $"\uFEFF{ReplayFolder.Slot(0)}\r\n\r\n  \n{ReplayFolder.Slot(1)}\nnot json\n{ReplayFolder.Slot(2)}");
        await RunAsync(path);
        Assert.Equal([0L, 3, 4, 5], _sink.Messages.Select(message => message.Offset));
        Assert.Equal([ReplayFolder.Slot(0), ReplayFolder.Slot(1), "not json", ReplayFolder.Slot(2)], _sink.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task RunAsync_BytesThatAreNoText_PassAsTheyAre()
    {
        byte[] bytes = [(byte)'{', 0xFF, 0xFE, 0x00, (byte)'}'];
        await RunAsync(_folder.Add("cash.ndjson", bytes));
        Assert.Equal(bytes, Assert.Single(_sink.Messages).Body);
    }

    [Theory]
    [InlineData((1 << 20) - 1, (1 << 20) - 1)]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData((1 << 20) + 1, (1 << 20) + 1)]
    [InlineData(5_000_000, (1 << 20) + 1)]
    public async Task RunAsync_VeryLongLine_IsOneMessageOfBoundedLength(int length, int expected)
    {
        var path = _folder.Add("slot.ndjson", $"{ReplayFolder.Slot(0)}\n{new string('x', length)}\n{ReplayFolder.Slot(2)}\n");
        await RunAsync(path);
        Assert.Equal([0L, 1, 2], _sink.Messages.Select(message => message.Offset));
        Assert.Equal(expected, _sink.Messages[1].Body.Length);
        Assert.Equal(ReplayFolder.Slot(2), _sink.Messages[2].Text);
    }

    [Fact]
    public async Task RunAsync_LongLineInOneOfManyFiles_IsReadWithItsSmallBuffer()
    {
        for (var i = 0; i < 12; i++)
        {
            _folder.Add($"slot-{i:00}.ndjson", $"{new string('x', 200_000)}\n{ReplayFolder.Slot(i)}\n");
        }

        await RunAsync(_folder.Path);
        Assert.Equal(24, _sink.Count);
        Assert.Equal(12, _sink.Messages.Count(message => message.Body.Length == 200_000));
    }

    [Fact]
    public async Task RunAsync_CutGzip_GivesWhatWasReadAndFails()
    {
        var whole = ReplayFolder.Gzip(ReplayFolder.Lines(20_000, ReplayFolder.Slot));
        var source = await RunAsync(_folder.Add("slot.ndjson.gz", whole[..(whole.Length / 2)]));
        Assert.Equal("failed", source.Status.State);
        Assert.Contains("slot.ndjson.gz", source.Status.Note, StringComparison.Ordinal);
        Assert.InRange(_sink.Count, 5_000, 15_000);
        Assert.Equal(ReplayFolder.Slot(4_000), _sink.Messages[4_000].Text);
    }

    [Fact]
    public async Task RunAsync_MaxSpeed_NewestEventFallsOnNow()
    {
        await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Lines(1_000, ReplayFolder.Slot)));
        var newest = ReplayFolder.Start.AddMilliseconds(999 * 100);
        Assert.All(_sink.Messages, message => Assert.Equal((Now.UtcDateTime - newest).Ticks, message.TimeShift));
    }

    [Fact]
    public async Task RunAsync_OneWrongClockInTheFuture_DoesNotMoveAllOthersIntoThePast()
    {
        var wrong = ReplayFolder.Slot(0).Replace("2026-", "2099-", StringComparison.Ordinal);
        await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Lines(100, ReplayFolder.Slot) + wrong + "\n"));
        Assert.Equal((Now.UtcDateTime - ReplayFolder.Start.AddMilliseconds(9_900)).Ticks, _sink.Messages[0].TimeShift);
    }

    [Fact]
    public async Task RunAsync_KeepTime_ShiftsNothing()
    {
        await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Lines(100, ReplayFolder.Slot)), options => options.KeepTime = true);
        Assert.All(_sink.Messages, message => Assert.Equal(0, message.TimeShift));
    }

    [Fact]
    public async Task RunAsync_StandardInput_NeverLandsInTheFuture()
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ReplayFolder.Lines(30_000, ReplayFolder.Slot)));
        var source = new ReplaySource(new ReplayOptions { Path = "-" }, new FakeReplayDialects(), _time, null, () => input);
        await source.RunAsync(_sink, TestContext.Current.CancellationToken);
        Assert.Equal(30_000, _sink.Count);
        Assert.All(_sink.Messages, message => Assert.True(TimeOf(message) <= Now.UtcDateTime));
        Assert.Equal(Now.UtcDateTime, TimeOf(_sink.Messages[^1]));
    }

    [Fact]
    public async Task RunAsync_SeveralFiles_RunTogetherByTime()
    {
        _folder.Add("slot.ndjson", ReplayFolder.Lines(20_000, ReplayFolder.Slot));
        _folder.Add("table.ndjson", ReplayFolder.Lines(2_000, i => ReplayFolder.Table(i * 10)));
        await RunAsync(_folder.Path);
        Assert.Equal(22_000, _sink.Count);
        var newest = new Dictionary<EventStream, DateTime>();
        foreach (var message in _sink.Messages)
        {
            newest[message.Partition.Stream] = TimeOf(message);
            if (newest.Count == 2)
            {
                // A chunk is 512 lines: 51 s of the slot file, 512 s of the other.
                Assert.InRange((newest[EventStream.Slot] - newest[EventStream.Table]).TotalSeconds, -520, 520);
            }
        }
    }

    [Fact]
    public async Task RunAsync_StoredAlready_SaysSo()
    {
        var path = _folder.Add("slot.ndjson", ReplayFolder.Lines(100, ReplayFolder.Slot) + "\n\n");
        var first = await RunAsync(path);
        Assert.False(first.IsStored);
        first.OnStored(_sink.Partitions[0], 100);
        Assert.True(first.IsStored);

        var again = new FakeBatchSink();
        again.Checkpoints[(EventStream.Slot, _sink.Partitions[0].Source, 0)] = 100;
        var source = await RunAsync(path, sink: again);
        Assert.Equal(0, again.Count);
        Assert.Equal("finished", source.Status.State);
        Assert.Contains("has been stored already", source.Status.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OtherContentUnderTheSameName_IsAnotherSource()
    {
        await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Lines(100, ReplayFolder.Slot)));
        await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Lines(101, ReplayFolder.Slot)));
        Assert.Equal(2, _sink.Partitions.Select(partition => partition.Source).Distinct().Count());
        Assert.All(_sink.Partitions, partition => Assert.StartsWith("file:slot.ndjson#", partition.Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_StreamThatCannotBeTold_FailsAndSaysHowToNameIt()
    {
        var source = await RunAsync(_folder.Add("events.ndjson", "{\"a\":1}\n"));
        Assert.Equal("failed", source.Status.State);
        Assert.Contains("--stream", source.Status.Note, StringComparison.Ordinal);
        Assert.Equal(0, _sink.Count);
    }

    [Fact]
    public async Task RunAsync_NoSuchDialect_FailsAndNamesIt()
    {
        var source = await RunAsync(_folder.Add("slot.ndjson", ReplayFolder.Slot(0)), options => options.Dialect = "klingon");
        Assert.Equal("failed", source.Status.State);
        Assert.Contains("klingon", source.Status.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_EmptyFileAmongOthers_IsNoFailure()
    {
        _folder.Add("slot.ndjson", ReplayFolder.Slot(0));
        _folder.Add("other.ndjson", "\n\n");
        var source = await RunAsync(_folder.Path);
        Assert.Equal("finished", source.Status.State);
        Assert.Contains("other.ndjson is empty", source.Status.Note, StringComparison.Ordinal);
        Assert.Equal(1, _sink.Count);
    }

    [Theory]
    [InlineData("", null, "max", "Replay:Path")]
    [InlineData("x", "slots", "max", "Replay:Stream")]
    [InlineData("x", null, "fast", "Replay:Speed")]
    [InlineData("x", null, "0", "Replay:Speed")]
    [InlineData("x", null, "NaN", "Replay:Speed")]
    public void Validate_WrongSetting_NamesIt(string path, string? stream, string speed, string expected) =>
        Assert.StartsWith(
            expected, Assert.Single(new ReplayOptions { Path = path, Stream = stream, Speed = speed }.Validate()), StringComparison.Ordinal);

    private static DateTime TimeOf(SunkMessage message)
    {
        Assert.True(new FakeReplayDialects().ProbeFor("default")!.TryReadTicks(default, message.Body, out var ticks));
        return new DateTime(ticks + message.TimeShift, DateTimeKind.Utc);
    }

    private async Task<ReplaySource> RunAsync(string path, Action<ReplayOptions>? change = null, FakeBatchSink? sink = null)
    {
        var options = new ReplayOptions { Path = path };
        change?.Invoke(options);
        var source = new ReplaySource(options, new FakeReplayDialects(), _time);
        await source.RunAsync(sink ?? _sink, TestContext.Current.CancellationToken);
        return source;
    }
}
