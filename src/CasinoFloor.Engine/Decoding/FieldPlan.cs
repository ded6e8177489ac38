using System.Numerics;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// What the names of a feed mean on one event type: for each name ("source", by number) its canonical field, and which
/// other sources of the same field take precedence. Sources are bits of a word, so that a message is resolved by mask.
/// </summary>
internal sealed class FieldPlan
{
    /// <summary>Most names a stream of a dialect may know.</summary>
    public const int MaxSources = 64;

    private readonly byte[] _fields = new byte[MaxSources];
    private readonly ulong[] _better = new ulong[MaxSources];

    /// <summary>The sources that mean something.</summary>
    public ulong Sources { get; private set; }

    /// <summary>Whether some source has more than one name, so that precedence must be looked at.</summary>
    private ulong _contested;

    /// <summary>Gives a canonical field its sources, best first.</summary>
    public void Map(int field, ReadOnlySpan<int> sources)
    {
        ulong better = 0;
        foreach (var source in sources)
        {
            _fields[source] = (byte)field;
            _better[source] = better;
            _contested |= better == 0 ? 0 : 1UL << source;
            better |= 1UL << source;
        }

        Sources |= better;
    }

    /// <summary>The sources that count among those a message gives: mapped, and with no better one given.</summary>
    public ulong Select(ulong given)
    {
        var selected = given & Sources;
        for (var contested = selected & _contested; contested != 0; contested &= contested - 1)
        {
            var source = BitOperations.TrailingZeroCount(contested);
            if ((given & _better[source]) != 0)
            {
                selected &= ~(1UL << source);
            }
        }

        return selected;
    }

    /// <summary>The canonical field of a source.</summary>
    public int Field(int source) => _fields[source];
}
