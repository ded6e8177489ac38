using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>
/// Folds the write-ahead log into the file on a connection of its own, beside the writer, so that a commit seldom has to wait for it.
/// </summary>
internal sealed class CheckpointWorker(EmbeddedDatabase database, long thresholdBytes) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Reports a folding that failed, once. Called before a write: after it, the rows are durable and no failure may hide that.</summary>
    /// <exception cref="EventhouseException">The last folding failed.</exception>
    public void ThrowIfFailed()
    {
        if (_running.IsFaulted)
        {
            var failed = _running;
            _running = Task.CompletedTask;
            failed.GetAwaiter().GetResult();
        }
    }

    /// <summary>Begins a folding when the log has grown enough and none is running. Called by the writer after a commit.</summary>
    public void Observe()
    {
        if (_running.IsCompletedSuccessfully && database.LogBytes >= thresholdBytes)
        {
            _running = Task.Run(Run);
        }
    }

    /// <summary>Folds the log now; one folding at a time.</summary>
    /// <exception cref="EventhouseException">It failed.</exception>
    public void Run()
    {
        try
        {
            lock (_lock)
            {
                using var connection = database.OpenReader();
                connection.Run("CHECKPOINT");
            }
        }
        catch (DuckDBException busy) when (busy.ErrorType == DuckDBErrorType.Transaction)
        {
            // A running transaction is in the way: the next commit tries again, and the log is bounded by DuckDB's own threshold.
        }
        catch (DuckDBException failure) when (failure.MayPass())
        {
            throw new EventhouseException($"The database {database.Path} cannot be brought up to date: {failure.Message}", failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _running;
}
