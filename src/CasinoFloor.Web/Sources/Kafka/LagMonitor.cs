using System.Collections.Concurrent;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// How many messages wait at the broker: newest offset less position, summed. The newest offset comes with every fetch at no
/// cost; a partition that is paused is not fetched, so its is asked for now and then beside the consume thread.
/// </summary>
internal sealed class LagMonitor(KafkaRuntime runtime, Assignment assignment, IConsumer<Ignore, int> consumer)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<TopicPartition, long> _asked = [];
    private Task _asking = Task.CompletedTask;
    private long _last;
    private long _lastAsked;

    /// <summary>Brings the lag up to date if it is time.</summary>
    public void Turn()
    {
        if (runtime.Time.GetElapsedTime(_last) < Interval)
            return;
        _last = runtime.Time.GetTimestamp();
        AskForPaused();
        long? lag = null;
        foreach (var partition in assignment.All)
        {
            if (partition.Position is { } position && High(partition.TopicPartition) is { } high)
                lag = (lag ?? 0) + Math.Max(0, high - position);
        }

        runtime.Condition.Lag(lag);
    }

    /// <summary>Completes when the broker is not being asked: the client must not be taken away meanwhile.</summary>
    public Task Idle => _asking;

    private long? High(TopicPartition partition)
    {
        var fetched = consumer.GetWatermarkOffsets(partition).High;
        long? high = fetched.IsSpecial ? null : fetched.Value;
        return _asked.TryGetValue(partition, out var asked) && !(high > asked) ? asked : high;
    }

    private void AskForPaused()
    {
        if (!_asking.IsCompleted || runtime.Time.GetElapsedTime(_lastAsked) < AskInterval)
            return;
        _lastAsked = runtime.Time.GetTimestamp();
        _asked.Clear();
        var paused = assignment.All
            .Where(partition => partition.PausedAt is { } since && runtime.Time.GetElapsedTime(since) > AskInterval)
            .Select(partition => partition.TopicPartition)
            .ToList();
        if (paused.Count > 0)
            _asking = Task.Run(() => paused.ForEach(Ask));
    }

    private void Ask(TopicPartition partition)
    {
        try
        {
            _asked[partition] = consumer.QueryWatermarkOffsets(partition, AskInterval).High.Value;
        }
        catch (KafkaException refused)
        {
            KafkaLog.LagUnknown(runtime.Logger, partition.ToString(), runtime.Redact(refused.Error.Reason));
        }
    }
}
