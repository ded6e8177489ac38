using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Replay;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Replay;

public sealed class StreamGuessTests : IDisposable
{
    private const string Security = """{"event_id":"1","event_type":"DOOR_OPEN","machine_id":"SLOT-1","badge_number":"B-1","event_timestamp":"2026-11-20T18:00:00Z"}""";
    private const string PeerSlot = """{"event_id":"1","machine_id":"SLOT-1","location_id":"LOC-1","event_type":"GAME_PLAY","player_id":null}""";
    private const string WideTable = """{"machine_id":null,"table_id":"T-1","event_type":"FILL","transaction_type":null}""";
    private const string PeerCash = """{"transaction_id":"T-1","transaction_type":"CASH_IN","transaction_timestamp":"2026-11-20T18:00:00"}""";

    private readonly ReplayFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("slot.ndjson", "{}", EventStream.Slot)]
    [InlineData("es-table-games.ndjson", "{}", EventStream.Table)]
    [InlineData("SECURITY_2026.jsonl", "{}", EventStream.Security)]
    [InlineData("cage.json", "{}", EventStream.Cash)]
    [InlineData("cash.ndjson", "{}", EventStream.Cash)]
    [InlineData("a.ndjson", PeerSlot, EventStream.Slot)]
    [InlineData("a.ndjson", WideTable, EventStream.Table)]
    [InlineData("a.ndjson", Security, EventStream.Security)]
    [InlineData("a.ndjson", PeerCash, EventStream.Cash)]
    [InlineData("slot-or-table.ndjson", PeerCash, EventStream.Cash)]
    public async Task RunAsync_NameOrFields_TellTheStream(string name, string line, EventStream expected)
    {
        var sink = new FakeBatchSink();
        var path = _folder.Add(name, "garbage\n" + line + "\n");
        var source = new ReplaySource(new ReplayOptions { Path = path }, new FakeReplayDialects(), TimeProvider.System);
        await source.RunAsync(sink, TestContext.Current.CancellationToken);
        Assert.Equal("finished", source.Status.State);
        Assert.Equal(expected, Assert.Single(sink.Partitions).Stream);
    }

    [Fact]
    public async Task RunAsync_StreamGiven_Wins()
    {
        var sink = new FakeBatchSink();
        var options = new ReplayOptions { Path = _folder.Add("slot.ndjson", PeerSlot), Stream = "security" };
        await new ReplaySource(options, new FakeReplayDialects(), TimeProvider.System).RunAsync(sink, TestContext.Current.CancellationToken);
        Assert.Equal(EventStream.Security, Assert.Single(sink.Partitions).Stream);
    }
}
