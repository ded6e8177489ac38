using System.Diagnostics;
using Azure.Core;
using CasinoFloor.Engine.Events;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>What a <see cref="KafkaEventWriter"/> counted.</summary>
/// <param name="Accepted">Events taken; always delivered + failed + waiting.</param>
/// <param name="Delivered">Events the broker acknowledged.</param>
/// <param name="Failed">Events given up.</param>
/// <param name="LastError">Why the last one was given up; null when none was.</param>
public readonly record struct KafkaWriterTotals(long Accepted, long Delivered, long Failed, string? LastError)
{
    /// <summary>Events neither acknowledged nor given up yet.</summary>
    public long Waiting => Accepted - Delivered - Failed;
}

/// <summary>
/// Writes events to the topics the source reads: for <c>simulate --to kafka</c>. Events with the same key keep their order.
/// Safe to use from several threads.
/// </summary>
public sealed class KafkaEventWriter : IAsyncDisposable
{
    private static readonly TimeSpan FullQueueDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan DisposeTimeout = TimeSpan.FromSeconds(10);

    private readonly KafkaSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<KafkaEventWriter> _logger;
    private readonly RepeatLimiter _limiter;
    private readonly TokenRefresh? _token;
    private readonly IProducer<byte[], byte[]> _producer;
    private readonly Action<DeliveryReport<byte[], byte[]>> _onDelivery;
    private long _accepted;
    private long _delivered;
    private long _failed;
    private volatile string? _lastError;
    private volatile string? _note;

    /// <summary>Creates the writer; it connects with the first event.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="credential">Identity for Entra; null makes it from the settings.</param>
    /// <exception cref="InvalidOperationException">The client refuses its configuration.</exception>
    public KafkaEventWriter(KafkaSettings settings, TimeProvider time, ILogger<KafkaEventWriter> logger, TokenCredential? credential = null)
    {
        _settings = settings;
        _time = time;
        _logger = logger;
        _limiter = new RepeatLimiter(time, TimeSpan.FromSeconds(10));
        _onDelivery = OnDelivery;
        var builder = new ProducerBuilder<byte[], byte[]>(KafkaClientConfig.Producer(settings))
            .SetErrorHandler((_, error) => OnError(error))
            .SetLogHandler((_, message) => KafkaLog.Client(logger, message.Facility, Redact(message.Message)));
        if (settings.Connection.Authentication == KafkaAuthentication.Entra)
        {
            _token = new TokenRefresh(
                credential ?? EntraCredential.Create(settings.Options.Entra), settings.Connection.Scope, time, logger, settings.Connection.Secrets)
            {
                Refused = note => _note = note,
            };
            builder.SetOAuthBearerTokenRefreshHandler((producer, _) => _token.Refresh(producer));
        }

        _producer = builder.Build();
        KafkaLog.Writing(logger, Description);
    }

    /// <summary>One line for the console; no secrets.</summary>
    public string Description => $"Kafka {_settings.Connection}, topics {string.Join(", ", _settings.Topics.Topics)}";

    /// <summary>What was counted so far.</summary>
    public KafkaWriterTotals Totals => new(Volatile.Read(ref _accepted), Volatile.Read(ref _delivered), Volatile.Read(ref _failed), _lastError);

    /// <summary>What to tell an operator of the connection; null while there is nothing to tell.</summary>
    public string? Note => _note;

    /// <summary>Whether a stream has a topic: with a connection string for one topic only that topic's stream has.</summary>
    public bool CanWrite(EventStream stream) => _settings.Topics.TopicOf(stream) is not null;

    /// <summary>Takes an event; waits while too many wait for the broker, which is the back-pressure.</summary>
    /// <param name="stream">The stream; must have a topic, see <see cref="CanWrite"/>.</param>
    /// <param name="key">The machine's id in UTF-8: events of one machine go to one partition. Copied.</param>
    /// <param name="body">The event. Copied.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The stream has no topic.</exception>
    public ValueTask WriteAsync(EventStream stream, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var topic = _settings.Topics.TopicOf(stream) ?? throw new ArgumentException($"Stream {stream.Name()} has no topic.", nameof(stream));
        var message = new Message<byte[], byte[]> { Key = key.ToArray(), Value = body.ToArray() };
        return TryProduce(topic, message) ? ValueTask.CompletedTask : new ValueTask(ProduceAsync(topic, message, cancellationToken));
    }

    /// <summary>Waits until every event taken is acknowledged or given up.</summary>
    /// <param name="timeout">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many still wait; 0 is success.</returns>
    public async Task<long> FlushAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        while (Totals.Waiting > 0 && _time.GetElapsedTime(since) < timeout)
            await Task.Delay(FullQueueDelay, _time, cancellationToken);
        return Totals.Waiting;
    }

    /// <summary>Waits a little for the last events and takes the client away.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync(DisposeTimeout, CancellationToken.None);
        _token?.Dispose();
        _producer.Dispose();
    }

    private async Task ProduceAsync(string topic, Message<byte[], byte[]> message, CancellationToken cancellationToken)
    {
        do
        {
            await Task.Delay(FullQueueDelay, _time, cancellationToken);
        }
        while (!TryProduce(topic, message));
    }

    private bool TryProduce(string topic, Message<byte[], byte[]> message)
    {
        Interlocked.Increment(ref _accepted);
        try
        {
            _producer.Produce(topic, message, _onDelivery);
            return true;
        }
        catch (ProduceException<byte[], byte[]> full) when (full.Error.Code == ErrorCode.Local_QueueFull)
        {
            Interlocked.Decrement(ref _accepted);
            return false;
        }
        catch (ProduceException<byte[], byte[]> refused)
        {
            Fail(refused.Error);
            return true;
        }
    }

    private void OnDelivery(DeliveryReport<byte[], byte[]> report)
    {
        if (report.Error.IsError)
        {
            Fail(report.Error);
            return;
        }

        Interlocked.Increment(ref _delivered);
        _note = null;
    }

    private void Fail(Error error)
    {
        var reason = Redact(error.Reason);
        _lastError = reason;
        Interlocked.Increment(ref _failed);
        if (_limiter.Allows(error.Code.ToString(), out var suppressed))
            KafkaLog.NotDelivered(_logger, reason, suppressed);
    }

    private void OnError(Error error)
    {
        var note = KafkaAdvice.OnConnection(error, _settings.Connection);

        // "All brokers down" follows a refused sign-in and says less.
        if (error.Code is not ErrorCode.Local_AllBrokersDown || _note is null)
            _note = note;
        if (_limiter.Allows("connection:" + error.Code, out var suppressed))
            KafkaLog.Trouble(_logger, note, suppressed);
    }

    private string Redact(string? text) => _settings.Connection.Secrets.Redact(text);
}
