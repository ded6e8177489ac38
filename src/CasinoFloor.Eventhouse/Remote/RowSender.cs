using System.Globalization;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Remote.Spool;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.Remote;

/// <summary>
/// Gets rows to the Eventhouse in order: straight away while it takes them; through the spool while it does not, and until everything that waited has been
/// taken. A write counts as done when the service has its rows or the disk does. Rows that are refused wait too: what is wrong with the Eventhouse
/// or its schema can be mended, and the floor goes on meanwhile.
/// </summary>
internal sealed class RowSender : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IIngestor _ingestor;
    private readonly RowSpool _spool;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _added = new(0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _draining;
    private string? _failure;
    private long _waited;
    private int _sentOfOldest;

    /// <summary>Begins; what waits in the spool from an earlier run is sent first.</summary>
    /// <param name="ingestor">Sends chunks.</param>
    /// <param name="spool">Where they wait.</param>
    /// <param name="failure">What is already known to be wrong; null for nothing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public RowSender(IIngestor ingestor, RowSpool spool, string? failure, TimeProvider time, ILogger logger)
    {
        _ingestor = ingestor;
        _spool = spool;
        _failure = failure;
        _time = time;
        _logger = logger;
        _waited = spool.Rows;
        _draining = Task.Run(DrainAsync, CancellationToken.None);
        _added.Release();
    }

    /// <summary>What keeps rows from the Eventhouse, and how many wait; null while all is well.</summary>
    public string? Problem
    {
        get
        {
            var failure = Volatile.Read(ref _failure);
            var rows = _spool.Rows;
            var waiting = failure is not null || rows > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Sentence(failure ?? "The Eventhouse takes what waited")} {rows:N0} {(rows == 1 ? "row waits" : "rows wait")} in the spool.")
                : null;
            var damaged = _spool.Damaged > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{_spool.Damaged} files of the spool {_spool.Folder} were damaged on disk and set aside (*.damaged): their rows are missing in the Eventhouse.")
                : null;
            return waiting is null || damaged is null ? waiting ?? damaged : $"{waiting} {damaged}";
        }
    }

    /// <summary>Whether rows are taken as they come.</summary>
    public bool IsThere => Volatile.Read(ref _failure) is null && _spool.IsEmpty;

    /// <summary>Sends the chunks of one write, or lets them wait on disk. Called by one task at a time.</summary>
    /// <exception cref="EventhouseException">They are neither sent nor on disk: there is no room.</exception>
    public async Task SendAsync(IReadOnlyList<RowChunk> chunks, CancellationToken cancellationToken)
    {
        if (_draining.IsFaulted)
        {
            await _draining;
        }

        // While others wait nobody overtakes.
        var sent = 0;
        if (_spool.IsEmpty)
        {
            (sent, var failure) = await TrySendAsync(chunks, cancellationToken);
            Note(failure);
        }

        if (sent < chunks.Count)
        {
            IReadOnlyList<RowChunk> rest = [.. chunks.Skip(sent)];
            _spool.Add(rest);
            Interlocked.Add(ref _waited, rest.Sum(chunk => (long)chunk.Rows));
            _added.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _draining.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _added.Dispose();
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

    private static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";

    private void Note(KustoFailure? failure)
    {
        var message = failure is null ? null : failure.IsTransient ? failure.Error.Message : $"The Eventhouse refuses rows: {failure.Error.Message}";
        if (Interlocked.Exchange(ref _failure, message) == message || failure is null)
        {
            return;
        }

        if (failure.IsTransient)
        {
            RemoteLog.Away(_logger, failure.Error.Message);
        }
        else
        {
            RemoteLog.Refused(_logger, failure.Error.Message);
        }
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            await _added.WaitAsync(_closing.Token);
            var pause = FirstPause;
            while (!_spool.IsEmpty)
            {
                var isSent = await DrainOneAsync();
                if (!isSent)
                {
                    await Task.Delay(pause, _time, _closing.Token);
                }

                pause = isSent ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }

            if (Interlocked.Exchange(ref _waited, 0) is > 0 and var rows)
            {
                RemoteLog.Back(_logger, rows);
            }
        }
    }

    /// <summary>Sends the oldest write that waits; false when that was not possible.</summary>
    private async Task<bool> DrainOneAsync()
    {
        try
        {
            if (_spool.Peek() is { } chunks)
            {
                var (sent, failure) = await TrySendAsync([.. chunks.Skip(_sentOfOldest)], _closing.Token);
                Note(failure);
                _sentOfOldest += sent;
                if (failure is not null)
                {
                    return false;
                }

                _spool.Remove();
                _sentOfOldest = 0;
            }

            return true;
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            Note(new KustoFailure(new SendOutcome(null), KustoFailure.Plain("SPOOL", $"The spool cannot be read: {disk.Message}")));
            return false;
        }
    }
}
