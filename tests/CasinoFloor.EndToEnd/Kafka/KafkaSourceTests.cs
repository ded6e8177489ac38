using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Confluent.Kafka;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>The source against a broker that speaks the real protocol.</summary>
public sealed class KafkaSourceTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private readonly MockKafkaCluster _cluster = new();
    private readonly TestProducer _producer;

    public KafkaSourceTests() => _producer = new TestProducer(_cluster.BootstrapServers);

    public void Dispose()
    {
        _producer.Dispose();
        _cluster.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_RecordsInThreePartitions_StoresAllInOrder()
    {
        _cluster.CreateTopic(Topic, 3);
        _producer.Write(Topic, 3, 30_000);
        await using var member = Start();

        await AllStored(member, 30_000);

        foreach (var partition in member.Pipeline.Stored.GroupBy(record => record.Partition))
            Assert.Equal(Enumerable.Range(0, 10_000).Select(offset => (long)offset), partition.Select(record => record.Offset));
        Assert.Equal(_producer.Bodies.Order(), member.Pipeline.Stored.Select(record => record.Body).Order());
        Assert.All(member.Pipeline.Stored, record => Assert.Equal("kafka:" + Topic, record.Source));
        Assert.All(member.Pipeline.Stored, record => Assert.InRange(
            record.EnqueuedTicks, TimeProvider.System.GetUtcNow().UtcTicks - TimeSpan.TicksPerHour, TimeProvider.System.GetUtcNow().UtcTicks + TimeSpan.TicksPerMinute));
        await Eventually.True(() => member.Source.Status is { State: "running", Lag: 0 }, () => member.Source.Status.ToString());
        Assert.Equal(30_000, member.Source.Status.Read);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_SeveralStreams_GivesEachItsOwn()
    {
        _cluster.CreateTopic("slots-east");
        _cluster.CreateTopic("slots-west");
        _cluster.CreateTopic("cage");
        var options = Options();
        options.Topics = new KafkaTopicOptions { Slot = "slots-east, slots-west", Table = "", Security = "", Cash = "cage" };
        foreach (var topic in (string[])["slots-east", "slots-west", "cage"])
            _producer.Write(topic, 1, 10);
        await using var member = KafkaMember.Start(options);

        await AllStored(member, 30);

        Assert.Equal(["kafka:cage", "kafka:slots-east", "kafka:slots-west"], member.Pipeline.Stored.Select(record => record.Source).Distinct().Order());
        Assert.Equal(EventStream.Cash, member.Pipeline.Register(EventStream.Cash, "kafka:cage", 0).Stream);
        Assert.Equal(10, member.Pipeline.Checkpoints["kafka:cage/0"]);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Stop_EverythingStored_CommitsAndNextRunContinues()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 500);
        await using (var first = Start())
        {
            await AllStored(first, 500);
            await first.StopAsync();
            Assert.Equal("finished", first.Source.Status.State);
        }

        Assert.Equal(500, GroupOffsets.Committed(_cluster.BootstrapServers, Topic, 1)[0]);
        _producer.Write(Topic, 1, 100);
        await using var second = Start();
        await AllStored(second, 100);
        Assert.Equal(500, second.Pipeline.Stored.First().Offset);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Start_CheckpointAheadOfCommit_ContinuesAtCheckpointAndCommitsIt()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 500);
        var pipeline = new FakePipeline();
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 0, 400);
        await using var member = KafkaMember.Start(Options(), pipeline);

        await AllStored(member, 100);

        Assert.Equal(400, member.Pipeline.Stored.First().Offset);
        await Eventually.True(
            () => GroupOffsets.Committed(_cluster.BootstrapServers, Topic, 1)[0] == 500, () => "the commit did not follow");
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Start_CommitAheadOfCheckpoint_ContinuesAtCommit()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 500);
        await using (var other = Start())
            await AllStored(other, 500);
        _producer.Write(Topic, 1, 50);
        var pipeline = new FakePipeline();
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 0, 100);
        await using var member = KafkaMember.Start(Options(), pipeline);

        await AllStored(member, 50);

        Assert.Equal(500, member.Pipeline.Stored.First().Offset);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_StoringIsHeldUp_CommitsNothingBeyondWhatIsStored()
    {
        _cluster.CreateTopic(Topic);
        _cluster.CreateTopic("cage");
        var options = Options();
        options.Topics.Cash = "cage";
        await using var member = KafkaMember.Start(options);
        _producer.Write(Topic, 1, 1_000);
        await Committed(Topic, 1_000);

        member.Pipeline.Hold(EventStream.Slot);
        _producer.Write(Topic, 1, 1_000);
        await Eventually.True(() => member.Pipeline.Posted == 2_000, () => $"{member.Pipeline.Posted} posted");

        // The other stream's commit proves that the committer had its turn.
        _producer.Write("cage", 1, 10);
        await Committed("cage", 10);
        Assert.Equal(1_000, GroupOffsets.Committed(_cluster.BootstrapServers, Topic, 1)[0]);

        member.Pipeline.Release();
        await Committed(Topic, 2_000);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Start_LatestWithoutPosition_ReadsOnlyWhatComesAndPinsThePosition()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 100);
        var options = Options();
        options.AutoOffsetReset = KafkaOffsetReset.Latest;
        await using (var member = KafkaMember.Start(options))
        {
            await Eventually.True(() => member.Source.Status.State == "running", () => member.Source.Status.ToString());
            await Eventually.True(() => GroupOffsets.Committed(_cluster.BootstrapServers, Topic, 1)[0] == 100, () => "not pinned");
            Assert.Empty(member.Pipeline.Stored);
        }

        _producer.Write(Topic, 1, 10);
        await using var next = KafkaMember.Start(options);
        await AllStored(next, 10);
        Assert.Equal(100, next.Pipeline.Stored.First().Offset);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Run_PipelineFull_PausesStaysInTheGroupAndGoesOn()
    {
        _cluster.CreateTopic(Topic, 2);
        var options = Options();
        options.Client["max.poll.interval.ms"] = "3000";
        await using var member = KafkaMember.Start(options, new FakePipeline(room: 1));
        _producer.Write(Topic, 2, 1_000);
        await AllStored(member, 1_000);

        member.Pipeline.Hold();
        _producer.Write(Topic, 2, 40_000);

        // The lag of paused partitions is asked for only after 5 s: by then a member that no longer polls would be out.
        await Eventually.True(() => member.Source.Status.Lag > 20_000, () => member.Source.Status.ToString());
        Assert.Contains(member.Log.Lines, line => line.Id == 2013);
        Assert.Equal(0, member.Source.Counters.PartitionsLost);
        Assert.InRange(member.Source.Counters.Read, 1_001, 20_000);

        member.Pipeline.Release();
        await AllStored(member, 41_000);
        Assert.Equal(_producer.Bodies.Order(), member.Pipeline.Stored.Select(record => record.Body).Order());
        Assert.Contains(member.Log.Lines, line => line.Id == 2014);
        Assert.DoesNotContain(member.Log.Lines, line => line.Id == 2002 || line.Id == 2004);
    }

    private KafkaOptions Options() => KafkaMember.Options(_cluster.BootstrapServers, Topic);

    private KafkaMember Start() => KafkaMember.Start(Options());

    private Task Committed(string topic, long offset) => Eventually.True(
        () => GroupOffsets.Committed(_cluster.BootstrapServers, topic, 1)[0] == offset,
        () => $"{topic} is not committed at {offset}");

    private static Task AllStored(KafkaMember member, int count) => Eventually.True(
        () => member.Pipeline.Stored.Count >= count,
        () => $"{member.Pipeline.Stored.Count} of {count} stored; {member.Source.Status}; {string.Join('\n', member.Log.Lines.TakeLast(20))}");
}
