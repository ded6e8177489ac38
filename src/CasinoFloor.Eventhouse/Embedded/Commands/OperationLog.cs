namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>A command that was run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it was, such as <c>TableSetOrAppend</c>.</param>
/// <param name="Started">When it began, UTC.</param>
/// <param name="Ended">When it ended, UTC.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
internal sealed record Operation(Guid Id, string Kind, DateTime Started, DateTime Ended, string? Error);

/// <summary>The newest operations, in memory only.</summary>
internal sealed class OperationLog
{
    private const int Most = 200;

    private readonly Lock _lock = new();
    private readonly Queue<Operation> _operations = new();

    /// <summary>All that are kept, newest first.</summary>
    public IReadOnlyList<Operation> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _operations.Reverse()];
            }
        }
    }

    /// <summary>Notes one.</summary>
    public void Add(Operation operation)
    {
        lock (_lock)
        {
            _operations.Enqueue(operation);
            if (_operations.Count > Most)
            {
                _operations.Dequeue();
            }
        }
    }
}
