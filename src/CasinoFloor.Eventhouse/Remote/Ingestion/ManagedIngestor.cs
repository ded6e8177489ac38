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

        return queued is null ? streamed : await queued.SendAsync(chunk, cancellationToken);
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
