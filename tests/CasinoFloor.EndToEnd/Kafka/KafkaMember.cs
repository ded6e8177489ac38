using Azure.Core;
using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>A running Kafka source with a pipeline of its own: one member of a group.</summary>
public sealed class KafkaMember : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private KafkaMember(KafkaOptions options, FakePipeline pipeline, TokenCredential? credential)
    {
        Pipeline = pipeline;
        Source = new KafkaSource(KafkaSettings.Resolve(options), TimeProvider.System, new Logger<KafkaSource>(Log), credential);
        pipeline.Source = Source;
        _running = Source.RunAsync(pipeline, _stop.Token);
    }

    /// <summary>What it logged.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Its pipeline.</summary>
    public FakePipeline Pipeline { get; }

    /// <summary>The source.</summary>
    public KafkaSource Source { get; }

    /// <summary>Options with times short enough for tests.</summary>
    public static KafkaOptions Options(string bootstrapServers, string topic)
    {
        var options = new KafkaOptions
        {
            BootstrapServers = bootstrapServers,
            Topics = new KafkaTopicOptions { Slot = topic, Table = "", Security = "", Cash = "" },
            GroupId = "floor",
            CommitInterval = TimeSpan.FromSeconds(1),
            RevokeTimeout = TimeSpan.FromSeconds(2),
            StopTimeout = TimeSpan.FromSeconds(2),
        };
        options.Client["fetch.wait.max.ms"] = "10";
        options.Client["session.timeout.ms"] = "2000";
        options.Client["heartbeat.interval.ms"] = "200";
        options.Client["statistics.interval.ms"] = "200";
        options.Client["reconnect.backoff.max.ms"] = "500";
        options.Client["topic.metadata.refresh.interval.ms"] = "1000";
        return options;
    }

    /// <summary>Starts a member with a new pipeline.</summary>
    public static KafkaMember Start(KafkaOptions options, FakePipeline? pipeline = null, TokenCredential? credential = null) =>
        new(options, pipeline ?? new FakePipeline(), credential);

    /// <summary>Stops it as the program does: the pipeline stores until the source has ended.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Source.DisposeAsync();
        await Pipeline.DisposeAsync();
        Log.Dispose();
        _stop.Dispose();
    }
}
