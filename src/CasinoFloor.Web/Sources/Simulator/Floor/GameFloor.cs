using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Games;

namespace CasinoFloor.Web.Sources.Simulator.Floor;

/// <summary>Chooses the games of the floor: one game and denomination to a bank, as houses do.</summary>
internal sealed class GameFloor(int seed)
{
    private static readonly string[] Manufacturers = ["Northstar Gaming", "Silverline", "Atlas Reels", "Blue Mesa", "Orion Play"];
    private readonly SimulatorRandom _random = SimulatorRandom.For(seed, ActionKind.None, 0);

    /// <summary>The game of the next bank of a section.</summary>
    public SlotGame NextBank(SectionStyle style)
    {
        var family = _random.Pick(style.Families);
        var denomination = new Money(_random.Pick(style.DenominationCents) * (Money.Scale / 100));
        var sheet = _random.Pick(family.Within(style.Hold.Low, style.Hold.High));
        return new SlotGame(family, _random.Pick(family.Themes), _random.Pick(Manufacturers), denomination, sheet);
    }

    /// <summary>How popular a machine is: most are near the average, one in 60 is shunned and one in 80 is everybody's favourite.</summary>
    public double NextPopularity() => _random.NextDouble() switch
    {
        < 1.0 / 60 => _random.Range(0.03, 0.12),
        > 1 - (1.0 / 80) => _random.Range(1.9, 2.3),
        _ => _random.Range(0.7, 1.3),
    };
}
