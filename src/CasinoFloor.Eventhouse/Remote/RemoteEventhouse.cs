using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
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
    private readonly StaleWindows _stale = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
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
    }

    /// <inheritdoc />
    public string Description => $"remote ({_options.QueryUri}, database {_options.Database})";

    /// <inheritdoc />
    public string? Problem => _sender?.Problem is { } problem
        ? string.Create(CultureInfo.InvariantCulture, $"{problem} {_parts.Spool.Rows:N0} rows wait in the spool.")
        : null;

    /// <inheritdoc />
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var (tables, failure) = await _parts.Client.CommandAsync(".show tables", cancellationToken);
        _sender = new RowSender(_parts.Ingestor, _parts.Spool, _parts.Time, _logger);
        if (failure is { IsTransient: true })
        {
            _awayAtStart = true;
            RemoteLog.AwayAtStart(_logger, failure.Error.Message);
            return;
        }

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
            var sender = Sender;
            _stale.Note(batches);
            await sender.SendAsync(await Task.Run(() => _parts.Encoder.Encode(batches, checkpoints), cancellationToken), cancellationToken);
            if (sender.Problem is null)
            {
                await CorrectAsync(sender, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
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
    public Task<IReadOnlyList<Finding>> LoadFindingsAsync(DateTime since, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<Finding>>([]) : _parts.Recovery.FindingsAsync(since, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ActivityWindow>> LoadWindowsAsync(DateTime since, CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult<IReadOnlyList<ActivityWindow>>([]) : _parts.Recovery.WindowsAsync(since, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<MachineLocation>> LoadMachinesAsync(CancellationToken cancellationToken) =>
        _awayAtStart ? Task.FromResult(_machines) : _parts.Recovery.MachinesAsync(cancellationToken);

    /// <inheritdoc />
    public async Task SaveMachinesAsync(IReadOnlyCollection<MachineLocation> machines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(machines);
        _machines = [.. machines];
        if (_awayAtStart)
        {
            return;
        }

        var stored = (await _parts.Recovery.MachinesAsync(cancellationToken)).ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
        if (machines.All(machine => stored.TryGetValue(machine.MachineId, out var known) && known == machine))
        {
            return;
        }

        foreach (var machine in machines)
        {
            stored[machine.MachineId] = machine;
        }

        foreach (var command in MachineTable.Replace(stored.Values))
        {
            var (result, failure) = await _parts.Client.CommandAsync(command, cancellationToken);
            if ((failure?.Error ?? result?.Error) is { } error)
            {
                throw new EventhouseException($"The machines cannot be stored: {error.Message}");
            }
        }
    }

    /// <inheritdoc />
    public async Task<KqlResult> QueryAsync(KqlQuery query, CancellationToken cancellationToken) => Answer(await _parts.Client.QueryAsync(query, cancellationToken));

    /// <inheritdoc />
    public async Task<KqlResult> CommandAsync(string text, CancellationToken cancellationToken) => Answer(await _parts.Client.CommandAsync(text, cancellationToken));

    /// <inheritdoc />
    public KqlCatalog Catalog => _language.Catalog;

    /// <inheritdoc />
    public KqlAnalysis Analyze(KqlQuery query) => _language.Analyze(query);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_sender is not null)
        {
            await _sender.DisposeAsync();
        }

        _parts.Dispose();
        _gate.Dispose();
    }

    private RowSender Sender => _sender ?? throw new InvalidOperationException("The Eventhouse has not been opened.");

    private static KqlResult Answer((KqlResult? Result, KustoFailure? Failure) answer) => answer.Failure switch
    {
        null => answer.Result!,
        { IsAway: true } failure => throw new EventhouseException(failure.Error.Message),
        var failure => new KqlResult([], null, failure.Error),
    };

    // What late events changed is computed from the stored rows, by the Eventhouse itself.
    private async Task CorrectAsync(RowSender sender, CancellationToken cancellationToken)
    {
        if (_stale.Next(out var taken) is not { } stale)
        {
            return;
        }

        try
        {
            await sender.SendAsync(_parts.Encoder.Encode(await _parts.Recovery.RevisedAsync(stale, cancellationToken)), cancellationToken);
            _stale.Done(taken);
        }
        catch (EventhouseException failure)
        {
            RemoteLog.CorrectionsFailed(_logger, failure.Message);
        }
    }
}
