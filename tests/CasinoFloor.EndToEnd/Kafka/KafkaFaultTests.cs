using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Confluent.Kafka;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>What goes wrong with a broker, and what the operator is told of it.</summary>
public sealed class KafkaFaultTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private readonly MockKafkaCluster _cluster = new();
    private readonly TestProducer _producer;

    public KafkaFaultTests() => _producer = new TestProducer(_cluster.BootstrapServers);

    public void Dispose()
    {
        _producer.Dispose();
        _cluster.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Broker_GoesAndComesBack_WaitsWithANoteAndGoesOn()
    {
        _cluster.CreateTopic(Topic, 2);
        _producer.Write(Topic, 2, 200);
        await using var member = KafkaMember.Start(Options());
        await Stored(member, 200);

        _cluster.BrokerDown();
        await Eventually.True(() => member.Source.Status.State == "waiting", () => member.Source.Status.ToString());
        Assert.Contains("is away", member.Source.Status.Note, StringComparison.Ordinal);

        _cluster.BrokerUp();
        await Eventually.True(() => member.Source.Status is { State: "running", Note: null }, () => member.Source.Status.ToString());
        _producer.Write(Topic, 2, 200);
        await Stored(member, 400);
        Assert.Equal(_producer.Bodies.Order(), member.Pipeline.Stored.Select(record => record.Body).Order());
        Assert.Contains(member.Log.Lines, line => line.Id == 2010);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Broker_AwayAtStart_WaitsAndBeginsOnceItIsThere()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 50);
        _cluster.BrokerDown();
        await using var member = KafkaMember.Start(Options());
        await Eventually.True(() => member.Source.Status.State == "waiting", () => member.Source.Status.ToString());

        _cluster.BrokerUp();
        await Stored(member, 50);
        await Eventually.True(() => member.Source.Status is { State: "running", Note: null }, () => member.Source.Status.ToString());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Stop_BrokerIsAway_EndsInBoundedTimeAndNothingIsLost()
    {
        _cluster.CreateTopic(Topic);
        await using var member = KafkaMember.Start(Options());
        _producer.Write(Topic, 1, 100);
        await Stored(member, 100);
        member.Pipeline.Hold();
        _producer.Write(Topic, 1, 100);
        await Eventually.True(() => member.Pipeline.Posted == 200, () => member.Source.Status.ToString());
        _cluster.BrokerDown();
        member.Pipeline.Release();
        await Stored(member, 200);

        // StopAsync itself fails when the source does not end in time.
        await member.StopAsync();

        Assert.Equal("finished", member.Source.Status.State);
        _cluster.BrokerUp();
        var pipeline = new FakePipeline();
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 0, member.Pipeline.Checkpoints[$"kafka:{Topic}/0"]);
        await using var next = KafkaMember.Start(Options(), pipeline);
        _producer.Write(Topic, 1, 10);
        await Stored(next, 10);
        Assert.Equal(200, next.Pipeline.Stored.First().Offset);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Position_BehindRetention_GoesOnAtTheOldestAndTellsHowManyAreLost()
    {
        _cluster.CreateTopic(Topic, 2);
        _producer.Write(Topic, 2, 2_000);
        _cluster.DeleteRecords(Topic, 0, 600);
        var pipeline = new FakePipeline();
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 0, 100);
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 1, 100);
        await using var member = KafkaMember.Start(Options(), pipeline);

        await Stored(member, 400 + 900);

        Assert.Equal(500, member.Source.Counters.LostToRetention);
        Assert.Equal(600, member.Pipeline.Stored.First(record => record.Partition == 0).Offset);
        Assert.Contains("500 records were deleted", member.Source.Status.Note, StringComparison.Ordinal);
        Assert.Contains(member.Log.Lines, line => line.Id == 2005 && line.Text.StartsWith("500 records", StringComparison.Ordinal));
        await Committed([1_000, 1_000]);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Retention_OvertakesAPausedReader_CommitsTheGapOnlyAfterWhatLayBeforeItIsStored()
    {
        _cluster.CreateTopic(Topic);
        await using var member = KafkaMember.Start(Options(), new FakePipeline(room: 1));
        _producer.Write(Topic, 1, 100);
        await Committed([100]);
        member.Pipeline.Hold();
        _producer.Write(Topic, 1, 40_000);
        await Eventually.True(() => member.Log.Lines.Any(line => line.Id == 2013), () => member.Source.Status.ToString());
        var read = member.Source.Counters.Read;
        _cluster.DeleteRecords(Topic, 0, 30_000);
        Assert.Equal(100, GroupOffsets.Committed(_cluster.BootstrapServers, Topic, 1)[0]);

        member.Pipeline.Release();

        await Eventually.True(() => member.Pipeline.Checkpoints[$"kafka:{Topic}/0"] == 40_100, () => member.Source.Status.ToString());
        var lost = member.Source.Counters.LostToRetention;
        Assert.Equal(40_100, member.Pipeline.Stored.Count + lost);
        Assert.InRange(lost, 1, 30_000 - read);
        Assert.Equal(member.Pipeline.Stored.Count, member.Pipeline.Stored.Select(record => record.Offset).Distinct().Count());
    }

    [Theory(Timeout = TestTime.Limit)]
    [InlineData(KafkaOffsetReset.Earliest, 50)]
    [InlineData(KafkaOffsetReset.Latest, 10)]
    public async Task Position_BeyondTheEnd_TopicWasMadeAnewAndReadingBeginsAsConfigured(KafkaOffsetReset reset, int expected)
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 40);
        var pipeline = new FakePipeline();
        pipeline.SetCheckpoint(EventStream.Slot, "kafka:" + Topic, 0, 5_000);
        var options = Options();
        options.AutoOffsetReset = reset;
        await using var member = KafkaMember.Start(options, pipeline);
        await Eventually.True(() => member.Log.Lines.Any(line => line.Id == 2006), () => member.Source.Status.ToString());
        _producer.Write(Topic, 1, 10);

        await Stored(member, expected);

        Assert.Contains("was made anew", member.Source.Status.Note, StringComparison.Ordinal);
        Assert.Equal(0, member.Source.Counters.LostToRetention);
        await Committed([50]);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Broker_AnswersWithErrors_GoesOnWithoutLossOrRepeat()
    {
        _cluster.CreateTopic(Topic, 2);
        _producer.Write(Topic, 2, 500);
        await using var member = KafkaMember.Start(Options());
        await Stored(member, 500);

        _cluster.PushErrors(KafkaApi.Fetch, ErrorCode.NotLeaderForPartition, ErrorCode.LeaderNotAvailable, ErrorCode.RequestTimedOut);
        _cluster.PushErrors(KafkaApi.OffsetCommit, ErrorCode.GroupLoadInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.RequestTimedOut, ErrorCode.Unknown);
        _cluster.PushErrors(KafkaApi.Heartbeat, ErrorCode.NotCoordinatorForGroup);
        _producer.Write(Topic, 2, 500);
        await Stored(member, 1_000);
        await Committed([500, 500]);

        Assert.Equal(_producer.Bodies.Order(), member.Pipeline.Stored.Select(record => record.Body).Order());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Topic_DoesNotExist_IsNamedWhileTheOthersAreReadAndIsReadOnceItDoes()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 20);
        _cluster.SetTopicError("es-cash-missing", ErrorCode.UnknownTopicOrPart);
        var options = Options();
        options.Topics.Cash = "es-cash-missing";
        await using var member = KafkaMember.Start(options);

        await Stored(member, 20);
        await Eventually.True(() => member.Source.Status.Note is not null, () => member.Log.ToString());
        Assert.Equal("running", member.Source.Status.State);
        Assert.StartsWith("topic es-cash-missing does not exist", member.Source.Status.Note, StringComparison.Ordinal);

        _cluster.SetTopicError("es-cash-missing", ErrorCode.NoError);
        await Eventually.True(() => member.Source.Status.Note is null, () => $"{member.Source.Status}\n{member.Log}");
        _producer.Write("es-cash-missing", 1, 5);
        await Stored(member, 25);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Assign_PositionsCannotBeHad_StartsAnewAndReadsOn()
    {
        _cluster.CreateTopic(Topic);
        _producer.Write(Topic, 1, 20);
        _cluster.PushErrors(KafkaApi.OffsetFetch, ErrorCode.GroupAuthorizationFailed);
        await using var member = KafkaMember.Start(Options());

        await Stored(member, 20);

        Assert.Equal(1, member.Source.Counters.Restarts);
        Assert.Contains(member.Log.Lines, line => line.Id == 2011);
        await Eventually.True(() => member.Source.Status is { State: "running", Note: null }, () => member.Source.Status.ToString());
    }

    private KafkaOptions Options() => KafkaMember.Options(_cluster.BootstrapServers, Topic);

    private Task Committed(long?[] offsets) => Eventually.True(
        () => GroupOffsets.Committed(_cluster.BootstrapServers, Topic, offsets.Length).SequenceEqual(offsets),
        () => "committed " + string.Join(", ", GroupOffsets.Committed(_cluster.BootstrapServers, Topic, offsets.Length)));

    private static Task Stored(KafkaMember member, int count) => Eventually.True(
        () => member.Pipeline.Stored.Count >= count,
        () => $"{member.Pipeline.Stored.Count} of {count} stored; {member.Source.Status}\n{member.Log}");
}
