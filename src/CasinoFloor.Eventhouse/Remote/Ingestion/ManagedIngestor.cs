using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>
/// Streams rows, and queues them where streaming fails for a while or a chunk is too large for it. After three failures in a row streaming rests for a
/// minute, so that not every chunk waits for its failure first.
/// </summary>
internal sealed class ManagedIngestor(IIngestor streaming, IIngestor? queued, TimeProvider time) : IIngestor
{
    private const int FailuresToRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private int _failures;
    private long _restsSince;
    private long _queuedAt;

    /// <summary>How long ago rows were queued last; null when none were. Queued rows can be asked for only minutes later.</summary>
    public TimeSpan? QueuedAgo => Interlocked.Read(ref _queuedAt) is not 0 and var at ? time.GetElapsedTime(at) : null;

    /// <inheritdoc />
    public async Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken)
    {
        KustoFailure? streamed = null;
        if (chunk.RawBytes <= RemoteOptions.MaxStreamingBytes && !Rests)
        {
            streamed = await streaming.SendAsync(chunk, cancellationToken);
            if (streamed is null)
            {
                _failures = 0;
                return null;
            }

            if (!streamed.IsTransient && streamed.Outcome.Status != System.Net.HttpStatusCode.RequestEntityTooLarge)
            {
                return streamed;
            }

            if (++_failures == FailuresToRest)
            {
                _restsSince = time.GetTimestamp();
            }
        }

        if (queued is null)
        {
            return streamed;
        }

        var failure = await queued.SendAsync(chunk, cancellationToken);
        if (failure is null)
        {
            Interlocked.Exchange(ref _queuedAt, time.GetTimestamp());
        }

        return failure;
    }

    private bool Rests
    {
        get
        {
            if (queued is null || _failures < FailuresToRest)
            {
                return false;
            }

            if (time.GetElapsedTime(_restsSince) < Rest)
            {
                return true;
            }

            _failures = FailuresToRest - 1;
            return false;
        }
    }
}
