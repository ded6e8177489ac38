using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>What the parts of a running source share.</summary>
internal sealed record KafkaRuntime
{
    /// <summary>Checked settings.</summary>
    public required KafkaSettings Settings { get; init; }

    /// <summary>The pipeline.</summary>
    public required IBatchSink Sink { get; init; }

    /// <summary>What was emitted, stored and committed.</summary>
    public required PartitionTracker Tracker { get; init; }

    /// <summary>What operators see.</summary>
    public required SourceCondition Condition { get; init; }

    /// <summary>What was counted.</summary>
    public required KafkaCounters Counters { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Text of the client without secrets.</summary>
    public string Redact(string? text) => Settings.Connection.Secrets.Redact(text);
}
