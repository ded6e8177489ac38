using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Posts what is due. Where the pipeline has no room for a full batch, the stream's partitions are paused and polling goes
/// on, so that the group keeps its member; they go on once the batch could be posted.
/// </summary>
internal sealed class BackPressure(KafkaRuntime runtime, Assignment assignment, BatchPoster poster, IConsumer<Ignore, int> consumer)
{
    // Pausing throws away what the client has fetched in advance: not worth it for a pipeline that is full for a moment.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly long?[] _pausedAt = new long?[EventStreams.Count];

    /// <summary>Whether any stream is paused.</summary>
    public bool IsPaused => Array.Exists(_pausedAt, at => at is not null);

    /// <summary>Posts, pauses and resumes as needed.</summary>
    public void Turn(CancellationToken cancellationToken)
    {
        foreach (var stream in EventStreams.All)
        {
            if (poster.Of(stream).DueIn() == TimeSpan.Zero && !TryPost(stream, cancellationToken))
                Pause(stream);
            else if (_pausedAt[(int)stream] is { } since && !poster.Of(stream).IsFull)
                Resume(stream, since);
        }
    }

    private bool TryPost(EventStream stream, CancellationToken cancellationToken)
    {
        // A batch that is due by age alone can still grow.
        if (poster.TryPost(stream, cancellationToken) || !poster.Of(stream).IsFull)
            return true;
        if (_pausedAt[(int)stream] is not null)
            return false;
        for (var since = runtime.Time.GetTimestamp(); runtime.Time.GetElapsedTime(since) < Grace;)
        {
            Task.Delay(Poll, runtime.Time, cancellationToken).GetAwaiter().GetResult();
            if (poster.TryPost(stream, cancellationToken))
                return true;
        }

        return false;
    }

    private void Pause(EventStream stream)
    {
        var now = runtime.Time.GetTimestamp();
        if (_pausedAt[(int)stream] is null)
            KafkaLog.Paused(runtime.Logger, stream.Name());
        _pausedAt[(int)stream] ??= now;

        // Partitions that were assigned since the stream was paused are to be paused as well.
        var reading = assignment.Of(stream).Where(partition => partition.PausedAt is null).ToList();
        if (reading.Count == 0)
            return;
        consumer.Pause(reading.Select(partition => partition.TopicPartition));
        foreach (var partition in reading)
            partition.PausedAt = now;
    }

    private void Resume(EventStream stream, long since)
    {
        _pausedAt[(int)stream] = null;
        KafkaLog.Resumed(runtime.Logger, stream.Name(), runtime.Time.GetElapsedTime(since));
        var paused = assignment.Of(stream).Where(partition => partition.PausedAt is not null).ToList();
        consumer.Resume(paused.Select(partition => partition.TopicPartition));
        foreach (var partition in paused)
            partition.PausedAt = null;
    }
}
