using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>The writer against a broker that speaks the real protocol.</summary>
public sealed class KafkaEventWriterTests : IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private readonly MockKafkaCluster _cluster = new();
    private readonly CapturedLog _log = new();

    public KafkaEventWriterTests() => _cluster.CreateTopic(Topic, 4);

    public void Dispose()
    {
        _log.Dispose();
        _cluster.Dispose();
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Write_FullQueue_WaitsAndKeepsEachMachinesOrder()
    {
        var options = KafkaMember.Options(_cluster.BootstrapServers, Topic);
        await using var member = KafkaMember.Start(options);
        await using var writer = Writer("queue.buffering.max.messages", "100");
        for (var i = 0; i < 20_000; i++)
        {
            await writer.WriteAsync(
                EventStream.Slot, Bytes($"machine {i % 40}"), Bytes($"{i % 40}:{i}"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await writer.FlushAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(new KafkaWriterTotals(20_000, 20_000, 0, null), writer.Totals);
        await Eventually.True(() => member.Pipeline.Stored.Count == 20_000, () => member.Source.Status.ToString());
        Assert.Equal(4, member.Pipeline.Stored.Select(record => record.Partition).Distinct().Count());
        foreach (var machine in member.Pipeline.Stored.GroupBy(record => record.Body.Split(':')[0]))
        {
            Assert.Single(machine.Select(record => record.Partition).Distinct());
            var numbers = machine.Select(record => int.Parse(record.Body.Split(':')[1], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(numbers.Order(), numbers);
        }
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Write_BrokerIsAway_CountsWhatIsGivenUpAndReportsIt()
    {
        await using var writer = Writer("message.timeout.ms", "500");
        _cluster.BrokerDown();
        for (var i = 0; i < 100; i++)
            await writer.WriteAsync(EventStream.Slot, Bytes("m"), Bytes("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(0, await writer.FlushAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        Assert.Equal((100, 0, 100), (writer.Totals.Accepted, writer.Totals.Delivered, writer.Totals.Failed));
        Assert.NotNull(writer.Totals.LastError);
        Assert.Contains(_log.Lines, line => line.Id == 2031);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task Write_StreamWithoutTopic_IsRefused()
    {
        await using var writer = Writer("linger.ms", "5");

        Assert.True(writer.CanWrite(EventStream.Slot));
        Assert.False(writer.CanWrite(EventStream.Cash));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            writer.WriteAsync(EventStream.Cash, Bytes("m"), Bytes("{}"), TestContext.Current.CancellationToken).AsTask());
    }

    private KafkaEventWriter Writer(string name, string value)
    {
        var options = KafkaMember.Options(_cluster.BootstrapServers, Topic);
        options.Client.Clear();
        options.Client[name] = value;
        return new KafkaEventWriter(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaEventWriter>(_log));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
