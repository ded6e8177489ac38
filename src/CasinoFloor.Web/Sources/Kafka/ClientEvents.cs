using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>What the client reports of itself (errors, log, statistics), turned into the source's condition and log.</summary>
internal sealed class ClientEvents(KafkaRuntime runtime)
{
    private readonly RepeatLimiter _limiter = new(runtime.Time, TimeSpan.FromSeconds(30));

    /// <summary>The error after which the client can only be made anew; null while there is none.</summary>
    public Error? Fatal { get; private set; }

    /// <summary>An error of the client as a whole.</summary>
    public void OnError(Error error)
    {
        var note = KafkaAdvice.OnConnection(error, runtime.Settings.Connection);
        if (error.IsFatal)
            Fatal = error;
        else if (error.Code is ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed or ErrorCode.Local_Ssl)
            runtime.Condition.SignInRefused(note);
        else if (error.Code is ErrorCode.Local_AllBrokersDown)
            runtime.Condition.Disconnected(note);
        Tell(error.Code, note);
    }

    /// <summary>An error of one topic, or of the group, met while reading.</summary>
    public void OnConsume(Error error, string? topic)
    {
        if (error.IsFatal)
        {
            Fatal = error;
            return;
        }

        var note = KafkaAdvice.OnTopic(error.Code, topic ?? "");
        if (note is not null)
            runtime.Condition.Topic(topic ?? "", note);
        Tell(error.Code, note ?? runtime.Redact(error.Reason));
    }

    /// <summary>A line of the client's own log.</summary>
    public void OnLog(LogMessage message) => KafkaLog.Client(runtime.Logger, message.Facility, runtime.Redact(message.Message));

    /// <summary>The client's statistics.</summary>
    public void OnStatistics(string json)
    {
        var statistics = KafkaStatistics.Parse(json);
        if (!statistics.Connected)
            return;
        if (runtime.Condition.Connected())
            KafkaLog.Back(runtime.Logger);
        if (statistics.Joined)
            runtime.Condition.Joined(statistics.Partitions);
    }

    private void Tell(ErrorCode code, string note)
    {
        if (_limiter.Allows(code.ToString(), out var suppressed))
            KafkaLog.Trouble(runtime.Logger, note, suppressed);
    }
}
