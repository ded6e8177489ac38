using System.Text.Json;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// What is read from librdkafka's statistics:
/// <c>{"brokers":{"h:9093/0":{"state":"UP"}},"cgrp":{"join_state":"steady","assignment_size":4}}</c>.
/// </summary>
/// <param name="Connected">Whether any broker is connected and signed in.</param>
/// <param name="Joined">Whether this member takes part in its group and no rebalance is under way.</param>
/// <param name="Partitions">How many partitions it was given.</param>
public readonly record struct KafkaStatistics(bool Connected, bool Joined, int Partitions)
{
    /// <summary>Reads the client's JSON; what it does not hold is false or 0.</summary>
    public static KafkaStatistics Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var connected = root.TryGetProperty("brokers", out var brokers)
            && brokers.EnumerateObject().Any(broker => broker.Value.TryGetProperty("state", out var state) && state.ValueEquals("UP"));
        if (!root.TryGetProperty("cgrp", out var group))
            return new KafkaStatistics(connected, false, 0);

        var joined = group.TryGetProperty("join_state", out var join) && join.ValueEquals("steady");
        var size = group.TryGetProperty("assignment_size", out var assigned) && assigned.TryGetInt32(out var partitions) ? partitions : 0;
        return new KafkaStatistics(connected, joined, size);
    }
}
