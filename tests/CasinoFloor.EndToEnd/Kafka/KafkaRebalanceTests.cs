using System.Globalization;
using System.Text.RegularExpressions;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Members come and go while messages flow.</summary>
public sealed partial class KafkaRebalanceTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private const int Partitions = 6;
    private readonly MockKafkaCluster _cluster = new();
    private readonly TestProducer _producer;

    public KafkaRebalanceTests()
    {
        _cluster.CreateTopic(Topic, Partitions);
        _producer = new TestProducer(_cluster.BootstrapServers);
    }

    public void Dispose()
    {
        _producer.Dispose();
        _cluster.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Rebalance_MembersJoinAndLeaveWhileRecordsFlow_StoresEachRecordExactlyOnce()
    {
        await using var first = Start("first");
        await WriteUntil(() => first.Pipeline.Stored.Count > 0, first);

        // The mock broker completes a rebalance when the session time-out is nearly over, so records flow for seconds.
        await using var second = Start("second");
        await WriteUntil(() => Owners(second) > 0 && Recent(first) && Recent(second), first, second);
        var atHandOver = second.Pipeline.Stored.Select(record => record.Partition).Distinct().ToHashSet();
        await first.StopAsync();
        await WriteUntil(() => Owners(second) == Partitions && Partitions == second.Pipeline.Stored.Select(record => record.Partition).Distinct().Count(), second);
        await AllStored(first, second);

        Assert.InRange(atHandOver.Count, 1, Partitions - 1);
        var stored = first.Pipeline.Stored.Concat(second.Pipeline.Stored).ToList();
        Assert.True(_producer.Bodies.Count == stored.Count, $"{stored.Count} of {_producer.Bodies.Count}\n{first.Log}\n{second.Log}");
        Assert.Equal(_producer.Bodies.Order(), stored.Select(record => record.Body).Order());
        foreach (var partition in first.Pipeline.Stored.GroupBy(record => record.Partition).Concat(second.Pipeline.Stored.GroupBy(record => record.Partition)))
            Assert.Equal(partition.Select(record => record.Offset).Order(), partition.Select(record => record.Offset));
        Assert.Equal(0, first.Source.Counters.PartitionsLost + second.Source.Counters.PartitionsLost);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Rebalance_StoringIsSlow_WaitsUntilWhatWasReadIsStored()
    {
        await using var first = Start("first");
        await WriteUntil(() => first.Pipeline.Stored.Count > 0, first);
        first.Pipeline.Hold();
        var posted = first.Pipeline.Posted;
        _producer.Write(Topic, Partitions, 600);
        await Eventually.True(() => first.Pipeline.Posted >= posted + 600, () => $"{first.Pipeline.Posted} posted");

        // Leaving waits for the pipeline; it is let go only once the source is seen to wait.
        var leaving = first.StopAsync();
        Assert.False(leaving.IsCompleted);
        Assert.DoesNotContain(first.Log.Lines, line => line.Id == 2002);
        first.Pipeline.Release();
        await leaving;
        Assert.Contains(first.Log.Lines, line => line.Id == 2002);
        Assert.DoesNotContain(first.Log.Lines, line => line.Id == 2003);

        await using var second = Start("second");
        _producer.Write(Topic, Partitions, 60);
        await AllStored(first, second);
        Assert.Equal(_producer.Bodies.Order(), first.Pipeline.Stored.Concat(second.Pipeline.Stored).Select(record => record.Body).Order());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Rebalance_StoringNeverEnds_LeavesAfterTheTimeoutAndTheNextReaderRepeats()
    {
        await using var first = Start("first");
        first.Pipeline.Hold();
        _producer.Write(Topic, Partitions, 600);
        await Eventually.True(() => first.Pipeline.Posted == 600, () => $"{first.Pipeline.Posted} posted");
        await first.StopAsync();
        Assert.Contains(first.Log.Lines, line => line.Id == 2003);

        await using var second = Start("second");
        await Eventually.True(() => second.Pipeline.Stored.Count == 600, () => second.Source.Status.ToString());
        Assert.Equal(_producer.Bodies.Order(), second.Pipeline.Stored.Select(record => record.Body).Order());
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Member_NetworkCutOff_OthersTakeOverAndOnlyUncommittedRecordsRepeat()
    {
        await using var first = Start("first");
        await using var second = Start("second");
        await WriteUntil(() => Owners(first) > 0 && Owners(second) > 0 && Recent(first) && Recent(second), first, second);
        await Eventually.True(() => Distinct(first, second) == _producer.Bodies.Count, () => "not all stored before the cut");
        await Eventually.True(() => Committed() == _producer.Bodies.Count, () => $"{Committed()} committed");
        var before = first.Pipeline.Stored.Count;

        _cluster.Cut("first");
        await WriteUntil(() => Owners(second) == Partitions && second.Pipeline.Stored.Select(record => record.Partition).Distinct().Count() == Partitions, second);
        await Eventually.True(() => Distinct(first, second) == _producer.Bodies.Count, () => $"{Distinct(first, second)} of {_producer.Bodies.Count}");

        // Everything stored was committed and the cut member reads nothing more: so there is nothing to repeat.
        Assert.Equal(before, first.Pipeline.Stored.Count);
        Assert.Equal(_producer.Bodies.Order(), first.Pipeline.Stored.Concat(second.Pipeline.Stored).Select(record => record.Body).Order());
        await Eventually.True(() => first.Source.Status.State == "waiting", () => first.Source.Status.ToString());
        await Eventually.True(() => first.Source.Counters.PartitionsLost > 0, () => string.Join('\n', first.Log.Lines));

        _cluster.Heal("first");
        await WriteUntil(() => Owners(first) > 0 && Recent(first), first, second);
        await Eventually.True(() => Distinct(first, second) == _producer.Bodies.Count, () => "not all stored after the cut");
        Assert.Equal("running", first.Source.Status.State);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Member_StopsPollingThenStoresLate_DoesNotSetTheNextReadersCommitBack()
    {
        var options = KafkaMember.Options(_cluster.BootstrapServers, Topic);
        options.Client["max.poll.interval.ms"] = "2000";
        using var sleepy = new BlockingSink();
        using var log = new CapturedLog();
        await using var source = new KafkaSource(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaSource>(log));
        sleepy.Source = source;
        using var stop = new CancellationTokenSource();
        var running = source.RunAsync(sleepy, stop.Token);
        _producer.Write(Topic, Partitions, 600);
        await Eventually.True(() => sleepy.IsBlocked, () => source.Status.ToString());

        await using var second = Start("second");
        await Eventually.True(() => second.Pipeline.Stored.Count == 600, () => $"{second.Pipeline.Stored.Count}; {second.Source.Status}");
        _producer.Write(Topic, Partitions, 600);
        await Eventually.True(() => Committed() == 1_200, () => $"{Committed()} committed");
        sleepy.Release();
        await Eventually.True(() => source.Counters.PartitionsLost > 0, () => $"{source.Status}; {string.Join('\n', log.Lines)}");
        await stop.CancelAsync();
        await running;

        Assert.Equal(1_200, Committed());
        Assert.Equal(_producer.Bodies.Order(), second.Pipeline.Stored.Select(record => record.Body).Order());
    }

    private KafkaMember Start(string name)
    {
        var options = KafkaMember.Options(_cluster.BootstrapServers, Topic);
        options.Client["client.id"] = name;
        return KafkaMember.Start(options);
    }

    private long Committed() => GroupOffsets.Committed(_cluster.BootstrapServers, Topic, Partitions).Sum() ?? 0;

    // "Assigned P, ..." is one line a partition; "Gave up N partitions" and "Lost N partitions" count them.
    private static int Owners(KafkaMember member) =>
        member.Log.Lines.Count(line => line.Id == 2001)
        - member.Log.Lines.Where(line => line.Id.Id is 2002 or 2003 or 2004).Sum(line => int.Parse(LeadingNumber().Match(line.Text).Value, CultureInfo.InvariantCulture));

    private bool Recent(KafkaMember member) => member.Pipeline.Stored.LastOrDefault().Body is { } body
        && int.Parse(body, CultureInfo.InvariantCulture) > _producer.Bodies.Count - 500;

    private static int Distinct(params KafkaMember[] members) => members.SelectMany(member => member.Pipeline.Stored).Select(record => record.Body).Distinct().Count();

    private Task WriteUntil(Func<bool> condition, params KafkaMember[] members) => Eventually.True(
        () =>
        {
            _producer.Write(Topic, Partitions, 120);
            return condition();
        },
        () => string.Join('\n', members.SelectMany(member => member.Log.Lines.TakeLast(20).Select(line => line.Text).Prepend(member.Source.Status.ToString()))));

    private Task AllStored(KafkaMember first, KafkaMember second) => Eventually.True(
        () => first.Pipeline.Stored.Count + second.Pipeline.Stored.Count >= _producer.Bodies.Count,
        () => $"{first.Pipeline.Stored.Count} + {second.Pipeline.Stored.Count} of {_producer.Bodies.Count}; {second.Source.Status}");

    [GeneratedRegex(@"(?<=^(Gave up|Lost) )\d+")]
    private static partial Regex LeadingNumber();
}
