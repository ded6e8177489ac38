namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// The simulation's schedule: whatever is due next, and nothing else, is looked at, so that a large idle floor costs little.
/// </summary>
internal sealed class Schedule(int capacity)
{
    private readonly PriorityQueue<ScheduledAction, long> _queue = new(capacity);

    /// <summary>Enters an action at a moment, simulated ticks.</summary>
    public void Add(ActionKind kind, int index, long at) => _queue.Enqueue(new ScheduledAction(kind, index), at);

    /// <summary>The next action and its moment.</summary>
    public bool TryPeek(out ScheduledAction action, out long at) => _queue.TryPeek(out action, out at);

    /// <summary>
    /// Strikes out the action that <see cref="TryPeek"/> gave. What was entered meanwhile lies later, so it is still the first.
    /// </summary>
    public void Done() => _queue.Dequeue();

    /// <summary>Moves the action that <see cref="TryPeek"/> gave to another moment.</summary>
    public void Again(ScheduledAction action, long at) => _queue.DequeueEnqueue(action, at);
}
