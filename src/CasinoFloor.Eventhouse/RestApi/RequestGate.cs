namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Lets so many requests in at once; a bounded number wait for their turn, and the rest is refused.</summary>
internal sealed class RequestGate(int atOnce, int queued, TimeSpan wait) : IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce, atOnce);
    private int _waiting;
    private long _refused;

    /// <summary>Requests refused so far.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Requests that wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Waits for a turn. After true, call <see cref="Leave"/>.</summary>
    public async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(0, CancellationToken.None))
        {
            return true;
        }

        if (Interlocked.Increment(ref _waiting) > queued)
        {
            Interlocked.Decrement(ref _waiting);
            Interlocked.Increment(ref _refused);
            return false;
        }

        try
        {
            if (await _free.WaitAsync(wait, cancellationToken))
            {
                return true;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        Interlocked.Increment(ref _refused);
        return false;
    }

    /// <summary>Gives the turn to the next.</summary>
    public void Leave() => _free.Release();

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();
}
