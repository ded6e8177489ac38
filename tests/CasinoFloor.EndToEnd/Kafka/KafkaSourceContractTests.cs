using CasinoFloor.Engine.Events;
using CasinoFloor.Tests.Web.Sources;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>The contract of all sources, against a broker's real protocol.</summary>
public sealed class KafkaSourceContractTests : EventSourceContract, IDisposable
{
    private const string Topic = "es-slot-telemetry";
    private readonly MockKafkaCluster _cluster = new();

    public KafkaSourceContractTests()
    {
        _cluster.CreateTopic(Topic, 2);
        using var producer = new TestProducer(_cluster.BootstrapServers);
        producer.Write(Topic, 2, 9_000);
    }

    [Fact(Timeout = TestTime.Limit)]
    public Task RunAsync_WithCheckpoints_GoesOnWithoutLossOrDoubling() => CheckResumesAsync();

    public void Dispose() => _cluster.Dispose();

    protected override IEventSource CreateSource()
    {
        var options = KafkaMember.Options(_cluster.BootstrapServers, Topic);

        // The contract's sink never reports anything stored: waiting for it would only take time.
        options.StopTimeout = TimeSpan.FromMilliseconds(50);
        return new KafkaSource(KafkaSettings.Resolve(options), TimeProvider.System, NullLogger<KafkaSource>.Instance);
    }
}
