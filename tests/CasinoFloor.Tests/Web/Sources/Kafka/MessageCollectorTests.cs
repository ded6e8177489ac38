using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

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
