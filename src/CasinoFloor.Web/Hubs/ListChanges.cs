namespace CasinoFloor.Web.Hubs;

/// <summary>What changed in a short list since it was last looked at.</summary>
/// <param name="idOf">The identity of an entry.</param>
internal sealed class ListChanges<T>(Func<T, string> idOf)
    where T : class
{
    private Dictionary<string, T> _known = [];

    /// <summary>Entries that are new or differ from before, in the list's order.</summary>
    public IReadOnlyList<T> Changed { get; private set; } = [];

    /// <summary>Ids that are there no longer.</summary>
    public IReadOnlyList<string> Gone { get; private set; } = [];

    /// <summary>Looks at the list as it is now.</summary>
    public void Take(IReadOnlyList<T> entries)
    {
        var now = entries.ToDictionary(idOf, StringComparer.Ordinal);
        Changed = [.. entries.Where(entry => !_known.TryGetValue(idOf(entry), out var before) || !entry.Equals(before))];
        Gone = [.. _known.Keys.Where(id => !now.ContainsKey(id))];
        _known = now;
    }
}
