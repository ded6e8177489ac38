namespace CasinoFloor.Engine.Layouts;

/// <summary>Changes of a draft put onto a layout that somebody else saved meanwhile.</summary>
/// <param name="Places">The places: theirs, with mine where only I changed.</param>
/// <param name="Mine">Machines that only the draft changed.</param>
/// <param name="Theirs">Machines that only the other layout changed.</param>
/// <param name="Both">Machines that both changed, differently; who wins was said.</param>
public sealed record LayoutRebase(IReadOnlyList<LayoutPlace> Places, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, IReadOnlyList<string> Both)
{
    /// <summary>Machines that both changed in the same way: nothing is left to do for them.</summary>
    public IReadOnlyList<string> Alike { get; init; } = [];

    /// <summary>The picture under the machines: theirs, or mine where only I changed it, or where I win.</summary>
    public LayoutBackground? Background { get; init; }

    /// <summary>Who changed the picture.</summary>
    public RebaseChange BackgroundChange { get; init; }

    /// <summary>The same with the pictures compared as the machines are.</summary>
    /// <param name="baseline">What the draft began with.</param>
    /// <param name="mine">The draft's.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    /// <param name="preferMine">Whether the draft wins where both changed it.</param>
    public LayoutRebase WithBackground(LayoutBackground? baseline, LayoutBackground? mine, LayoutBackground? theirs, bool preferMine)
    {
        var change = (mine != baseline, theirs != baseline) switch
        {
            _ when mine == theirs => RebaseChange.None,
            (true, true) => RebaseChange.Both,
            (true, false) => RebaseChange.Mine,
            _ => RebaseChange.Theirs,
        };
        return this with { BackgroundChange = change, Background = change == RebaseChange.Mine || (change == RebaseChange.Both && preferMine) ? mine : theirs };
    }

    /// <summary>Puts a draft onto another layout.</summary>
    /// <param name="baseline">What the draft began with.</param>
    /// <param name="mine">The draft.</param>
    /// <param name="theirs">What was saved meanwhile.</param>
    /// <param name="preferMine">Whether the draft wins where both changed a machine.</param>
    public static LayoutRebase Onto(IEnumerable<LayoutPlace> baseline, IEnumerable<LayoutPlace> mine, IEnumerable<LayoutPlace> theirs, bool preferMine)
    {
        var began = baseline.ToDictionary(place => place.MachineId, StringComparer.Ordinal);
        var draft = mine.ToDictionary(place => place.MachineId, StringComparer.Ordinal);
        var saved = theirs.ToDictionary(place => place.MachineId, StringComparer.Ordinal);
        List<string> onlyMine = [], onlyTheirs = [], both = [], alike = [];
        var places = new List<LayoutPlace>();
        foreach (var id in saved.Keys.Union(draft.Keys, StringComparer.Ordinal))
        {
            var before = began.GetValueOrDefault(id);
            var here = draft.GetValueOrDefault(id) ?? before;
            var there = saved.GetValueOrDefault(id) ?? before;
            var changedHere = here is not null && !Same(here, before);
            var changedThere = there is not null && !Same(there, before);
            if (changedHere && changedThere && Same(here, there))
                alike.Add(id);

            (changedHere, changedThere) = (changedHere && !Same(here, there), changedThere && !Same(here, there));
            if (changedHere && changedThere)
                both.Add(id);
            else if (changedHere)
                onlyMine.Add(id);
            else if (changedThere)
                onlyTheirs.Add(id);

            places.Add((changedHere && (preferMine || !changedThere) ? here : there ?? here)!);
        }

        return new LayoutRebase(places, onlyMine, onlyTheirs, both) { Alike = alike };
    }

    private static bool Same(LayoutPlace? one, LayoutPlace? other) => one?.At == other?.At && one?.Bank == other?.Bank;
}

/// <summary>Who changed something that two layouts began with.</summary>
public enum RebaseChange
{
    /// <summary>Nobody, or both alike.</summary>
    None,

    /// <summary>Only the draft.</summary>
    Mine,

    /// <summary>Only the layout that was saved meanwhile.</summary>
    Theirs,

    /// <summary>Both, differently.</summary>
    Both,
}
