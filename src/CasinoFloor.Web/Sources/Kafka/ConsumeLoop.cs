using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Read, gather, post; and between messages whatever is due. One thread, which also serves the client's callbacks.</summary>
internal sealed class ConsumeLoop(
    KafkaRuntime runtime,
    Assignment assignment,
    BatchPoster poster,
    IConsumer<Ignore, int> consumer,
    BodyDeserializer body,
    ClientEvents events)
{
    // Looking at clocks after every message would cost more than the message.
    private const int MessagesPerTurn = 64;
    private const int IdleWaitMs = 100;
    private const int GatheringWaitMs = 10;
    private const int PausedWaitMs = 5;

    /// <summary>Posts, pauses, resumes.</summary>
    public required BackPressure BackPressure { get; init; }

    /// <summary>Finds refused positions anew.</summary>
    public required OffsetRecovery Recovery { get; init; }

    /// <summary>Commits.</summary>
    public required OffsetCommitter Committer { get; init; }

    /// <summary>Measures the lag.</summary>
    public required LagMonitor Lag { get; init; }

    /// <summary>Reads until told to stop.</summary>
    /// <exception cref="KafkaException">The client cannot go on.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        var sinceTurn = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            if (Next() && ++sinceTurn < MessagesPerTurn)
                continue;
            sinceTurn = 0;
            if (events.Fatal is { } fatal)
                throw new KafkaException(fatal);
            BackPressure.Turn(cancellationToken);
            Recovery.Turn(cancellationToken);
            Committer.Turn();
            Lag.Turn();
        }
    }

    private bool Next()
    {
        try
        {
            var result = consumer.Consume(BackPressure.IsPaused ? PausedWaitMs : poster.IsGathering ? GatheringWaitMs : IdleWaitMs);
            if (result is null)
                return false;
            Gather(result);
            return true;
        }
        catch (ConsumeException refused) when (refused.Error.Code == ErrorCode.Local_AutoOffsetReset && refused.ConsumerRecord is { Topic: not null })
        {
            Recovery.Refused(refused.ConsumerRecord.TopicPartition);
            return false;
        }
        catch (ConsumeException refused)
        {
            events.OnConsume(refused.Error, refused.ConsumerRecord?.Topic);
            return false;
        }
    }

    private void Gather(ConsumeResult<Ignore, int> result)
    {
        // A partition that was revoked, or a message delivered again after a pause, must not reach the pipeline twice.
        var offset = result.Offset.Value;
        if (assignment.Find(result.TopicPartition) is not { } partition || offset < partition.Position)
        {
            runtime.Counters.AddStale();
            return;
        }

        partition.Position = offset + 1;
        runtime.Counters.AddRead();
        poster.Of(partition.Source.Stream).Add(body.Last(result.Message.Value), partition.Source.Index, offset, Enqueued(result.Message.Timestamp));
    }

    private long Enqueued(Timestamp timestamp) => timestamp.Type == TimestampType.NotAvailable || timestamp.UnixTimestampMs <= 0
        ? runtime.Time.GetUtcNow().UtcTicks
        : DateTime.UnixEpoch.Ticks + (timestamp.UnixTimestampMs * TimeSpan.TicksPerMillisecond);
}
