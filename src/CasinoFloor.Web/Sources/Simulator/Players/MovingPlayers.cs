using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>A player between two machines.</summary>
/// <param name="Player">The player's number; <see cref="PlayerPool.Nobody"/> without a card.</param>
/// <param name="Bankroll">What is in the pocket.</param>
/// <param name="Voucher">What the last machine printed.</param>
/// <param name="Since">When the player left it, simulated ticks.</param>
internal readonly record struct MovingPlayer(int Player, Money Bankroll, Money Voucher, long Since);

/// <summary>
/// Those of a section who look for their next machine: bounded, first come first served. Who finds none in time goes to the cage and home.
/// </summary>
internal sealed class MovingPlayers(PlayerPool players, int capacity)
{
    private static readonly long Patience = TimeSpan.FromMinutes(12).Ticks;
    private readonly Queue<MovingPlayer> _queue = new(capacity);

    /// <summary>A player looks for another machine.</summary>
    public void Add(MovingPlayer player)
    {
        if (_queue.Count < capacity)
        {
            _queue.Enqueue(player);
        }
        else
        {
            players.Release(player.Player);
        }
    }

    /// <summary>The first who still waits.</summary>
    public bool TryTake(long at, out MovingPlayer player)
    {
        while (_queue.TryDequeue(out player))
        {
            if (at - player.Since <= Patience)
            {
                return true;
            }

            players.Release(player.Player);
        }

        return false;
    }
}
