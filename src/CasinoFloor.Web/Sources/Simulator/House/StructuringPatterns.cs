using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Players;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>
/// Now and then a player splits cash into amounts just below what must be reported: two to four visits within a day, each of 8,000 to
/// 9,999.99, mostly at different windows. It is what a structuring review looks for.
/// </summary>
internal sealed class StructuringPatterns(SimulatorOptions options, CageMessages messages, PlayerPool players, Schedule schedule)
{
    private const int BeginsNext = 0;
    private const int MostAtOnce = 256;
    private static readonly CageKind[] Ways = [CageKind.CashIn, CageKind.CashIn, CageKind.ChipPurchase, CageKind.CashOut];
    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Structuring, 0);
    private readonly Plan[] _plans = new Plan[MostAtOnce];

    /// <summary>Enters the first of them.</summary>
    public void Warm(long at) => ScheduleNext(at);

    /// <summary>Somebody begins, or comes again.</summary>
    public void Step(int index, long at)
    {
        if (index == BeginsNext)
        {
            Begin(at);
            ScheduleNext(at);
        }
        else
        {
            Visit(index - 1, at);
        }
    }

    // With all places taken nobody begins: at such rates there is enough to find.
    private void Begin(long at)
    {
        var free = Array.FindIndex(_plans, plan => plan.Visits == 0);
        if (free >= 0)
        {
            _plans[free] = new Plan(_random.Next(players.Count), _random.Next(Ways.Length), _random.Between(2, 4));
            Visit(free, at);
        }
    }

    private void Visit(int index, long at)
    {
        ref var plan = ref _plans[index];
        var amount = new Money(_random.Between(800_000, 999_999) * (Money.Scale / 100));
        messages.Write(Ways[plan.Way], _random.Pick(CageKind.Windows), plan.Player, amount, _random, at);
        plan = plan with { Visits = plan.Visits - 1 };
        if (plan.Visits > 0)
        {
            schedule.Add(ActionKind.Structuring, index + 1, at + _random.Seconds(20 * 60, 5 * 3600));
        }
    }

    private void ScheduleNext(long at)
    {
        if (options.StructuringPerDay > 0)
        {
            schedule.Add(ActionKind.Structuring, BeginsNext, at + _random.ExponentialSeconds(24 * 3600 / options.StructuringPerDay));
        }
    }

    private readonly record struct Plan(int Player, int Way, int Visits);
}
