namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>The players with a card: nobody sits at two machines at once.</summary>
internal sealed class PlayerPool(int players)
{
    private readonly bool[] _busy = new bool[players];

    /// <summary>How many there are.</summary>
    public int Count => _busy.Length;

    /// <summary>A free player's number.</summary>
    public int Take(SimulatorRandom random)
    {
        // There are several times as many players as machines, so a free one is always near.
        var player = random.Next(_busy.Length);
        while (_busy[player])
        {
            player = (player + 1) % _busy.Length;
        }

        _busy[player] = true;
        return player;
    }

    /// <summary>The player has left the machine.</summary>
    public void Release(int player) => _busy[player] = false;
}
