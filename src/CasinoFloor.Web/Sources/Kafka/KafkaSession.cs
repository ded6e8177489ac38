using Azure.Core;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>The life of one consumer: made, read from on the calling thread, closed.</summary>
internal sealed class KafkaSession : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly KafkaRuntime _runtime;
    private readonly Assignment _assignment = new();
    private readonly BodyDeserializer _body = new();
    private readonly ClientEvents _events;
    private readonly TokenRefresh? _token;
    private readonly IConsumer<Ignore, int> _consumer;
    private readonly ClientShutdown _shutdown;
    private readonly RebalanceHandler _rebalance;
    private readonly OffsetCommitter _committer;
    private readonly LagMonitor _lag;
    private readonly ConsumeLoop _loop;

    /// <summary>Makes the consumer; nothing is connected yet.</summary>
    /// <exception cref="InvalidOperationException">The client refuses its configuration.</exception>
    public KafkaSession(KafkaRuntime runtime, TokenCredential? credential)
    {
        _runtime = runtime;
        _events = new ClientEvents(runtime);
        if (credential is not null)
        {
            _token = new TokenRefresh(credential, runtime.Settings.Connection.Scope, runtime.Time, runtime.Logger, runtime.Settings.Connection.Secrets)
            {
                Refused = runtime.Condition.SignInRefused,
            };
        }

        var poster = new BatchPoster(runtime, _assignment);
        _rebalance = new RebalanceHandler(runtime, _assignment, poster) { Committer = () => _committer! };
        _consumer = Build();
        _shutdown = new ClientShutdown(_consumer, runtime.Time, runtime.Logger);
        _committer = new OffsetCommitter(runtime, _consumer);
        _lag = new LagMonitor(runtime, _assignment, _consumer);
        _loop = new ConsumeLoop(runtime, _assignment, poster, _consumer, _body, _events)
        {
            BackPressure = new BackPressure(runtime, _assignment, poster, _consumer),
            Recovery = new OffsetRecovery(runtime, _assignment, poster, _consumer),
            Committer = _committer,
            Lag = _lag,
        };
    }

    /// <summary>Reads until told to stop.</summary>
    /// <exception cref="KafkaException">The client cannot go on and must be made anew.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        _consumer.Subscribe(_runtime.Settings.Topics.Topics);
        _loop.Run(cancellationToken);
    }

    /// <summary>Leaves the group: what was read is stored and committed first, as far as the stop's time allows.</summary>
    public void Close()
    {
        _rebalance.Stopping = true;
        _shutdown.Close(_runtime.Settings.Options.StopTimeout + RebalanceHandler.CommitTimeout + Margin);
    }

    /// <summary>Takes the client away.</summary>
    public void Dispose()
    {
        _token?.Dispose();
        _shutdown.Dispose(Task.WhenAll(_committer.Idle, _lag.Idle), Margin);
    }

    private IConsumer<Ignore, int> Build()
    {
        var builder = new ConsumerBuilder<Ignore, int>(KafkaClientConfig.Consumer(_runtime.Settings))
            .SetKeyDeserializer(Deserializers.Ignore)
            .SetValueDeserializer(_body)
            .SetErrorHandler((_, error) => _events.OnError(error))
            .SetLogHandler((_, message) => _events.OnLog(message))
            .SetStatisticsHandler((_, json) => _events.OnStatistics(json))
            .SetPartitionsAssignedHandler((consumer, partitions) => _rebalance.Assigned(consumer, partitions))
            .SetPartitionsRevokedHandler((consumer, partitions) => _rebalance.Revoked(consumer, Plain(partitions)))
            .SetPartitionsLostHandler((consumer, partitions) => _rebalance.Lost(consumer, Plain(partitions)));
        if (_token is not null)
            builder.SetOAuthBearerTokenRefreshHandler((consumer, _) => _token.Refresh(consumer));
        return builder.Build();
    }

    private static List<TopicPartition> Plain(List<TopicPartitionOffset> partitions) => partitions.ConvertAll(partition => partition.TopicPartition);
}
