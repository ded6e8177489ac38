namespace CasinoFloor.Engine.Layouts;

/// <summary>The steps that can be undone and done again. Bounded by steps and by the machines that they changed: the oldest fall away, the last stays.</summary>
internal sealed class LayoutHistory
{
    /// <summary>How many changes of machines all steps together may hold, however few they are.</summary>
    internal const int MostChanges = 200_000;

    private const int Most = 500;

    private readonly LinkedList<LayoutEdit> _done = [];
    private readonly Stack<LayoutEdit> _undone = [];
    private int _changes;

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
            // There and back again: nothing is left that could be taken back.
            if (joined.Changes.All(change => change.Before == change.After))
            {
                RemoveLast();
            }
            else
            {
                _done.Last.Value = joined;
            }

            return;
        }

        AddLast(edit);
        while (_done.Count > Most || (_done.Count > 1 && _changes > MostChanges))
        {
            _changes -= _done.First!.Value.Changes.Count;
            _done.RemoveFirst();
        }
    }

    /// <summary>What follows is a step of its own, whatever kind the last one was.</summary>
    public void EndRun()
    {
        if (_done.Last is { } last)
        {
            last.Value = last.Value with { Run = "" };
        }
    }

    /// <summary>Takes the step to be undone; null for none.</summary>
    public LayoutEdit? Undo()
    {
        if (Done is not { } last)
        {
            return null;
        }

        RemoveLast();
        _undone.Push(last);
        return last;
    }

    /// <summary>Takes the step to be done again; null for none.</summary>
    public LayoutEdit? Redo()
    {
        if (!_undone.TryPop(out var edit))
        {
            return null;
        }

        AddLast(edit);
        return edit;
    }

    private void AddLast(LayoutEdit edit)
    {
        _done.AddLast(edit);
        _changes += edit.Changes.Count;
    }

    private void RemoveLast()
    {
        _changes -= _done.Last!.Value.Changes.Count;
        _done.RemoveLast();
    }
}
