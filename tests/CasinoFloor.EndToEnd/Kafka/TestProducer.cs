using System.Globalization;
using Confluent.Kafka;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Writes numbered records with a plain client.</summary>
public sealed class TestProducer(string bootstrapServers) : IDisposable
{
    private readonly IProducer<Null, string> _producer = new ProducerBuilder<Null, string>(
        new ProducerConfig { BootstrapServers = bootstrapServers, LingerMs = 5, MessageTimeoutMs = 20_000 })
        .SetLogHandler(static (_, _) => { })
        .Build();

    private readonly List<string> _bodies = [];

    /// <summary>Every body written.</summary>
    public IReadOnlyCollection<string> Bodies => _bodies;

    /// <summary>Writes records to the partitions of a topic in turn and waits until the broker has them.</summary>
    public void Write(string topic, int partitions, int count)
    {
        var failed = 0;
        for (var i = 0; i < count; i++)
        {
            var body = _bodies.Count.ToString("D8", CultureInfo.InvariantCulture);
            _bodies.Add(body);
            _producer.Produce(
                new TopicPartition(topic, i % partitions),
                new Message<Null, string> { Value = body },
                report => Interlocked.Add(ref failed, report.Error.IsError ? 1 : 0));
        }

        if (_producer.Flush(TimeSpan.FromSeconds(30)) > 0 || failed > 0)
            throw new InvalidOperationException($"{failed} records were not written.");
    }

    /// <inheritdoc />
    public void Dispose() => _producer.Dispose();
}
