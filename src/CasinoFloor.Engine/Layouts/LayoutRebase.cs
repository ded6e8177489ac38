namespace CasinoFloor.Engine.Layouts;

/// <summary>Changes of a draft put onto a layout that somebody else saved meanwhile.</summary>
/// <param name="Places">The places: theirs, with mine where only I changed.</param>
/// <param name="Mine">Machines that only the draft changed.</param>
/// <param name="Theirs">Machines that only the other layout changed.</param>
/// <param name="Both">Machines that both changed, differently; who wins was said.</param>
public sealed record LayoutRebase(IReadOnlyList<LayoutPlace> Places, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, IReadOnlyList<string> Both)
{
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
        List<string> onlyMine = [], onlyTheirs = [], both = [];
        var places = new List<LayoutPlace>();
        foreach (var id in saved.Keys.Union(draft.Keys, StringComparer.Ordinal))
        {
            var before = began.GetValueOrDefault(id);
            var here = draft.GetValueOrDefault(id) ?? before;
            var there = saved.GetValueOrDefault(id) ?? before;
            var changedHere = here is not null && !Same(here, before);
            var changedThere = there is not null && !Same(there, before);
            (changedHere, changedThere) = (changedHere && !Same(here, there), changedThere && !Same(here, there));
            if (changedHere && changedThere)
                both.Add(id);
            else if (changedHere)
                onlyMine.Add(id);
            else if (changedThere)
                onlyTheirs.Add(id);

            places.Add((changedHere && (preferMine || !changedThere) ? here : there ?? here)!);
        }

        return new LayoutRebase(places, onlyMine, onlyTheirs, both);
    }

    private static bool Same(LayoutPlace? one, LayoutPlace? other) => one?.At == other?.At && one?.Bank == other?.Bank;
}
