using System.Text.Json;
using CasinoFloor.EndToEnd.Durability;

namespace CasinoFloor.EndToEnd.Remote;

/// <summary>One program stores into the Eventhouse of another, which goes away and comes back.</summary>
public sealed class OutageTests : IDisposable
{
    private const int Events = 3_000;

    private const string Stored = """
        slot_events_live
        | where machine_id startswith "M-" and enqueued_at > datetime(2020-01-01)
        | summarize arg_max(ingested_at, *) by source_partition, source_offset
        | summarize count(), dcountif(event_id, event_id != ""), round(sum(wager_amount), 2), round(sum(payout_amount), 2)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = TestTime.Limit)]
    public async Task Events_EventhouseAwayAtTheStartAndWriterKilled_ArriveWhenItComesBack()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        var stop = patience.Token;
        var feed = new SlotFeed(5, DateTime.UnixEpoch.AddYears(56));
        var file = await WriteAsync(feed, stop);
        var there = RunningApp.FreeAddress();

        // Nobody is there: the floor runs all the same, and a kill loses nothing of what was taken.
        await using (var first = StartWriter(there, file))
        {
            var health = await first.HealthAsync(health => Number(health, "stored") >= Events, stop);
            Assert.Equal("degraded", health.GetProperty("status").GetString());
            Assert.Contains("wait in the spool", health.GetProperty("problem").GetString(), StringComparison.Ordinal);
            Assert.Contains("nothing was recovered", health.GetProperty("note").GetString(), StringComparison.Ordinal);
        }

        await using var eventhouse = RunningApp.Start(there, "run", "--data", _folder.File("there"), "--set", "Simulator:Machines=10");
        await eventhouse.HealthAsync(health => health.GetProperty("status").ValueEquals("ok"), stop);
        await using var second = StartWriter(there, file);
        await second.HealthAsync(health => Number(health, "stored") >= Events && health.GetProperty("status").ValueEquals("ok"), stop);

        var row = await eventhouse.RowAsync(Stored, stop);
        Assert.Equal(Events, row[0].GetInt64());
        Assert.Equal(Events - (Events / 500), row[1].GetInt64());
        Assert.Equal((feed.CoinIn, feed.CoinOut), (row[2].GetDecimal(), row[3].GetDecimal()));
        Assert.Empty(Directory.EnumerateFiles(_folder.File("here/spool")));
    }

    private RunningApp StartWriter(Uri there, string file) => RunningApp.Start(
        RunningApp.FreeAddress(), "replay", file, "--keep-time", "--data", _folder.File("here"), "--set", "Eventhouse:Kind=Remote", "--set", $"Eventhouse:Remote:QueryUri={there}",
        "--set", "Eventhouse:Remote:Authentication=None", "--set", "Eventhouse:Remote:QueuedIngestion=false", "--set", "Eventhouse:Remote:RetryFor=00:00:00", "--set", "Pipeline:WriteRows=500");

    private async Task<string> WriteAsync(SlotFeed feed, CancellationToken stop)
    {
        var file = _folder.File("slot.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Events).Select(_ => feed.Next()), stop);
        return file;
    }

    private static long Number(JsonElement health, string name) => health.GetProperty(name).GetInt64();
}
