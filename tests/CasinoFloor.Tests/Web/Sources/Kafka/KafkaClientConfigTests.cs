using CasinoFloor.Web.Sources.Kafka;
using Confluent.Kafka;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class KafkaClientConfigTests
{
    private const string ConnectionString =
        "Endpoint=sb://casino.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey=a2V5;EntityPath=es-slot-telemetry";

    [Fact]
    public void Consumer_ConnectionString_SignsInAsEventHubsWants()
    {
        var config = KafkaClientConfig.Consumer(KafkaSettings.Resolve(new KafkaOptions { ConnectionString = ConnectionString, Deployment = "reno" }));

        Assert.Equal("casino.servicebus.windows.net:9093", config.BootstrapServers);
        Assert.Equal(SecurityProtocol.SaslSsl, config.SecurityProtocol);
        Assert.Equal(SaslMechanism.Plain, config.SaslMechanism);
        Assert.Equal("$ConnectionString", config.SaslUsername);
        Assert.Equal(ConnectionString, config.SaslPassword);
        Assert.Equal("casinofloor-reno", config.GroupId);
    }

    [Fact]
    public void Consumer_ConnectionStringPastedWithQuotes_SignsInWithoutThem()
    {
        var config = KafkaClientConfig.Consumer(KafkaSettings.Resolve(new KafkaOptions { ConnectionString = $" \"{ConnectionString}\"\n" }));
        Assert.Equal(ConnectionString, config.SaslPassword);
    }

    [Fact]
    public void Consumer_AnyBroker_LeavesOffsetsToUsAndKeepsIdleConnections()
    {
        var config = KafkaClientConfig.Consumer(KafkaSettings.Resolve(new KafkaOptions { BootstrapServers = "localhost:9092" }));

        Assert.Equal(SecurityProtocol.Plaintext, config.SecurityProtocol);
        Assert.Null(config.SaslMechanism);
        Assert.False(config.EnableAutoCommit);
        Assert.False(config.EnableAutoOffsetStore);
        Assert.Equal(AutoOffsetReset.Error, config.AutoOffsetReset);
        Assert.Equal(PartitionAssignmentStrategy.CooperativeSticky, config.PartitionAssignmentStrategy);
        Assert.True(config.SocketKeepaliveEnable);
        Assert.Equal(180_000, config.MetadataMaxAgeMs);
        Assert.Equal(30_000, config.SessionTimeoutMs);
        Assert.Equal(3_000, config.HeartbeatIntervalMs);
        Assert.Equal(300_000, config.MaxPollIntervalMs);
        Assert.Equal(60_000, config.SocketTimeoutMs);
        Assert.Equal("10", config.Get("fetch.queue.backoff.ms"));
    }

    [Fact]
    public void Consumer_Entra_UsesOAuthBearer()
    {
        var config = KafkaClientConfig.Consumer(KafkaSettings.Resolve(
            new KafkaOptions { BootstrapServers = "casino.servicebus.windows.net:9093", Authentication = KafkaAuthentication.Entra }));

        Assert.Equal(SecurityProtocol.SaslSsl, config.SecurityProtocol);
        Assert.Equal(SaslMechanism.OAuthBearer, config.SaslMechanism);
        Assert.Null(config.SaslPassword);
    }

    [Fact]
    public void Consumer_Overrides_AreAppliedLast()
    {
        var options = new KafkaOptions { BootstrapServers = "broker:9092", Security = KafkaSecurity.SaslSsl };
        options.Client["Session.Timeout.Ms"] = "45000";
        options.Client["sasl.mechanism"] = "SCRAM-SHA-512";
        options.Client["sasl.username"] = "floor";
        options.Client["sasl.password"] = "secret";
        var settings = KafkaSettings.Resolve(options);

        var config = KafkaClientConfig.Consumer(settings);

        Assert.Equal(45_000, config.SessionTimeoutMs);
        Assert.Equal(TimeSpan.FromSeconds(45), KafkaClientConfig.SessionTimeout(options));
        Assert.Equal(SaslMechanism.ScramSha512, config.SaslMechanism);
        Assert.Equal("***", settings.Connection.Secrets.Redact("secret"));
    }

    [Fact]
    public void Producer_AnySettings_WaitsForTheBrokerAndKeepsMachinesTogether()
    {
        var config = KafkaClientConfig.Producer(KafkaSettings.Resolve(new KafkaOptions { ConnectionString = ConnectionString }));
        Assert.Equal(Acks.All, config.Acks);
        Assert.Equal(Partitioner.Murmur2Random, config.Partitioner);
        Assert.Equal(SaslMechanism.Plain, config.SaslMechanism);
    }

    [Fact]
    public void Validate_OverrideThatContradictsAnother_IsReported()
    {
        var options = new KafkaOptions { BootstrapServers = "localhost:9092" };
        options.Client["max.poll.interval.ms"] = "2000";
        Assert.Contains("session.timeout.ms", Assert.Single(options.Validate()), StringComparison.Ordinal);
        options.Client["session.timeout.ms"] = "2000";
        options.RevokeTimeout = TimeSpan.FromSeconds(1);
        Assert.Empty(options.Validate());
    }
}
