using Confluent.Kafka;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Asks the broker what a group has committed.</summary>
public static class GroupOffsets
{
    /// <summary>The committed offset of each partition; null for none.</summary>
    public static long?[] Committed(string bootstrapServers, string topic, int partitions, string group = "floor")
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = bootstrapServers, GroupId = group })
            .SetLogHandler(static (_, _) => { })
            .Build();
        var asked = Enumerable.Range(0, partitions).Select(partition => new TopicPartition(topic, partition));
        return [.. consumer.Committed(asked, TimeSpan.FromSeconds(10))
            .OrderBy(committed => committed.Partition.Value)
            .Select(committed => committed.Offset.IsSpecial ? (long?)null : committed.Offset.Value)];
    }
}
