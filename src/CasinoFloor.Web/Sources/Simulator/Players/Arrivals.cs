using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>Who comes to a free machine, when, with how much money and patience.</summary>
internal sealed class Arrivals
{
    /// <summary>How long an average session is, seconds.</summary>
    public const double MeanSessionSeconds = 18 * 60;

    private const double CardedShare = 0.6;
    private const double MovesOnShare = 0.45;
    private const double TakesMovingShare = 0.6;

    // The crowd changes slowly: a free machine is looked at again after so long.
    private static readonly long LookAgain = TimeSpan.FromMinutes(6).Ticks;

    private readonly SimulatorOptions _options;
    private readonly Crowd _crowd;
    private readonly PlayerPool _players;
    private readonly Dictionary<string, MovingPlayers> _moving = [];
    private readonly MovingPlayers[] _movingOf;
    private uint _sessions;

    public Arrivals(SimulatorOptions options, Crowd crowd, PlayerPool players, IReadOnlyList<SlotMachine> machines)
    {
        _options = options;
        _crowd = crowd;
        _players = players;
        _sessions = (uint)SimulatorRandom.Mix((uint)options.Seed);
        foreach (var section in machines.GroupBy(machine => machine.Planned.Location.FloorSection))
        {
            _moving[section.Key] = new MovingPlayers(players, 16 + (section.Count() / 8));
        }

        _movingOf = [.. machines.Select(machine => _moving[machine.Planned.Location.FloorSection])];
    }

    /// <summary>Whether a machine is in use on an ordinary floor of this moment.</summary>
    public bool IsTaken(SlotMachine machine, long at) => machine.Random.Chance(_crowd.Share(machine, at));

    /// <summary>The machine is free; returns when somebody comes, or when to ask again.</summary>
    /// <remarks>
    /// The mean time that it stays free follows from its last session and from the share of the time that it is to be in use. A waiting time at
    /// a constant rate has no memory, so asking again changes nothing but lets a new rate in.
    /// </remarks>
    public long Next(SlotMachine machine, long at)
    {
        var share = _crowd.Share(machine, at);
        var free = machine.Random.Exponential(machine.LastSession * (1 - share) / share);
        machine.State = free <= LookAgain ? PlayState.Arriving : PlayState.Vacant;
        return at + Math.Clamp((long)free, 1, LookAgain);
    }

    /// <summary>A player sits down.</summary>
    /// <param name="machine">Where.</param>
    /// <param name="at">When.</param>
    /// <param name="mayHaveCard">Whether it can be one with a card.</param>
    public void Sit(SlotMachine machine, long at, bool mayHaveCard = true)
    {
        var random = machine.Random;
        machine.SessionBegan = at;
        machine.SessionEnds = at + random.ExponentialSeconds(MeanSessionSeconds);
        machine.GamePace = TimeSpan.TicksPerMinute / (_options.GamesPerMinute * machine.Planned.Pace) * random.Range(0.75, 1.25);
        machine.Wager = new Money(machine.Game.Denomination.Units * random.Pick(machine.Game.Credits));
        if (mayHaveCard && random.Chance(TakesMovingShare) && _movingOf[machine.Index].TryTake(at, out var moving))
        {
            machine.Player = moving.Player;
            machine.Bankroll = moving.Bankroll;
            machine.Voucher = moving.Voucher;
            LowerWager(machine);
        }
        else
        {
            machine.Player = mayHaveCard && random.Chance(CardedShare) ? _players.TakeFor(machine.Index, random) : PlayerPool.Nobody;
            machine.Bankroll = new Money(machine.Wager.Units / (Money.Scale / 4) * (Money.Scale / 4) * (long)(25 + random.Exponential(140)));
            machine.Voucher = default;
        }

        machine.Session = (uint)SimulatorRandom.Mix(++_sessions);
    }

    /// <summary>The player has left the machine with a voucher, or with nothing.</summary>
    public void Leave(SlotMachine machine, long at)
    {
        var seated = at - machine.SessionBegan;
        machine.LastSession = Math.Clamp(seated, TimeSpan.TicksPerMinute * 3, TimeSpan.TicksPerHour);
        var enough = (machine.Bankroll + machine.Voucher).Units >= machine.Wager.Units * 12;
        if (enough && machine.Random.Chance(MovesOnShare))
        {
            _movingOf[machine.Index].Add(new MovingPlayer(machine.Player, machine.Bankroll, machine.Voucher, at));
        }
        else
        {
            _players.Release(machine.Player);
        }

        machine.Player = PlayerPool.Nobody;
        machine.Bankroll = default;
        machine.Voucher = default;
    }

    // Who brings little plays small.
    private static void LowerWager(SlotMachine machine)
    {
        if ((machine.Bankroll + machine.Voucher).Units < machine.Wager.Units * 12)
        {
            machine.Wager = new Money(machine.Game.Denomination.Units * machine.Game.Credits[0]);
        }
    }
}
