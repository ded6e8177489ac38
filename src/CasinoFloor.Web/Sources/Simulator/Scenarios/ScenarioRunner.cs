using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Faults;
using CasinoFloor.Web.Sources.Simulator.Games;
using CasinoFloor.Web.Sources.Simulator.Machines;
using CasinoFloor.Web.Sources.Simulator.Players;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Scenarios;

/// <summary>Lets scenarios happen: enters into the simulation what they consist of. Durations are in ordinary time, however fast the floor runs.</summary>
internal sealed class ScenarioRunner(
    SimulatorOptions options, SimulationClock clock, Schedule schedule, IReadOnlyList<SlotMachine> machines, BankTroubles banks, Crowd crowd)
{
    private const int MostHoppers = 400;
    private const double HopperRunTimes = 40;
    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Scenario, 0);
    private readonly ScenarioAim _aim = new(machines, banks);

    /// <summary>Lets a scenario happen.</summary>
    public ScenarioOutcome Run(string name, ScenarioTarget target, long at)
    {
        if (ScenarioCatalog.All.FirstOrDefault(known => known.IsNamed(name)) is not { } scenario)
        {
            return ScenarioOutcome.Refused($"There is no scenario '{name}'.");
        }

        if (!scenario.Targets.Contains(target.Kind))
        {
            return ScenarioOutcome.Refused($"'{scenario.Name}' is about the whole floor; it takes no target.");
        }

        if (_aim.Reason(target) is { } reason)
        {
            return ScenarioOutcome.Refused(reason);
        }

        return scenario.Name switch
        {
            ScenarioCatalog.JackpotNow => Jackpot(target, at),
            ScenarioCatalog.BankLosesPower => LosePower(target, at),
            ScenarioCatalog.NetworkGap => LoseNetwork(target, at),
            ScenarioCatalog.HopperRun => RunHoppers(target, at),
            ScenarioCatalog.BusySaturdayNight => Fill(at),
            _ => throw new InvalidOperationException($"Nobody knows how '{scenario.Name}' goes."),
        };
    }

    private static bool CanWin(SlotMachine machine) => machine.Blocks == MachineBlocks.None && machine.ForcedWin.Units == 0
        && machine.State is PlayState.Playing or PlayState.Funding or PlayState.Arriving or PlayState.Vacant;

    private ScenarioOutcome Jackpot(ScenarioTarget target, long at)
    {
        var able = _aim.Machines(target).Where(CanWin).ToList();
        var playing = able.Where(machine => machine.State == PlayState.Playing).ToList();
        if (able.Count == 0)
        {
            return ScenarioOutcome.Refused(Text($"No machine there can win at the moment: {Where(target)} has no power, is open, or waits for a hand pay. Try another."));
        }

        var machine = _random.Pick(playing.Count > 0 ? playing : able);
        var player = playing.Count > 0 ? "its next game" : "the first game of the player who sits down now";
        if (machine.State is PlayState.Vacant)
        {
            machine.State = PlayState.Arriving;
        }

        machine.ForcedWin = Award(machine);
        Hurry(machine, at);
        return ScenarioOutcome.Done(Text(
            $"{Name(machine)} wins ${machine.ForcedWin.ToDecimal():N2} with {player}; it stays locked until an attendant has paid."));
    }

    // A line of its own par sheet where one is large enough; else what a linked award would be.
    private Money Award(SlotMachine machine)
    {
        var least = Money.FromDecimal(options.HandPayAmount);
        var wager = machine.Wager.Units > 0 ? machine.Wager : new Money(machine.Game.Denomination.Units * machine.Game.Credits[0]);
        Money[] lines = [.. machine.Game.ParSheet.Lines.Select(line => SlotGame.Win(wager, (double)line.Multiple)).Where(win => win >= least)];
        return lines.Length > 0 ? _random.Pick(lines) : least + new Money(_random.Between(0, 500_000) * (Money.Scale / 100));
    }

    private ScenarioOutcome LosePower(ScenarioTarget target, long at)
    {
        var bank = _aim.Bank(target, _random);
        banks.LosePower(bank, Ordinary(TimeSpan.FromMinutes(4)), at);
        return ScenarioOutcome.Done(Text($"{NameOfBank(bank)} ({bank.Length} machines) has no power for 4 minutes."));
    }

    private ScenarioOutcome LoseNetwork(ScenarioTarget target, long at)
    {
        var held = target.Kind == ScenarioTargetKind.Section ? [.. _aim.Machines(target).Select(machine => machine.Index)] : _aim.Bank(target, _random);
        banks.LoseNetwork(held, Ordinary(TimeSpan.FromMinutes(2)), at);
        var where = target.Kind == ScenarioTargetKind.Section ? $"section {target.Name}" : NameOfBank(held);
        return ScenarioOutcome.Done(Text($"The events of {where} ({held.Length} machines) are held back for 2 minutes and then arrive at once."));
    }

    private ScenarioOutcome RunHoppers(ScenarioTarget target, long at)
    {
        List<SlotMachine> run = target.Kind == ScenarioTargetKind.Random
            ? [.. _aim.Bank(target, _random).Select(index => machines[index])]
            : [.. _aim.Machines(target).Take(MostHoppers)];
        foreach (var machine in run)
        {
            machine.Hopper.FillTo(_random.Between(1_850, 2_300));
            machine.Hopper.Run = HopperRunTimes;
            machine.Hopper.RunUntil = at + Ordinary(TimeSpan.FromMinutes(10));
        }

        var where = run.Count == 1 ? Name(run[0]) : target.Kind == ScenarioTargetKind.Section ? $"section {target.Name}" : NameOfBank([run[0].Index]);
        return ScenarioOutcome.Done(Text($"{run.Count} {(run.Count == 1 ? "hopper" : "hoppers")} ({where}) stand at 18 to 23 % and empty {HopperRunTimes:0} times as fast for 10 minutes."));
    }

    private ScenarioOutcome Fill(long at)
    {
        crowd.BringSaturdayNight(at, at + Ordinary(TimeSpan.FromHours(1)));
        var coming = 0;
        foreach (var machine in machines.Where(machine => machine.State is PlayState.Vacant or PlayState.Arriving))
        {
            var comes = _random.Chance(crowd.Share(machine, at));
            coming += comes ? 1 : 0;
            machine.State = comes ? PlayState.Arriving : PlayState.Vacant;
            Enter(machine, at + Ordinary(TimeSpan.FromSeconds(_random.Range(1, 150))));
        }

        return ScenarioOutcome.Done(Text($"A Saturday night for one hour: {coming:N0} players come to {machines.Count:N0} machines within three minutes."));
    }

    private void Hurry(SlotMachine machine, long at) => Enter(machine, at + Ordinary(TimeSpan.FromSeconds(1)));

    // The entry before it becomes void.
    private void Enter(SlotMachine machine, long at)
    {
        machine.PlayAt = at;
        schedule.Add(ActionKind.Play, machine.Index, at);
    }

    private long Ordinary(TimeSpan span) => Math.Max(1, (long)(span.Ticks * clock.Speed));

    private string NameOfBank(int[] bank) => Text($"bank {machines[bank[0]].Planned.Location.Bank} ({machines[bank[0]].Planned.Location.FloorSection})");

    private static string Name(SlotMachine machine) =>
        Text($"{machine.Planned.Location.MachineId} ({machine.Planned.Location.FloorSection}, bank {machine.Planned.Location.Bank})");

    private static string Where(ScenarioTarget target) => target.Kind == ScenarioTargetKind.Random ? "the floor" : target.Name;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
