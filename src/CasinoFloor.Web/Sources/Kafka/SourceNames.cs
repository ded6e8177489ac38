using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>A topic's name as <see cref="SourcePartition.Source"/>: <c>kafka:TOPIC</c>. Checkpoints are kept under it.</summary>
internal static class SourceNames
{
    private const string Prefix = "kafka:";

    /// <summary>The source's name of a topic.</summary>
    public static string Of(string topic) => Prefix + topic;

    /// <summary>The topic of a partition that this source registered.</summary>
    public static string TopicOf(SourcePartition partition) => partition.Source[Prefix.Length..];
}
