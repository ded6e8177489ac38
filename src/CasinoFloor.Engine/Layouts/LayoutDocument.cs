using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Engine.Layouts;

/// <summary>A draft of the floor's layout: the places of all machines, and the steps that led there. Used by one task at a time.</summary>
public sealed class LayoutDocument
{
    private readonly List<LayoutPlace> _places;
    private readonly List<LayoutPlace> _saved;
    private readonly Dictionary<string, int> _indexes;
    private readonly LayoutHistory _history = new();
    private LayoutBackground? _savedBackground;

    /// <summary>Begins with what is saved.</summary>
    /// <param name="places">The places, each machine once.</param>
    /// <param name="background">The picture under them; null for none.</param>
    public LayoutDocument(IEnumerable<LayoutPlace> places, LayoutBackground? background = null)
    {
        _places = [.. places];
        _saved = [.. _places];
        _indexes = _places.Index().ToDictionary(pair => pair.Item.MachineId, pair => pair.Index, StringComparer.Ordinal);
        Background = _savedBackground = background;
    }

    /// <summary>The machines, by index; an index keeps its meaning.</summary>
    public IReadOnlyList<LayoutPlace> Places => _places;

    /// <summary>The picture under the machines; null for none.</summary>
    public LayoutBackground? Background { get; private set; }

    /// <summary>What undo would take back; null for nothing.</summary>
    public string? UndoTitle => _history.Done?.Title;

    /// <summary>What redo would do again; null for nothing.</summary>
    public string? RedoTitle => _history.Undone?.Title;

    /// <summary>How many machines stand elsewhere than saved, or belong to another bank.</summary>
    public int ChangedCount => _places.Zip(_saved).Count(pair => pair.First != pair.Second);

    /// <summary>Whether there is anything to save.</summary>
    public bool IsChanged => Background != _savedBackground || ChangedCount > 0;

    /// <summary>What is saved, by the same indexes.</summary>
    public IReadOnlyList<LayoutPlace> Saved => _saved;

    /// <summary>The saved picture.</summary>
    public LayoutBackground? SavedBackground => _savedBackground;

    /// <summary>The index of a machine; -1 where the document has none of that id.</summary>
    public int IndexOf(string machineId) => _indexes.GetValueOrDefault(machineId, -1);

    /// <summary>Adds a machine that was heard of meanwhile; as saved, so that it counts as no change. One that is there already stays as it is.</summary>
    /// <returns>Its index.</returns>
    public int Add(LayoutPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (_indexes.TryGetValue(place.MachineId, out var known))
        {
            return known;
        }

        _indexes.Add(place.MachineId, _places.Count);
        _places.Add(place);
        _saved.Add(place);
        return _places.Count - 1;
    }

    /// <summary>Does a step; one that changes nothing leaves no trace.</summary>
    public void Do(LayoutEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (edit.IsEmpty)
        {
            return;
        }

        Apply(edit, forward: true);
        _history.Add(edit);
    }

    /// <summary>Takes the last step back.</summary>
    /// <returns>The step; null where there was none.</returns>
    public LayoutEdit? Undo() => Apply(_history.Undo(), forward: false);

    /// <summary>Does the step again that was taken back last.</summary>
    /// <returns>The step; null where there was none.</returns>
    public LayoutEdit? Redo() => Apply(_history.Redo(), forward: true);

    /// <summary>This has been saved; what was changed since it was handed over stays a change.</summary>
    /// <param name="places">The places that were saved; machines that are not among them stay as they were saved before.</param>
    /// <param name="background">The picture that was saved with them.</param>
    public void MarkSaved(IEnumerable<LayoutPlace> places, LayoutBackground? background)
    {
        ArgumentNullException.ThrowIfNull(places);
        foreach (var place in places)
        {
            if (_indexes.TryGetValue(place.MachineId, out var index))
            {
                _saved[index] = place;
            }
        }

        _savedBackground = background;
        EndRun();
    }

    /// <summary>The next step stays apart from the last one, though it were of the same kind: undo stops here.</summary>
    public void EndRun() => _history.EndRun();

    /// <summary>An edit that gives machines new places; those that stay where they are do not take part.</summary>
    public LayoutEdit Edit(string title, IEnumerable<(int Index, LayoutPlace After)> places) =>
        new(title, [.. places.Where(place => _places[place.Index] != place.After).Select(place => new PlaceChange(place.Index, _places[place.Index], place.After))]);

    /// <summary>An edit that changes the picture.</summary>
    public LayoutEdit Edit(string title, LayoutBackground? background) => new(title, []) { Background = (Background, background) };

    /// <summary>Where a machine stands; null where nowhere.</summary>
    public FloorPoint? At(int index) => _places[index].At;

    private LayoutEdit? Apply(LayoutEdit? edit, bool forward)
    {
        foreach (var change in edit?.Changes ?? [])
        {
            _places[change.Index] = forward ? change.After : change.Before;
        }

        if (edit?.Background is { } background)
        {
            Background = forward ? background.After : background.Before;
        }

        return edit;
    }
}
