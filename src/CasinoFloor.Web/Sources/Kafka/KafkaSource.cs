using Azure.Core;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Retries;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Events from Azure Event Hubs, a Fabric Eventstream or any Kafka broker. Offsets are committed only after the pipeline has
/// stored what lies before them; partitions change hands without a message lost or doubled.
/// </summary>
public sealed class KafkaSource : IEventSource
{
    private static readonly ExponentialBackoff Backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly KafkaSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<KafkaSource> _logger;
    private readonly TokenCredential? _credential;
    private readonly SourceCondition _condition;
    private readonly PartitionTracker _tracker = new();
    private readonly CancellationTokenSource _disposed = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Creates the source; nothing is connected before <see cref="RunAsync"/>.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credential">Identity for Entra; null makes it from the settings.</param>
    public KafkaSource(KafkaSettings settings, TimeProvider time, ILogger<KafkaSource> logger, TokenCredential? credential = null)
    {
        _settings = settings;
        _time = time;
        _logger = logger;
        _condition = new SourceCondition(Counters);
        if (settings.Connection.Authentication == KafkaAuthentication.Entra)
            _credential = credential ?? EntraCredential.Create(settings.Options.Entra);
    }

    /// <summary>What was counted.</summary>
    public KafkaCounters Counters { get; } = new();

    /// <inheritdoc />
    public string Description =>
        $"Kafka {_settings.Connection}, topics {string.Join(", ", _settings.Topics.Topics)}, group {_settings.Options.EffectiveGroupId}";

    /// <inheritdoc />
    public SourceStatus Status => _condition.Status;

    /// <inheritdoc />
    public void OnStored(SourcePartition partition, long nextOffset) => _tracker.Stored(partition, nextOffset);

    /// <summary>
    /// Reads until <paramref name="cancellationToken"/> ends it. The pipeline must go on storing until the task completes:
    /// the source waits for what it has posted (at most <see cref="KafkaOptions.StopTimeout"/>), commits, and leaves its group.
    /// </summary>
    /// <exception cref="InvalidOperationException">The client refuses its configuration; the message names no secret.</exception>
    public async Task RunAsync(IBatchSink sink, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var runtime = new KafkaRuntime
        {
            Settings = _settings,
            Sink = sink,
            Tracker = _tracker,
            Condition = _condition,
            Counters = Counters,
            Time = _time,
            Logger = _logger,
        };
        KafkaLog.Reading(_logger, Description);
        var token = stop.Token;
        _running = Task.Factory.StartNew(() => Run(runtime, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await _running;
        _condition.Finished();
        KafkaLog.Stopped(_logger, Counters.Read);
    }

    /// <summary>Stops reading, as the end of <see cref="RunAsync"/> does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _disposed.Dispose();
    }

    private void Run(KafkaRuntime runtime, CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested;)
        {
            var read = Counters.Read;
            if (RunSession(runtime, stop) is not { } failed)
                return;
            failures = Counters.Read > read ? 1 : failures + 1;
            var delay = Backoff.After(failures, Random.Shared.NextDouble());
            var reason = runtime.Redact(failed.Error.Reason);
            Counters.AddRestart();
            KafkaLog.Restarting(_logger, delay, reason);
            _condition.Disconnected($"the Kafka client is made anew: {reason}");
            Task.Delay(delay, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }

    /// <returns>What ended the session; null when it was stopped.</returns>
    private KafkaException? RunSession(KafkaRuntime runtime, CancellationToken stop)
    {
        KafkaException? failed = null;
        using var session = Open(runtime);
        try
        {
            session.Run(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it waited for the pipeline: what was read is handed on below.
        }
        catch (KafkaException fatal)
        {
            failed = fatal;
        }

        try
        {
            session.Close();
        }
        catch (KafkaException refused)
        {
            failed ??= refused;
        }

        return stop.IsCancellationRequested ? null : failed;
    }

    private KafkaSession Open(KafkaRuntime runtime)
    {
        try
        {
            return new KafkaSession(runtime, _credential);
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException or DllNotFoundException)
        {
            var reason = runtime.Redact(refused.Message);
            KafkaLog.NotStarted(_logger, reason);
            _condition.Failed($"the Kafka client does not start: check Kafka:Client and the other Kafka settings ({reason})");
            throw new InvalidOperationException($"The Kafka client does not start; check the Kafka settings: {reason}");
        }
    }
}
