using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>
/// A Fabric Eventhouse or Azure Data Explorer database over its REST interface. Rows arrive at least once; the views of <c>kql/schema</c> leave out what came
/// twice. It keeps no checkpoints: the broker's committed offsets are used.
/// </summary>
public sealed class RemoteEventhouse : IEventhouse
{
    private readonly RemoteOptions _options;
    private readonly RemoteParts _parts;
    private readonly KqlEngine _language;
    private readonly ILogger _logger;
    private readonly Housekeeping _housekeeping;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Task _keeping = Task.CompletedTask;
    private RowSender? _sender;
    private IReadOnlyList<MachineLocation> _machines = [];
    private bool _awayAtStart;

    /// <summary>Creates it, not opened yet.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="kqlFolder">The folder <c>kql</c>.</param>
    /// <param name="identity">The decoder's identity of an event id.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Loggers.</param>
    public RemoteEventhouse(RemoteOptions options, string kqlFolder, IdentifyEvent identity, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        _options = options;
        _parts = new RemoteParts(options, kqlFolder, identity, time);
        _language = new KqlEngine(new KqlCatalog(EventhouseTables.Remote.Select(KqlTables.Describe), SchemaFolder.Functions(SchemaFolder.Load(kqlFolder, isRemote: true)), options.Database), time);
        _logger = loggers.CreateLogger<RemoteEventhouse>();
        _housekeeping = new Housekeeping(_parts, _logger);
    }

    /// <inheritdoc />
    public string Description => $"remote ({_options.QueryUri}, database {_options.Database})";

    /// <inheritdoc />
    public string? Problem => _sender?.Problem;

    /// <inheritdoc />
    public string? Note
    {
        get
        {
            var start = _awayAtStart ? "The Eventhouse was away when the app started: nothing was recovered, so the floor began empty." : null;
            var dropped = _housekeeping.Dropped > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{_housekeeping.Dropped:N0} corrections of closed minutes by late events were dropped: too many waited.")
                : null;
            return start is null || dropped is null ? start ?? dropped : $"{start} {dropped}";
        }
    }

    /// <inheritdoc />
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var (tables, failure) = await _parts.Client.CommandAsync(".show tables", cancellationToken);
        _awayAtStart = failure is { IsTransient: true };
        if (_awayAtStart)
        {
            RemoteLog.AwayAtStart(_logger, failure!.Error.Message);
        }
        else
        {
            Check(tables, failure);
        }

        _sender = new RowSender(_parts.Ingestor, _parts.Spool, failure?.Error.Message, _parts.Time, _logger);
    }

    private void Check(KqlResult? tables, KustoFailure? failure)
    {
        if ((failure?.Error ?? tables?.Error) is { } error)
        {
            throw new EventhouseException($"The Eventhouse at {_options.QueryUri} cannot be used: {error.Message}");
        }

        var there = tables!.Table.Rows.Select(row => row[0] as string).ToHashSet(StringComparer.Ordinal);
        var missing = EventhouseTables.Remote.Select(table => table.Name).Where(name => !there.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new EventhouseException(
                $"The database {_options.Database} lacks {string.Join(", ", missing)}. Run 'provision' once to create the tables, mappings and views.");
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StoredCheckpoint>> LoadCheckpointsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StoredCheckpoint>>([]);

    /// <inheritdoc />
    public async Task WriteAsync(IReadOnlyList<EventBatch> batches, IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _housekeeping.Note(batches);
            await Sender.SendAsync(await Task.Run(() => _parts.Encoder.Encode(batches, checkpoints), cancellationToken), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }

        if (_keeping.IsFaulted)
        {
            await _keeping;
        }

        if (_keeping.IsCompleted && Sender.IsThere && _housekeeping.IsDue)
        {
            _keeping = Task.Run(() => _housekeeping.RunAsync(StoreAsync, _closing.Token), CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public Task<DateTime?> NewestEventAsync(CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<DateTime?>(null) : _parts.Recovery.NewestAsync(cancellationToken);

    /// <inheritdoc />
    public async Task RecoverAsync(EventStream stream, DateTime since, Action<EventBatch> apply, CancellationToken cancellationToken)
    {
        if (!_awayAtStart && await _parts.Recovery.NewestAsync(cancellationToken) is { } newest)
        {
            await _parts.Recovery.RecoverAsync(stream, since, newest, apply, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task RecoverIdentitiesAsync(int count, Action<EventStream, UInt128> take, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.CompletedTask : _parts.Recovery.RecoverIdentitiesAsync(count, take, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Finding>> LoadFindingsAsync(DateTime since, Action<string> unknown, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<Finding>>([]) : _parts.Recovery.FindingsAsync(since, unknown, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ActivityWindow>> LoadWindowsAsync(DateTime since, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<ActivityWindow>>([]) : _parts.Recovery.WindowsAsync(since, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineSignal>> LoadSignalsAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<MachineSignal>>([]) : _parts.Recovery.SignalsAsync(since, until, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineMeters>> LoadMetersAsync(DateTime since, DateTime until, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<MachineMeters>>([]) : _parts.Recovery.MetersAsync(since, until, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineLocation>> LoadMachinesAsync(CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult(_machines) : StoredMachinesAsync(cancellationToken);

    /// <inheritdoc />
    public async Task SaveMachinesAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(machines);
        _machines = [.. machines];
        if (_awayAtStart)
        {
            _housekeeping.Keep(_machines);
        }
        else if (await _housekeeping.SaveAsync(machines, cancellationToken) is { } failure)
        {
            throw new EventhouseException($"The machines cannot be stored: {failure.Error.Message}");
        }
    }

    /// <inheritdoc />
    public async Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken)
    {
        try
        {
            // The service ends an answer without a word: one row more than wanted tells that it was cut.
            return query.TakeRows is { } rows and < int.MaxValue
                ? Answer(await _parts.Client.QueryAsync(query with { TakeRows = rows + 1, MaxRows = Math.Max(query.MaxRows, rows + 1) }, cancellationToken)).First(rows)
                : Answer(await _parts.Client.QueryAsync(query, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new KqlResult([], null, KustoFailure.Plain(KqlErrorCodes.Cancelled, "The query was cancelled."));
        }
    }

    /// <inheritdoc />
    public async Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => Answer(await _parts.Client.CommandAsync(text, cancellationToken));

    /// <inheritdoc />
    public KqlCatalog Catalog => _language.Catalog;

    /// <inheritdoc />
    public KqlAnalysis Analyze(KqlQuery query) => _language.Analyze(query);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_sender is not null)
        {
            await _sender.DisposeAsync();
        }

        _parts.Dispose();
        _gate.Dispose();
        _closing.Dispose();
    }

    private RowSender Sender => _sender ?? throw new InvalidOperationException("The Eventhouse has not been opened.");

    private static KqlResult Answer((KqlResult? Result, KustoFailure? Failure) answer) => answer.Failure switch
    {
        null => answer.Result!,
        { IsAway: true } failure => throw new EventhouseException(failure.Error.Message),
        var failure => new KqlResult([], null, failure.Error),
    };

    private async Task<IReadOnlyList<MachineLocation>> StoredMachinesAsync(CancellationToken cancellationToken) =>
        await _parts.Recovery.MachinesAsync(cancellationToken) is var (machines, failure) && machines is not null ? machines : throw RemoteRecovery.Unreadable(failure!);

    // In turn with the writes, whose encoder and order it shares.
    private async Task StoreAsync(IReadOnlyList<ActivityWindow> windows, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await Sender.SendAsync(_parts.Encoder.Encode(windows), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
