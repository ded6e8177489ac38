using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CasinoFloor.Tests;

namespace CasinoFloor.EndToEnd.Replay;

/// <summary>The replay command's totals against totals computed here, with nothing of the product's code.</summary>
public sealed class ReplayTotalsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = TestTime.Limit)]
    public async Task Replay_PeerFeed_CountsOnlyGamesAsCoinIn()
    {
        var feed = RepositoryFiles.SharedOrSkip(Path.Combine("data", "peer"));
        var expected = new Totals();
        await foreach (var line in LinesAsync(Path.Combine(feed, "slot.ndjson.gz")))
        {
            expected.AddPeer(line);
        }

        var summary = await ReplayAsync(feed, "--keep-time");

        Assert.Equal(7_800, summary.GetProperty("received").GetInt64());
        Assert.Equal(7_800, summary.GetProperty("accepted").GetInt64());
        Assert.Empty(summary.GetProperty("rejected").EnumerateObject());
        expected.AssertEqual(summary.GetProperty("streams").GetProperty("slot"));
        Assert.Equal("0.00", summary.GetProperty("streams").GetProperty("cash").GetProperty("coin_in").GetString());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Replay_OwnSample_AccountsForEveryLine()
    {
        string[] lines =
        [
            """{"event_id":"1","machine_id":"A","event_type":"SPIN","event_timestamp":"2026-03-01T20:00:01Z","wager_amount":2.5,"payout_amount":1199.99}""",
            """{"event_id":"2","machine_id":"A","event_type":"SPIN","event_timestamp":"2026-03-01T20:00:02Z","wager_amount":0.01,"payout_amount":1200}""",
            """{"event_id":"2","machine_id":"A","event_type":"SPIN","event_timestamp":"2026-03-01T20:00:02Z","wager_amount":0.01,"payout_amount":1200}""",
            """{"event_id":"3","machine_id":"A","event_type":"BILL_IN","event_timestamp":"2026-03-01T20:00:03Z","bill_amount":100}""",
            """{"event_id":"4","machine_id":"A","event_type":"METER_UPDATE","event_timestamp":"2026-03-01T20:00:04Z","wager_amount":999999,"payout_amount":888888}""",
            """{"event_id":"5","machine_id":"B","event_type":"JACKPOT","event_timestamp":"2026-03-01T20:00:05Z","payout_amount":5000.25}""",
            """{"machine_id":"B","event_type":"JACKPOT","event_timestamp":"2026-03-01T20:00:20Z","payout_amount":5000.25}""",
            """{"event_id":"6","event_type":"SPIN","event_timestamp":"2026-03-01T20:00:06Z","wager_amount":1,"payout_amount":0}""",
            """{"event_id":"7","machine_id":"A","event_type":"SPIN","event_timestamp":"2026-03-01T20:00:07Z","wager_amount":-1,"payout_amount":0}""",
            """{"event_id":"8","machine_id":"A","event_type":"DANCE","event_timestamp":"2026-03-01T20:00:08Z"}""",
            "this is no event",
        ];
        var file = _folder.File("slot.ndjson");
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);

        var summary = await ReplayAsync(file, "--keep-time");

        Assert.Equal(11, summary.GetProperty("received").GetInt64());
        Assert.Equal(5, summary.GetProperty("accepted").GetInt64());
        Assert.Equal(2, summary.GetProperty("duplicates").GetInt64());
        Assert.Equal("2.51", summary.GetProperty("coin_in").GetString());
        Assert.Equal("7400.24", summary.GetProperty("coin_out").GetString());
        Assert.Equal(2, summary.GetProperty("large_wins").GetInt64());
        Assert.Equal(2, summary.GetProperty("windows").GetInt64());
        var rejected = summary.GetProperty("rejected").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetInt32());
        Assert.Equal(
            new() { ["missing_field"] = 1, ["negative_amount"] = 1, ["unknown_event_type"] = 1, ["not_json"] = 1 },
            rejected);
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData("Pipeline:WriteRows=many", "Pipeline:WriteRows")]
    [InlineData("Floor:Detectors:Jackpot:LargeWin=-1", "Floor:Detectors:Jackpot:LargeWin")]
    [InlineData("Decoding:TimeZone=Mars/Olympus", "Decoding:TimeZone")]
    [InlineData("Decoding:TimeZome=UTC", "TimeZome")]
    public async Task Start_WrongSetting_NamesItAndEnds(string setting, string named)
    {
        await using var run = ProductProcess.Start("replay", _folder.File("none.ndjson"), "--exit", "--data", _folder.File("data"), "--set", setting);

        Assert.Equal(2, await run.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
    }

    private async Task<JsonElement> ReplayAsync(string path, params string[] more)
    {
        await using var run = ProductProcess.Start(["replay", path, "--exit", "--json", "--data", _folder.File("data"), .. more]);
        Assert.True(await run.WaitForExitAsync(TestContext.Current.CancellationToken) == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static async IAsyncEnumerable<string> LinesAsync(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }

    private sealed class Totals
    {
        private const decimal LargeWin = 1_200;
        private decimal _coinIn;
        private decimal _coinOut;
        private int _largeWins;

        public void AddPeer(string line)
        {
            using var json = JsonDocument.Parse(line);
            var (wager, payout) = json.RootElement.GetProperty("event_type").GetString() switch
            {
                "GAME_PLAY" => (Amount(json, "coin_in"), Amount(json, "coin_out")),
                "JACKPOT" => (0, Amount(json, "jackpot_amount")),
                _ => (0, 0),
            };
            _coinIn += wager;
            _coinOut += payout;
            _largeWins += payout >= LargeWin ? 1 : 0;
        }

        public void AssertEqual(JsonElement slot)
        {
            Assert.Equal(_coinIn, decimal.Parse(slot.GetProperty("coin_in").GetString()!, CultureInfo.InvariantCulture));
            Assert.Equal(_coinOut, decimal.Parse(slot.GetProperty("coin_out").GetString()!, CultureInfo.InvariantCulture));
            Assert.Equal(_largeWins, slot.GetProperty("large_wins").GetInt32());
        }

        private static decimal Amount(JsonDocument json, string field) => json.RootElement.GetProperty(field).GetDecimal();
    }
}
