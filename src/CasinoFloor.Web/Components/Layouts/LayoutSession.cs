using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>One user's draft of the layout: what it began with, the editor, and what the drawing needs to know of each change. Used by one circuit.</summary>
public sealed class LayoutSession
{
    private readonly FloorDrawing _drawing;
    private readonly HashSet<int> _ghosts = [];
    private LayoutPlace[] _shown = [];
    private double[] _angles = [];
    private LayoutPatch? _status;

    /// <summary>Begins a draft.</summary>
    /// <param name="machines">The machines as the floor has them.</param>
    /// <param name="saved">The newest saved layout; null where none was saved.</param>
    /// <param name="drawing">The floor's walls and the like, which bound it.</param>
    public LayoutSession(IReadOnlyList<MachineInfo> machines, SavedLayout? saved, FloorDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(machines);
        _drawing = drawing;
        Base = saved;
        _ghosts.UnionWith(machines.Where(machine => machine.IsLaidOnly).Select(machine => machine.Index));
        Editor = new LayoutEditor(new LayoutDocument(Places(machines, saved), saved?.Version.Background), Arrange(machines, saved));
    }

    /// <summary>The version that the draft began with; null where none was saved.</summary>
    public SavedLayout? Base { get; private set; }

    /// <summary>The editor.</summary>
    public LayoutEditor Editor { get; private set; }

    /// <summary>The draft.</summary>
    public LayoutDocument Document => Editor.Document;

    /// <summary>Width of the floor; 0 where it is not known.</summary>
    public double Width => _drawing.Width;

    /// <summary>The machines that stand nowhere, by index.</summary>
    public IEnumerable<int> Tray => Document.Places.Index().Where(place => place.Item.At is null && !_ghosts.Contains(place.Index)).Select(place => place.Index);

    /// <summary>Machines that overlap or stand outside.</summary>
    public LayoutProblems Problems { get; private set; } = new([], []);

    /// <summary>Takes in machines that the floor reported since.</summary>
    /// <returns>How many there were.</returns>
    public int Meet(IReadOnlyList<MachineInfo> machines)
    {
        ArgumentNullException.ThrowIfNull(machines);
        var before = Document.Places.Count;
        foreach (var machine in machines)
        {
            var index = Document.Add(Place(machine.Location));
            if (!machine.IsLaidOnly)
                _ghosts.Remove(index);
        }

        return Document.Places.Count - before;
    }

    /// <summary>Applies an import. Machines that the floor never reported leave with the step when it is taken back.</summary>
    public void Apply(LayoutImport import, string name, bool withUnknown, bool removeUnnamed)
    {
        ArgumentNullException.ThrowIfNull(import);
        var known = Document.Places.Count;
        var edit = import.ToEdit(Document, name, withUnknown, removeUnnamed);
        _ghosts.UnionWith(Enumerable.Range(known, Document.Places.Count - known));
        Document.Do(edit);
        Editor.Selection.Set(edit.Changes.Select(change => change.Index));
    }

    /// <summary>Puts changes that the browser has kept beside the version that the session began with, as <see cref="Rebase"/> does with the session's own.</summary>
    /// <remarks>Of the draft's machines alone. Where the draft began with the same version, or does not say how its machines stood, nobody else changed any.</remarks>
    public LayoutRebase Compare(LayoutDraft draft, bool preferMine)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var mine = draft.HasBackground ? draft.Background : Document.SavedBackground;
        if (draft.BaseId == Base?.Version.Id || draft.BasePlaces is not { } began)
            return LayoutRebase.Onto([], draft.Places, [], preferMine).WithBackground(Document.SavedBackground, mine, Document.SavedBackground, preferMine);

        // A machine that is not known any more was taken off the floor.
        var theirs = draft.Places.Select(place => Document.IndexOf(place.MachineId) is >= 0 and var index ? Document.Saved[index] : place with { Bank = "", At = null });
        return LayoutRebase.Onto(began, draft.Places, theirs, preferMine)
            .WithBackground(draft.HasBackground ? draft.BaseBackground : Document.SavedBackground, mine, Document.SavedBackground, preferMine);
    }

    /// <summary>Takes up changes that the browser has kept, as one step. Machines that are not known any more are placed all the same.</summary>
    /// <param name="draft">The changes.</param>
    /// <param name="preferMine">Whether they win where somebody else changed the same meanwhile; otherwise those stay as they are.</param>
    public void Restore(LayoutDraft draft, bool preferMine = true)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var known = Document.Places.Count;
        var compared = Compare(draft, preferMine);
        var kept = preferMine ? [] : compared.Both.ToHashSet(StringComparer.Ordinal);
        var places = draft.Places.Where(place => !kept.Contains(place.MachineId)).Select(place =>
        {
            var index = Document.Add(place with { At = null });
            return (index, Document.Places[index] with { Bank = place.Bank, At = place.At });
        }).ToList();
        _ghosts.UnionWith(Enumerable.Range(known, Document.Places.Count - known));
        var edit = Document.Edit("Take up the draft", places);
        var hasBackground = draft.HasBackground && (preferMine || compared.BackgroundChange != RebaseChange.Both);
        Document.Do(hasBackground ? edit with { Background = (Document.Background, draft.Background) } : edit);
        Editor.Selection.Set(edit.Changes.Select(change => change.Index));
    }

    /// <summary>The draft as an order to save it. Steps that follow can be undone without those that led here.</summary>
    public LayoutOrder ToOrder()
    {
        Document.EndRun();
        return new LayoutOrder
        {
            BaseId = Base?.Version.Id,
            Places = [.. Document.Places.Index().Where(place => place.Item.At is not null || !_ghosts.Contains(place.Index)).Select(place => place.Item)],
            Background = Document.Background,
        };
    }

    /// <summary>The draft was saved as this version, as it was when it was ordered; it may have been changed since.</summary>
    public void Saved(SavedLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        Base = layout;

        // An order leaves out machines that no floor has and that stand nowhere.
        var named = layout.Places.Select(place => place.MachineId).ToHashSet(StringComparer.Ordinal);
        var gone = _ghosts.Select(index => Document.Places[index] with { At = null }).Where(place => !named.Contains(place.MachineId));
        Document.MarkSaved([.. layout.Places, .. gone], layout.Version.Background);
    }

    /// <summary>Puts the draft's changes onto a version that somebody else saved meanwhile.</summary>
    public LayoutRebase Rebase(SavedLayout theirs, bool preferMine)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        return LayoutRebase.Onto(Document.Saved, Document.Places, theirs.Places, preferMine)
            .WithBackground(Document.SavedBackground, Document.Background, theirs.Version.Background, preferMine);
    }

    /// <summary>Goes on from a version that somebody else saved, with the draft's changes on top as one step.</summary>
    public void GoOnFrom(SavedLayout theirs, LayoutRebase rebase)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(rebase);
        var saved = theirs.Places.ToDictionary(place => place.MachineId, StringComparer.Ordinal);
        var began = Document.Places.Select((place, i) => saved.GetValueOrDefault(place.MachineId) ?? Document.Saved[i]);
        var ids = Document.Places.Select(place => place.MachineId).ToHashSet(StringComparer.Ordinal);
        var document = new LayoutDocument([.. began, .. theirs.Places.Where(place => !ids.Contains(place.MachineId))], theirs.Version.Background);
        var edit = document.Edit("Put my changes onto the newer layout", rebase.Places.Select(place => (document.IndexOf(place.MachineId), place)).Where(place => place.Item1 >= 0));
        document.Do(edit with { Background = (theirs.Version.Background, rebase.Background) });
        Base = theirs;
        Editor = new LayoutEditor(document, Editor.MachineSize) { Snap = Editor.Snap };
    }

    /// <summary>Everything the drawing needs at its start.</summary>
    public LayoutScene Scene()
    {
        _shown = [.. Document.Places];
        _status = null;
        return new LayoutScene
        {
            Size = Editor.MachineSize,
            Width = _drawing.Width,
            Height = _drawing.Height,
            Id = [.. _shown.Select(place => place.MachineId)],
            Section = [.. _shown.Select(place => place.FloorSection)],
            Bank = [.. _shown.Select(place => place.Bank)],
            X = [.. _shown.Select(place => place.At?.X)],
            Y = [.. _shown.Select(place => place.At?.Y)],
            Angle = [.. _shown.Select((_, i) => i < _angles.Length ? _angles[i] : 0)],
            Patch = Status([]),
        };
    }

    /// <summary>What has changed since the last call.</summary>
    public LayoutPatch Changes()
    {
        var places = Document.Places;
        var changed = Enumerable.Range(0, places.Count).Where(i => i >= _shown.Length || _shown[i] != places[i]).ToArray();
        var patch = Status(changed);
        _shown = changed.Length > 0 ? [.. places] : _shown;
        return patch;
    }

    private LayoutPatch Status(int[] changed)
    {
        if (changed.Length > 0 || _status is null)
            Problems = LayoutProblems.Find(Document.Places, _angles, Editor.MachineSize, _drawing.Width, _drawing.Height);

        var places = Document.Places;
        return _status = new LayoutPatch
        {
            Index = changed,
            Id = [.. changed.Where(i => i >= _shown.Length).Select(i => places[i].MachineId)],
            Section = [.. changed.Select(i => places[i].FloorSection)],
            Bank = [.. changed.Select(i => places[i].Bank)],
            X = [.. changed.Select(i => places[i].At?.X)],
            Y = [.. changed.Select(i => places[i].At?.Y)],
            Selected = [.. Editor.Selection.Indexes],
            Overlapping = Problems.Overlapping,
            Outside = Problems.Outside,
            IsChanged = Document.IsChanged,
            Background = LayoutPicture.Of(Document.Background),
            Grid = Editor.Snap.Grid,
        };
    }

    private double Arrange(IReadOnlyList<MachineInfo> machines, SavedLayout? saved)
    {
        // Turned and sized as on the map.
        var placed = Places(machines, saved).Select((place, i) => new MachineInfo(i, Location(place))).ToList();
        var plan = FloorPlan.Arrange(placed);
        _angles = [.. plan.Places.Select(place => place.Angle)];
        return plan.MachineSize;
    }

    private static List<LayoutPlace> Places(IReadOnlyList<MachineInfo> machines, SavedLayout? saved)
    {
        var laid = (saved?.Places ?? []).ToDictionary(place => place.MachineId, StringComparer.Ordinal);
        var places = machines.Select(machine => Place(machine.Location)).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            // The engine may not have come to a layout that was saved a moment ago.
            if (laid.Remove(places[i].MachineId, out var place))
                places[i] = places[i] with { Bank = place.Bank, At = place.At };
            else if (machines[i].IsLaidOnly && saved is not null)
                places[i] = places[i] with { Bank = "", At = null };
        }

        places.AddRange(laid.Values);
        return places;
    }

    private static LayoutPlace Place(MachineLocation location)
    {
        var place = new LayoutPlace(location.MachineId, location.FloorSection, location.Bank, null);
        return location is { X: { } x, Y: { } y } && float.IsFinite(x) && float.IsFinite(y) ? place.MovedTo(x, y) : place;
    }

    private static MachineLocation Location(LayoutPlace place) => new()
    {
        MachineId = place.MachineId,
        FloorSection = place.FloorSection,
        Bank = place.Bank,
        X = (float?)place.At?.X,
        Y = (float?)place.At?.Y,
    };
}
