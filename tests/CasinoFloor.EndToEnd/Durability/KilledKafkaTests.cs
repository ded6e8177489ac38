using CasinoFloor.EndToEnd.Kafka;
using Confluent.Kafka;

namespace CasinoFloor.EndToEnd.Durability;

/// <summary>kill -9 at any moment of reading a broker loses no event and stores none twice.</summary>
public sealed class KilledKafkaTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private const int Partitions = 6;
    private const int PerPiece = 150;
    private const int Kills = 3;
    private readonly MockKafkaCluster _cluster = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _cluster.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_KilledSeveralTimes_StoresEveryEventOnce()
    {
        var stop = TestContext.Current.CancellationToken;
        _cluster.CreateTopic(Topic, Partitions);
        var feed = new SlotFeed(3, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-3));
        using var enough = new CancellationTokenSource();
        var producing = ProduceAsync(feed, enough.Token, stop);

        // Events arrive until the last kill: every run finds some that no other has read.
        for (var killed = 0; killed < Kills; killed++)
        {
            await using var run = await StartAsync(stop);
            await run.WaitForAsync(health => health.GetProperty("stored").GetInt64() > 0, stop);
            await Task.Delay(300 * (killed + 1), stop);
            await run.KillAsync();
        }

        await enough.CancelAsync();
        await producing;
        await using (var last = await StartAsync(stop))
        {
            await last.WaitForAsync(
                health => health.GetProperty("source").GetProperty("lag").ValueKind == System.Text.Json.JsonValueKind.Number
                    && health.GetProperty("source").GetProperty("lag").GetInt64() == 0
                    && health.GetProperty("inFlight").GetInt64() == 0,
                stop);
            await last.KillAsync();
        }

        using var stored = new StoredFloor(_folder.File("data"));
        Assert.Equal(feed.Events, stored.Count("slot_events_live"));
        Assert.Equal(feed.Events, Convert.ToInt64(stored.Scalar("SELECT count(DISTINCT (source_partition, source_offset)) FROM slot_events_live"), null));
        Assert.Equal(feed.CoinIn, stored.Sum("slot_events_live", "wager_amount"));
        Assert.Equal(feed.CoinOut, stored.Sum("slot_events_live", "payout_amount"));
    }

    private Task<ProductProcess> StartAsync(CancellationToken stop) => ProductProcess.StartWebAsync(
        stop,
        "--source", "kafka", "--data", _folder.File("data"),
        "--set", $"Kafka:BootstrapServers={_cluster.BootstrapServers}",
        "--set", "Kafka:Client:session.timeout.ms=2000",
        "--set", "Kafka:Client:heartbeat.interval.ms=200",
        "--set", "Kafka:Client:fetch.wait.max.ms=10",
        "--set", "Kafka:RevokeTimeout=00:00:01.5",
        "--set", "Kafka:CommitInterval=00:00:01");

    // In pieces, so that every kill hits while events arrive.
    private async Task ProduceAsync(SlotFeed feed, CancellationToken enough, CancellationToken stop)
    {
        using var producer = new ProducerBuilder<Null, string>(new ProducerConfig { BootstrapServers = _cluster.BootstrapServers, LingerMs = 5 }).Build();
        while (!enough.IsCancellationRequested)
        {
            for (var n = 0; n < PerPiece; n++)
            {
                var line = feed.Next();
                producer.Produce(new TopicPartition(Topic, (int)(feed.Events % Partitions)), new Message<Null, string> { Value = line });
            }

            producer.Flush(stop);
            await Task.Delay(TimeSpan.FromMilliseconds(150), stop);
        }
    }
}
