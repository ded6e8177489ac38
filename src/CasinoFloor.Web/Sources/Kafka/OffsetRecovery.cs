using System.Globalization;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Goes on where the broker refused a position. Left to the client this would be silent; here records lost to retention are
/// counted and told, and a topic made anew is told.
/// </summary>
internal sealed class OffsetRecovery(KafkaRuntime runtime, Assignment assignment, BatchPoster poster, IConsumer<Ignore, int> consumer)
{
    private static readonly TimeSpan BrokerTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<TopicPartition> _refused = [];
    private long _last;

    /// <summary>The broker refused a partition's position; it is not read until it is recovered.</summary>
    public void Refused(TopicPartition partition) => _refused.Add(partition);

    /// <summary>Recovers the refused partitions that can be.</summary>
    public void Turn(CancellationToken cancellationToken)
    {
        if (_refused.Count == 0 || runtime.Time.GetElapsedTime(_last) < Interval)
            return;
        _last = runtime.Time.GetTimestamp();
        foreach (var topicPartition in _refused.ToList())
        {
            if (assignment.Find(topicPartition) is not { } partition || Recover(partition, cancellationToken))
                _refused.Remove(topicPartition);
        }
    }

    private bool Recover(AssignedPartition partition, CancellationToken cancellationToken)
    {
        // What was read before must be stored first: a position beyond the gap would otherwise stand for it as well.
        if (!poster.TryPost(partition.Source.Stream, cancellationToken) || runtime.Tracker.Outstanding([partition.Source]) > 0)
            return false;
        try
        {
            var marks = consumer.QueryWatermarkOffsets(partition.TopicPartition, BrokerTimeout);
            var restart = StartPosition.AfterRefusal(partition.Position, marks.Low.Value, marks.High.Value, runtime.Settings.Options.AutoOffsetReset);

            if (partition.PausedAt is not null)
                consumer.Resume([partition.TopicPartition]);

            // A refused partition is no longer fetched, and such a one cannot be sought: it is taken out and in again.
            consumer.IncrementalUnassign([partition.TopicPartition]);
            consumer.IncrementalAssign([new TopicPartitionOffset(partition.TopicPartition, restart.Offset)]);
            Tell(partition, restart, marks);
            assignment.Set(new AssignedPartition(partition.TopicPartition, partition.Source, restart.Offset));
            runtime.Tracker.Restart(partition.Source, restart.Offset);
            return true;
        }
        catch (KafkaException refused)
        {
            KafkaLog.PositionUnknown(runtime.Logger, partition.Source.ToString(), runtime.Redact(refused.Error.Reason));
            return false;
        }
    }

    private void Tell(AssignedPartition partition, Restart restart, WatermarkOffsets marks)
    {
        var name = partition.Source.ToString();
        var wanted = partition.Position ?? restart.Offset;
        if (restart.Fault == PositionFault.Retention)
        {
            runtime.Counters.AddLostToRetention(restart.Lost);
            KafkaLog.RetentionLoss(runtime.Logger, restart.Lost, name, wanted, restart.Offset);
            runtime.Condition.Position(string.Create(
                CultureInfo.InvariantCulture,
                $"last of {name} at {runtime.Time.GetUtcNow():u}: {restart.Lost:N0} from offset {wanted}"));
        }
        else if (restart.Fault == PositionFault.Recreated)
        {
            KafkaLog.Recreated(runtime.Logger, name, marks.High.Value, wanted, restart.Offset);
            runtime.Condition.Position(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} was made anew (it ends at {marks.High.Value}, {wanted} was next): reading from {restart.Offset} since {runtime.Time.GetUtcNow():u}"));
        }
    }
}
