using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Remote.Spool;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>
/// Gets rows to the Eventhouse in order: straight away while it is there; through the spool while it is away, and until everything that waited has been
/// taken. A write counts as done when the service has its rows or the disk does.
/// </summary>
internal sealed class RowSender : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IIngestor _ingestor;
    private readonly RowSpool _spool;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private Task _draining = Task.CompletedTask;
    private string? _problem;
    private long _waited;

    /// <summary>Begins; what waits in the spool from an earlier run is sent first.</summary>
    public RowSender(IIngestor ingestor, RowSpool spool, TimeProvider time, ILogger logger)
    {
        _ingestor = ingestor;
        _spool = spool;
        _time = time;
        _logger = logger;
        if (!spool.IsEmpty)
        {
            _waited = spool.Rows;
            _draining = Task.Run(DrainAsync);
        }
    }

    /// <summary>What keeps rows from the Eventhouse; null while all is well.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <summary>Sends the chunks of one write, or lets them wait on disk.</summary>
    /// <exception cref="EventhouseException">They are neither sent nor on disk: refused for good, or there is no room.</exception>
    public async Task SendAsync(IReadOnlyList<RowChunk> chunks, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_spool.IsEmpty)
            {
                Wait(chunks);
                return;
            }

            var (sent, failure) = await TrySendAsync(chunks, cancellationToken);
            if (failure is null)
            {
                Volatile.Write(ref _problem, null);
                return;
            }

            if (!failure.IsTransient)
            {
                throw new EventhouseException($"The Eventhouse refuses rows: {failure.Error.Message}");
            }

            Volatile.Write(ref _problem, failure.Error.Message);
            RemoteLog.Away(_logger, failure.Error.Message);
            Wait([.. chunks.Skip(sent)]);
            _draining = Task.Run(DrainAsync, CancellationToken.None);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _draining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _gate.Dispose();
    }

    private void Wait(IReadOnlyList<RowChunk> chunks)
    {
        if (chunks.Count > 0)
        {
            _spool.Add(chunks);
            _waited += chunks.Sum(chunk => (long)chunk.Rows);
        }
    }

    private async Task<(int Sent, KustoFailure? Failure)> TrySendAsync(IReadOnlyList<RowChunk> chunks, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < chunks.Count; sent++)
        {
            if (await _ingestor.SendAsync(chunks[sent], cancellationToken) is { } failure)
            {
                return (sent, failure);
            }
        }

        return (chunks.Count, null);
    }

    private async Task DrainAsync()
    {
        var pause = FirstPause;
        while (true)
        {
            await _gate.WaitAsync(_closing.Token);
            try
            {
                if (await DrainOneAsync() is not { } failure)
                {
                    pause = FirstPause;
                    if (_spool.IsEmpty)
                    {
                        Volatile.Write(ref _problem, null);
                        RemoteLog.Back(_logger, _waited);
                        _waited = 0;
                        return;
                    }

                    continue;
                }

                Volatile.Write(ref _problem, failure.Error.Message);
                if (!failure.IsTransient)
                {
                    RemoteLog.Refused(_logger, failure.Error.Message);
                }
            }
            finally
            {
                _gate.Release();
            }

            await Task.Delay(pause, _time, _closing.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Sends the oldest write that waits.</summary>
    private async Task<KustoFailure?> DrainOneAsync()
    {
        if (_spool.Peek() is not { } chunks)
        {
            return null;
        }

        var (_, failure) = await TrySendAsync(chunks, _closing.Token);
        if (failure is null)
        {
            _spool.Remove();
        }

        return failure;
    }
}
