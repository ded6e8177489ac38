using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Confluent.Kafka;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class StartPositionTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5L, null, 5L)]
    [InlineData(null, 7L, 7L)]
    [InlineData(5L, 7L, 7L)]
    [InlineData(9L, 7L, 9L)]
    public void Choose_CheckpointAndCommit_TakesTheFurther(long? checkpoint, long? committed, long? expected) =>
        Assert.Equal(expected, StartPosition.Choose(checkpoint, committed));

    [Theory]
    [InlineData(100L, 300, 900, KafkaOffsetReset.Latest, 300, PositionFault.Retention, 200)]
    [InlineData(1_000L, 0, 900, KafkaOffsetReset.Earliest, 0, PositionFault.Recreated, 0)]
    [InlineData(1_000L, 0, 900, KafkaOffsetReset.Latest, 900, PositionFault.Recreated, 0)]
    [InlineData(900L, 300, 900, KafkaOffsetReset.Earliest, 900, PositionFault.None, 0)]
    [InlineData(300L, 300, 900, KafkaOffsetReset.Latest, 300, PositionFault.None, 0)]
    [InlineData(null, 300, 900, KafkaOffsetReset.Earliest, 300, PositionFault.None, 0)]
    [InlineData(null, 300, 900, KafkaOffsetReset.Latest, 900, PositionFault.None, 0)]
    public void AfterRefusal_PositionAgainstWatermarks_SaysWhereAndWhy(
        long? position, long low, long high, KafkaOffsetReset reset, long offset, PositionFault fault, long lost) =>
        Assert.Equal(new Restart(offset, fault, lost), StartPosition.AfterRefusal(position, low, high, reset));
}

public sealed class MessageCollectorTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly MessageCollector _collector;

    public MessageCollectorTests() => _collector = new MessageCollector(EventStream.Cash, _time);

    [Fact]
    public void DueIn_ByAgeOfTheOldest_CountsDown()
    {
        Assert.Null(_collector.DueIn());
        _collector.Add("a"u8, 0, 0, 0);
        _time.Advance(TimeSpan.FromMilliseconds(30));
        _collector.Add("b"u8, 0, 1, 0);
        Assert.Equal(TimeSpan.FromMilliseconds(20), _collector.DueIn());
        _time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal(TimeSpan.Zero, _collector.DueIn());
        Assert.False(_collector.IsFull);
    }

    [Fact]
    public void IsFull_ByCount_AtTheLastMessage()
    {
        for (var i = 0; i < MessageCollector.MaxMessages - 1; i++)
            _collector.Add("x"u8, 0, i, 0);
        Assert.False(_collector.IsFull);
        _collector.Add("x"u8, 0, MessageCollector.MaxMessages, 0);
        Assert.True(_collector.IsFull);
        Assert.Equal(TimeSpan.Zero, _collector.DueIn());
    }

    [Fact]
    public void IsFull_ByBytes_AtOneMebibyte()
    {
        _collector.Add(new byte[MessageCollector.MaxBytes - 1], 0, 0, 0);
        Assert.False(_collector.IsFull);
        _collector.Add("x"u8, 0, 1, 0);
        Assert.True(_collector.IsFull);
    }

    [Fact]
    public void MoveTo_EmptyBatch_GivesEverythingInOrder()
    {
        _collector.Add("one"u8, 3, 7, 70);
        _collector.Add(""u8, 4, 8, 80);
        var batch = new EventBatch();
        batch.Reset(EventStream.Cash);

        _collector.MoveTo(batch);

        Assert.Equal(0, _collector.Count);
        Assert.Equal([(3, 7L, 70L, "one"), (4, 8L, 80L, "")], Contents(batch));
    }

    [Fact]
    public void Discard_LostPartitions_KeepsTheOthersInOrder()
    {
        for (var i = 0; i < 9; i++)
            _collector.Add(Encoding.UTF8.GetBytes($"m{i}"), i % 3, i, 0);

        Assert.Equal(6, _collector.Discard(new HashSet<int> { 0, 2 }));

        var batch = new EventBatch();
        batch.Reset(EventStream.Cash);
        _collector.MoveTo(batch);
        Assert.Equal(["m1", "m4", "m7"], Contents(batch).Select(message => message.Body));
    }

    private static List<(int Partition, long Offset, long Enqueued, string Body)> Contents(EventBatch batch)
    {
        var contents = new List<(int, long, long, string)>();
        foreach (var message in batch.Messages)
            contents.Add((message.Partition, message.Offset, message.EnqueuedTicks, Encoding.UTF8.GetString(batch.Body(message))));
        return contents;
    }
}

public sealed class SourceConditionTests
{
    private readonly SourceCondition _condition = new(new KafkaCounters());

    [Fact]
    public void Status_FromStartToEnd_FollowsWhatIsReported()
    {
        Assert.Equal("starting", _condition.Status.State);
        _condition.Disconnected("away");
        Assert.Equal(("waiting", "away"), (_condition.Status.State, _condition.Status.Note));
        Assert.True(_condition.Connected());
        Assert.False(_condition.Connected());
        _condition.Joined(2);
        Assert.Equal(("running", null), (_condition.Status.State, _condition.Status.Note));
        _condition.Finished();
        Assert.Equal("finished", _condition.Status.State);
    }

    [Fact]
    public void Disconnected_AfterARefusedSignIn_KeepsTheAdvice()
    {
        _condition.SignInRefused("check the key");
        _condition.Disconnected("all brokers down");
        Assert.Equal("check the key", _condition.Status.Note);
        _condition.Connected();
        _condition.Disconnected("all brokers down");
        Assert.Equal("all brokers down", _condition.Status.Note);
    }

    [Fact]
    public void Joined_WithoutPartitions_SaysSo()
    {
        _condition.Joined(0);
        Assert.Equal("running", _condition.Status.State);
        Assert.Contains("no partition", _condition.Status.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_SeveralReports_HoldsAllOfThem()
    {
        _condition.Joined(1);
        _condition.Topic("a", "topic a is missing");
        _condition.Position("topic b was made anew");
        Assert.Equal("topic a is missing; topic b was made anew", _condition.Status.Note);
        _condition.Topic("a", null);
        Assert.Equal("topic b was made anew", _condition.Status.Note);
    }
}

public sealed class KafkaAdviceTests
{
    private const string Key = "a2V5LXRoYXQtbXVzdC1uZXZlci1iZS1zaG93bg==";

    [Fact]
    public void OnConnection_RefusedKeyQuotedByTheBroker_IsRedacted()
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions
        {
            ConnectionString = $"Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey={Key}",
        });

        var note = KafkaAdvice.OnConnection(new Error(ErrorCode.Local_Authentication, $"bad key {Key}"), settings.Connection);

        Assert.Contains("policy listen", note, StringComparison.Ordinal);
        Assert.Contains("bad key ***", note, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorCode.Local_Ssl, "Kafka:SslCaLocation")]
    [InlineData(ErrorCode.Local_Resolve, "cannot be resolved")]
    [InlineData(ErrorCode.Local_AllBrokersDown, "is away")]
    [InlineData(ErrorCode.Local_Authentication, "Kafka:Authentication")]
    public void OnConnection_EachKind_SaysWhatToDo(ErrorCode code, string said)
    {
        var settings = KafkaSettings.Resolve(new KafkaOptions { BootstrapServers = "broker:9092" });
        Assert.Contains(said, KafkaAdvice.OnConnection(new Error(code), settings.Connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorCode.UnknownTopicOrPart, "does not exist")]
    [InlineData(ErrorCode.TopicAuthorizationFailed, "no permission to read topic cage")]
    [InlineData(ErrorCode.GroupAuthorizationFailed, "Kafka:GroupId")]
    [InlineData(ErrorCode.Local_MaxPollExceeded, null)]
    public void OnTopic_EachKind_SaysWhatToDo(ErrorCode code, string? said)
    {
        var note = KafkaAdvice.OnTopic(code, "cage");
        if (said is null)
            Assert.Null(note);
        else
            Assert.Contains(said, note, StringComparison.Ordinal);
    }
}

public sealed class KafkaSmallPartsTests
{
    [Theory]
    [InlineData("""{"brokers":{"h:9093/0":{"state":"DOWN"},"h:9093/1":{"state":"UP"}},"cgrp":{"join_state":"steady","assignment_size":4}}""", true, true, 4)]
    [InlineData("""{"brokers":{"h:9093/0":{"state":"DOWN"}},"cgrp":{"join_state":"wait-join","assignment_size":0}}""", false, false, 0)]
    [InlineData("{}", false, false, 0)]
    public void Parse_Statistics_TellsConnectionAndMembership(string json, bool connected, bool joined, int partitions) =>
        Assert.Equal(new KafkaStatistics(connected, joined, partitions), KafkaStatistics.Parse(json));

    [Fact]
    public void After_FailuresInARow_DoublesUpToTheLongest()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), RetryDelay.After(1, 0));
        Assert.Equal(TimeSpan.FromSeconds(4), RetryDelay.After(3, 0));
        Assert.Equal(TimeSpan.FromSeconds(3), RetryDelay.After(3, 1));
        Assert.Equal(RetryDelay.Longest, RetryDelay.After(100, 0));
    }

    [Fact]
    public void Allows_RepeatsWithinTheInterval_CountsThem()
    {
        var time = new FakeTimeProvider();
        var limiter = new RepeatLimiter(time, TimeSpan.FromSeconds(30));
        Assert.True(limiter.Allows("a", out _));
        Assert.False(limiter.Allows("a", out _));
        Assert.False(limiter.Allows("a", out _));
        Assert.True(limiter.Allows("b", out _));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(limiter.Allows("a", out var suppressed));
        Assert.Equal(2, suppressed);
    }

    [Fact]
    public void Redact_SecretWithinASecret_TakesOutTheLongerFirst()
    {
        var secrets = new SecretText(["key", null, "", "SharedAccessKey=key;"]);
        Assert.Equal("a *** b *** c", secrets.Redact("a SharedAccessKey=key; b key c"));
        Assert.Equal("***", secrets.ToString());
    }
}
