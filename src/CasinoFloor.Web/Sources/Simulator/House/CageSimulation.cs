using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Players;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>The cage's everyday: mostly small cash, now and then more than 10,000. The busier the floor, the longer the line.</summary>
internal sealed class CageSimulation(SimulatorOptions options, CageMessages messages, PlayerPool players, Crowd crowd)
{
    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Cage, 0);

    /// <summary>A floor of 1,200 machines has about five transactions a minute.</summary>
    private readonly double _meanSeconds = 12.0 * 1_200 / Math.Max(100, options.Machines);

    /// <summary>When somebody comes next.</summary>
    public long Next(long at) => at + _random.ExponentialSeconds(_meanSeconds / Math.Max(0.05, crowd.Busyness(at)));

    /// <summary>A transaction.</summary>
    public void Step(long at)
    {
        var kind = _random.Pick(CageKind.All);
        messages.Write(kind, _random.Pick(CageKind.Windows), _random.Next(players.Count), Amount(kind), _random, at);
    }

    private Money Amount(CageKind kind) => _random.NextDouble() switch
    {
        // Honest people have such amounts as well.
        < 0.006 when kind.IsCash => Cents(_random.Between(80, 99) * 10_000),
        < 0.016 => Cents((_random.Between(100, 400) * 10_000) + 10_000),
        _ => Cents(_random.Between(1, 4 + (int)_random.Exponential(18)) * 2_000),
    };

    private static Money Cents(long cents) => new(cents * (Money.Scale / 100));
}
