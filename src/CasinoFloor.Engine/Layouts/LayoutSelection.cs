namespace CasinoFloor.Engine.Layouts;

/// <summary>The machines that are chosen, in the order of their indexes.</summary>
public sealed class LayoutSelection
{
    private readonly SortedSet<int> _chosen = [];

    /// <summary>Their indexes.</summary>
    public IReadOnlyCollection<int> Indexes => _chosen;

    /// <summary>How many there are.</summary>
    public int Count => _chosen.Count;

    /// <summary>Whether a machine is chosen.</summary>
    public bool Has(int index) => _chosen.Contains(index);

    /// <summary>Chooses these.</summary>
    /// <param name="indexes">The machines.</param>
    /// <param name="extend">Whether those that are chosen stay so.</param>
    public void Set(IEnumerable<int> indexes, bool extend = false)
    {
        if (!extend)
        {
            _chosen.Clear();
        }

        _chosen.UnionWith(indexes);
    }

    /// <summary>Chooses a machine, or lets go of it.</summary>
    public void Toggle(int index)
    {
        if (!_chosen.Remove(index))
        {
            _chosen.Add(index);
        }
    }

    /// <summary>Chooses none.</summary>
    public void Clear() => _chosen.Clear();
}
