using CasinoFloor.Web.Sources.Simulator.Floor;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>
/// The players with a card: nobody sits at two machines at once, and each has a favourite: a machine, and with it a denomination and a section
/// to which the player goes when the machine is taken.
/// </summary>
internal sealed class PlayerPool
{
    /// <summary>A player without a card, or no player.</summary>
    public const int Nobody = -1;

    /// <summary>How many players call a machine their favourite.</summary>
    public const int Regulars = 4;

    private const double FavouriteMachine = 0.3;
    private const double FavouriteDenomination = 0.65;
    private const double FavouriteSection = 0.85;

    private readonly bool[] _busy;
    private readonly int _machines;
    private readonly int[] _order;
    private readonly int[] _alike;
    private readonly Range[] _alikeOf;
    private readonly Range[] _sectionOf;

    public PlayerPool(IReadOnlyList<PlannedMachine> machines, int seed)
    {
        _machines = machines.Count;
        _busy = new bool[Math.Max(1_000, _machines * Regulars)];
        _order = Shuffled(_machines, SimulatorRandom.For(seed, ActionKind.Table, -1));
        (_alike, _alikeOf) = Group(machines, machine => (machine.Location.FloorSection, machine.Location.Denomination));

        // Sections follow one another in the plan.
        (_, _sectionOf) = Group(machines, machine => machine.Location.FloorSection);
    }

    /// <summary>How many there are.</summary>
    public int Count => _busy.Length;

    /// <summary>A free player for a machine: mostly one who likes it, its denomination or its section.</summary>
    public int TakeFor(int machine, SimulatorRandom random)
    {
        var liked = random.NextDouble() switch
        {
            < FavouriteMachine => machine,
            < FavouriteDenomination => _alike[Inside(_alikeOf[machine], random)],
            < FavouriteSection => Inside(_sectionOf[machine], random),
            _ => random.Next(_machines),
        };

        // There are several times as many players as machines, so a free one is always near.
        var player = RegularOf(liked, random.Next(Regulars));
        while (_busy[player])
        {
            player = (player + 1) % _busy.Length;
        }

        _busy[player] = true;
        return player;
    }

    /// <summary>A player's favourite machine.</summary>
    public int FavouriteOf(int player) => _order[player % _machines];

    /// <summary>The player has left the floor.</summary>
    public void Release(int player)
    {
        if (player >= 0)
        {
            _busy[player] = false;
        }
    }

    // The order swaps pairs, so it is its own inverse.
    private int RegularOf(int machine, int which) => _order[machine] + (which * _machines);

    private static int Inside(Range range, SimulatorRandom random) => random.Between(range.Start.Value, range.End.Value - 1);

    // Numbers say nothing about favourites: pairs of machines swap their players.
    private static int[] Shuffled(int count, SimulatorRandom random)
    {
        int[] free = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (free[i], free[other]) = (free[other], free[i]);
        }

        var order = new int[count];
        for (var i = 0; i < count; i += 2)
        {
            var other = free[Math.Min(i + 1, count - 1)];
            order[free[i]] = other;
            order[other] = free[i];
        }

        return order;
    }

    private static (int[] Members, Range[] Of) Group<TKey>(IReadOnlyList<PlannedMachine> machines, Func<PlannedMachine, TKey> key)
    {
        var members = new int[machines.Count];
        var of = new Range[machines.Count];
        var at = 0;
        foreach (var group in machines.Select((machine, index) => (machine, index)).GroupBy(pair => key(pair.machine), pair => pair.index))
        {
            var from = at;
            foreach (var index in group)
            {
                members[at++] = index;
            }

            for (var i = from; i < at; i++)
            {
                of[members[i]] = from..at;
            }
        }

        return (members, of);
    }
}
