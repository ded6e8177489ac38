using System.Collections.Concurrent;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Live;

/// <summary>Requests for details: received = answered + refused + withdrawn + those that still wait.</summary>
/// <param name="Received">Requests made.</param>
/// <param name="Answered">Answered by the engine.</param>
/// <param name="Refused">Refused because too many waited.</param>
/// <param name="Withdrawn">Given up by the one who asked before the engine came to it.</param>
/// <param name="Waiting">Not yet answered.</param>
public readonly record struct DetailCounts(long Received, long Answered, long Refused, long Withdrawn, int Waiting);

/// <summary>Carries requests for a machine's figures to the engine's task and the answers back. Bounded.</summary>
internal sealed class DetailDesk(int capacity, int perTick)
{
    private readonly ConcurrentQueue<Request> _queue = new();
    private int _waiting;
    private long _received;
    private long _answered;
    private long _refused;
    private long _withdrawn;

    public DetailCounts Counts => new(
        Interlocked.Read(ref _received),
        Interlocked.Read(ref _answered),
        Interlocked.Read(ref _refused),
        Interlocked.Read(ref _withdrawn),
        Volatile.Read(ref _waiting));

    public async Task<MachineDetail?> RequestAsync(int index, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _received);
        if (Interlocked.Increment(ref _waiting) > capacity)
        {
            Interlocked.Decrement(ref _waiting);
            Interlocked.Increment(ref _refused);
            return null;
        }

        var request = new Request(index);
        _queue.Enqueue(request);
        await using (cancellationToken.UnsafeRegister(static (state, token) => ((Request)state!).Reply.TrySetCanceled(token), request))
        {
            return await request.Reply.Task.ConfigureAwait(false);
        }
    }

    /// <summary>On the engine's task: answers what waits, a bounded number at a time.</summary>
    public void Answer(IFloorState floor)
    {
        for (var i = 0; i < perTick && _queue.TryDequeue(out var request); i++)
        {
            Interlocked.Decrement(ref _waiting);
            var answered = !request.Reply.Task.IsCompleted && request.Reply.TrySetResult(floor.Detail(request.Index));
            Interlocked.Increment(ref answered ? ref _answered : ref _withdrawn);
        }
    }

    private sealed record Request(int Index)
    {
        public TaskCompletionSource<MachineDetail?> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
