namespace CasinoFloor.Web.Components.Replay;

/// <summary>
/// Loads the moments ahead of the one that is shown, so that playing does not wait for each: a bounded number under way, oldest first. Seeking
/// cancels what is under way. Used by one task at a time.
/// </summary>
/// <param name="load">Loads a moment.</param>
public sealed class ReplayReel(Func<DateTime, CancellationToken, Task<ReplayMoment>> load) : IDisposable
{
    /// <summary>How many moments are loaded ahead.</summary>
    public const int Ahead = 3;

    private readonly Queue<(DateTime At, Task<ReplayMoment> Moment)> _queue = new();
    private CancellationTokenSource _loading = new();

    /// <summary>How many moments are loaded or being loaded.</summary>
    public int Count => _queue.Count;

    /// <summary>Gives a moment, and begins to load those that follow it in steps, as far as the end.</summary>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="step">From one moment to the next; zero loads nothing ahead.</param>
    /// <param name="end">The last moment there is.</param>
    /// <exception cref="OperationCanceledException">Another moment was sought meanwhile.</exception>
    public Task<ReplayMoment> TakeAsync(DateTime at, TimeSpan step, DateTime end)
    {
        if (_queue.Count == 0 || _queue.Peek().At != at)
        {
            Clear();
            _queue.Enqueue((at, load(at, _loading.Token)));
        }

        var moment = _queue.Dequeue().Moment;
        for (var next = at + step; step > TimeSpan.Zero && next <= end && _queue.Count < Ahead; next += step)
        {
            if (_queue.All(queued => queued.At < next))
                _queue.Enqueue((next, load(next, _loading.Token)));
        }

        return moment;
    }

    /// <summary>Cancels what is under way and forgets what was loaded ahead.</summary>
    public void Clear()
    {
        _loading.Cancel();
        _loading.Dispose();
        _loading = new CancellationTokenSource();
        _queue.Clear();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _loading.Cancel();
        _loading.Dispose();
        _queue.Clear();
    }
}
