using Xunit;

namespace CasinoFloor.EndToEnd.Durability;

/// <summary>kill -9 at any moment of a replay loses no event and stores none twice.</summary>
public sealed class KilledReplayTests
{
    private const int Events = 400_000;
    private const int Kills = 6;

    [Fact(Timeout = TestTime.Limit)]
    public async Task Replay_KilledSeveralTimes_StoresEveryEventOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var feed = new SlotFeed(1, new DateTime(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc));
        var file = folder.File("slot.ndjson");
        await WriteAsync(feed, file, stop);
        var data = folder.File("data");
        string[] command = ["replay", file, "--keep-time", "--exit", "--json", "--data", data, "--set", "Pipeline:WriteRows=5000"];

        var killed = 0;
        var random = new Random(7);
        while (killed < Kills)
        {
            await using var run = ProductProcess.Start(command);
            await WaitForProgressAsync(run, data, random.Next(50, 700), stop);
            if (run.HasExited)
            {
                break;
            }

            await run.KillAsync();
            killed++;
        }

        await using var last = ProductProcess.Start(command);
        Assert.True(await last.WaitForExitAsync(stop) == 0, last.Errors);

        Assert.True(killed >= 2, $"Only {killed} kills hit the replay while it ran: the test shows nothing.");
        using var stored = new StoredFloor(data);
        Assert.Equal(feed.Events, stored.Count("slot_events_live"));
        Assert.Equal(feed.Events, Convert.ToInt64(stored.Scalar("SELECT count(DISTINCT source_offset) FROM slot_events_live"), null));
        Assert.Equal(feed.CoinIn, stored.Sum("slot_events_live", "wager_amount"));
        Assert.Equal(feed.CoinOut, stored.Sum("slot_events_live", "payout_amount"));
        const string Newest = "(SELECT * FROM slot_activity_1m QUALIFY row_number() OVER (PARTITION BY machine_id, window_start ORDER BY revision DESC) = 1)";
        Assert.Equal(feed.CoinIn, stored.Sum(Newest, "coin_in"));
        Assert.Equal(feed.CoinOut, stored.Sum(Newest, "coin_out"));
        Assert.Equal(
            Convert.ToInt64(stored.Scalar("SELECT count(*) FROM alerts_live"), null),
            Convert.ToInt64(stored.Scalar("SELECT count(DISTINCT finding_id) FROM alerts_live"), null));
    }

    private static async Task WriteAsync(SlotFeed feed, string file, CancellationToken stop)
    {
        await using var writer = new StreamWriter(file);
        for (var n = 0; n < Events; n++)
        {
            await writer.WriteLineAsync(feed.Next().AsMemory(), stop);
        }
    }

    // Rows appear in the write-ahead log first: once it exists the run is at work, and some random milliseconds later it dies.
    private static async Task WaitForProgressAsync(ProductProcess run, string data, int milliseconds, CancellationToken stop)
    {
        while (!run.HasExited && !(Directory.Exists(data) && Directory.EnumerateFiles(data).Sum(file => new FileInfo(file).Length) > 0))
        {
            await Task.Delay(10, stop);
        }

        await Task.Delay(milliseconds, stop);
    }
}
