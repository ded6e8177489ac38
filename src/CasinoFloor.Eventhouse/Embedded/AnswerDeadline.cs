using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// Answers who stopped a query, or gave it a time, when that time has come: DuckDB notices an interruption only between two pieces of its work, and for a large
/// join one of them can take minutes. The query then ends in the background; a bounded number may, the next ones are waited for.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class AnswerDeadline(TimeProvider time)
{
    /// <summary>How many queries may end in the background at once.</summary>
    public const int MostLeft = 2;

    /// <summary>How long a query that was stopped may take to end by itself.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private int _left;

    /// <summary>Queries that were stopped and have not ended yet.</summary>
    public int Left => Volatile.Read(ref _left);

    /// <summary>The answer of a query, or that it was stopped.</summary>
    /// <param name="running">The query; it is cancelled by the token and after the time by itself.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellationToken">What stops it.</param>
    public async Task<KqlResult> AnswerAsync(Task<KqlResult> running, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var over = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        using var told = either.Token.Register(() => stopped.TrySetResult());
        if (await Task.WhenAny(running, stopped.Task) == running
            || await Task.WhenAny(running, Task.Delay(Grace, time, CancellationToken.None)) == running
            || !TryLeave(running))
        {
            return await running;
        }

        return new KqlResult([], null, cancellationToken.IsCancellationRequested
            ? new KqlError(KqlErrorCodes.Cancelled, "The query was cancelled.", 0, 0, 0, 0)
            : new KqlError(KqlErrorCodes.Timeout, $"The query ran longer than {timeout}.", 0, 0, 0, 0));
    }

    private bool TryLeave(Task running)
    {
        if (Interlocked.Increment(ref _left) > MostLeft)
        {
            Interlocked.Decrement(ref _left);
            return false;
        }

        // Nobody wants its answer or its failure any more.
        running.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                Interlocked.Decrement(ref _left);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return true;
    }
}
