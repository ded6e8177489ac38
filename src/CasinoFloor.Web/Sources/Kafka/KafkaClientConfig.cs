using System.Globalization;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Settings → client configuration, a pure function. The values are those Azure documents for Event Hubs with
/// librdkafka; they suit any broker.
/// </summary>
public static class KafkaClientConfig
{
    /// <summary>Silence after which the group takes a member for dead, unless overridden.</summary>
    internal const int SessionTimeoutMs = 30_000;

    /// <summary>Longest time between two reads before a member leaves its group, unless overridden.</summary>
    internal const int MaxPollIntervalMs = 300_000;

    /// <summary>The session time-out in force: ours or an override's.</summary>
    public static TimeSpan SessionTimeout(KafkaOptions options)
    {
        foreach (var (name, value) in ClientOverrides.Normalise(options.Client))
        {
            if (name == "session.timeout.ms" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
                return TimeSpan.FromMilliseconds(milliseconds);
        }

        return TimeSpan.FromMilliseconds(SessionTimeoutMs);
    }

    /// <summary>Configuration of the source's consumer.</summary>
    public static ConsumerConfig Consumer(KafkaSettings settings)
    {
        var config = new ConsumerConfig
        {
            GroupId = settings.Options.EffectiveGroupId,

            // Offsets follow storage, and a position the broker no longer has is ours to judge: see OffsetRecovery.
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Error,
            EnablePartitionEof = false,
            AllowAutoCreateTopics = false,
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
            SessionTimeoutMs = SessionTimeoutMs,
            HeartbeatIntervalMs = 3_000,
            MaxPollIntervalMs = MaxPollIntervalMs,

            // Throughput: large fetches, a bounded prefetch, and no second of silence once it was full.
            FetchMinBytes = 1,
            FetchWaitMaxMs = 100,
            FetchMaxBytes = 16 * 1024 * 1024,
            MaxPartitionFetchBytes = 1024 * 1024,
            QueuedMinMessages = 100_000,
            QueuedMaxMessagesKbytes = 32 * 1024,
            ConsumeResultFields = "timestamp,topic",
            StatisticsIntervalMs = 5_000,
        };
        config.Set("fetch.queue.backoff.ms", "10");
        Complete(config, settings);
        return config;
    }

    /// <summary>Configuration of the writer's producer.</summary>
    public static ProducerConfig Producer(KafkaSettings settings)
    {
        var config = new ProducerConfig
        {
            Acks = Acks.All,
            LingerMs = 20,
            BatchSize = 512 * 1024,
            MessageTimeoutMs = 60_000,
            QueueBufferingMaxMessages = 100_000,
            QueueBufferingMaxKbytes = 64 * 1024,

            // The hash of the Java clients: a machine stays on its partition whoever writes.
            Partitioner = Partitioner.Murmur2Random,
            DeliveryReportFields = "none",
        };
        Complete(config, settings);
        return config;
    }

    private static void Complete(ClientConfig config, KafkaSettings settings)
    {
        var connection = settings.Connection;
        config.ClientId = "casinofloor";
        config.BootstrapServers = connection.BootstrapServers;

        // Event Hubs cuts connections that are idle for 240 s.
        config.SocketKeepaliveEnable = true;
        config.MetadataMaxAgeMs = 180_000;
        config.SocketTimeoutMs = 60_000;
        config.LogConnectionClose = false;
        config.SecurityProtocol = connection.Security switch
        {
            KafkaSecurity.Ssl => SecurityProtocol.Ssl,
            KafkaSecurity.SaslPlaintext => SecurityProtocol.SaslPlaintext,
            KafkaSecurity.SaslSsl => SecurityProtocol.SaslSsl,
            _ => SecurityProtocol.Plaintext,
        };
        if (!string.IsNullOrWhiteSpace(settings.Options.SslCaLocation))
            config.SslCaLocation = settings.Options.SslCaLocation;
        if (connection is { Authentication: KafkaAuthentication.ConnectionString, ConnectionString: { } text })
        {
            config.SaslMechanism = SaslMechanism.Plain;
            config.SaslUsername = "$ConnectionString";
            config.SaslPassword = text.Text;
        }
        else if (connection.Authentication == KafkaAuthentication.Entra)
        {
            config.SaslMechanism = SaslMechanism.OAuthBearer;
        }

        foreach (var (name, value) in ClientOverrides.Normalise(settings.Options.Client))
            config.Set(name, value);
    }
}
