namespace CasinoFloor.Engine.Layouts;

/// <summary>The steps that can be undone and done again. Bounded: the oldest falls away.</summary>
internal sealed class LayoutHistory
{
    private const int Most = 500;

    private readonly LinkedList<LayoutEdit> _done = [];
    private readonly Stack<LayoutEdit> _undone = [];

    /// <summary>The step that would be undone; null for none.</summary>
    public LayoutEdit? Done => _done.Last?.Value;

    /// <summary>The step that would be done again; null for none.</summary>
    public LayoutEdit? Undone => _undone.TryPeek(out var edit) ? edit : null;

    /// <summary>A step was done.</summary>
    public void Add(LayoutEdit edit)
    {
        _undone.Clear();
        if (_done.Last?.Value.JoinedWith(edit) is { } joined)
        {
            _done.Last.Value = joined;
            return;
        }

        _done.AddLast(edit);
        if (_done.Count > Most)
        {
            _done.RemoveFirst();
        }
    }

    /// <summary>Takes the step to be undone; null for none.</summary>
    public LayoutEdit? Undo()
    {
        if (_done.Last is not { } last)
        {
            return null;
        }

        _done.RemoveLast();
        _undone.Push(last.Value);
        return last.Value;
    }

    /// <summary>Takes the step to be done again; null for none.</summary>
    public LayoutEdit? Redo()
    {
        if (!_undone.TryPop(out var edit))
        {
            return null;
        }

        _done.AddLast(edit);
        return edit;
    }
}
