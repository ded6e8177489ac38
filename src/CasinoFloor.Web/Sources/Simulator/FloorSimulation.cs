using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Faults;
using CasinoFloor.Web.Sources.Simulator.Floor;
using CasinoFloor.Web.Sources.Simulator.House;
using CasinoFloor.Web.Sources.Simulator.Machines;
using CasinoFloor.Web.Sources.Simulator.Output;
using CasinoFloor.Web.Sources.Simulator.Players;
using CasinoFloor.Web.Sources.Simulator.Scenarios;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// The simulated floor: seeded, without I/O and without a clock of its own. The same options and start give the same messages,
/// however the time is cut into calls of <see cref="Advance"/>. Not thread-safe.
/// </summary>
public sealed class FloorSimulation
{
    private readonly Schedule _schedule;
    private readonly SimulationClock _clock;
    private readonly MessMaker _mess;
    private readonly EventOutput _output;
    private readonly SlotMachine[] _machines;
    private readonly TableGame[] _tables;
    private readonly PlayerBehaviour _play;
    private readonly MachineFaults _faults;
    private readonly MachineReports _reports;
    private readonly TableSimulation _tableGames;
    private readonly SecuritySimulation _security;
    private readonly CageSimulation _cage;
    private readonly StructuringPatterns _structuring;
    private readonly BankTroubles _banks;
    private readonly ScenarioRunner _scenarios;
    private long _now;

    /// <summary>Sets up a floor that is already busy.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="plan">The floor, as <see cref="FloorPlan.Create(SimulatorOptions)"/> made it with the same settings.</param>
    /// <param name="start">The moment at which the simulation begins, UTC.</param>
    /// <param name="past">How a day before this one left the floor, null for a floor without a past. A day after it has chances of its own, with the same machines and players.</param>
    public FloorSimulation(SimulatorOptions options, FloorPlan plan, DateTime start, FloorPast? past = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plan);
        _now = start.Ticks;
        var seed = options.Seed;
        options = past is null ? options : options.WithSeed((int)SimulatorRandom.Mix((uint)seed ^ SimulatorRandom.Mix((ulong)start.Ticks)));
        _schedule = new Schedule((plan.Machines.Count * 3) + options.TableCount + 1024);
        _clock = new SimulationClock(start.Ticks, options.Speed);
        _mess = new MessMaker(options, _clock, _schedule);
        _output = new EventOutput(options.Seed, start.Ticks, _clock, _mess);
        var slots = new SlotMessages(_output);
        var players = new PlayerPool(plan.Machines, seed);
        var crowd = new Crowd(options, _clock);
        _machines = [.. plan.Machines.Select((planned, i) => new SlotMachine(i, planned, options.Seed))];
        _tables = [.. Enumerable.Range(0, options.TableCount).Select(i => new TableGame(i, seed, options.Seed))];
        _play = new PlayerBehaviour(options, slots, new Arrivals(options, crowd, players, _machines), new HandPays(slots, _clock));
        _faults = new MachineFaults(slots, _schedule);
        _reports = new MachineReports(slots, _faults);
        _tableGames = new TableSimulation(new TableMessages(_output), players, crowd);
        _security = new SecuritySimulation(options, _output);
        var cage = new CageMessages(_output);
        _cage = new CageSimulation(options, cage, players, crowd);
        _structuring = new StructuringPatterns(options, cage, players, _schedule);
        _banks = new BankTroubles(options, _machines, slots, _schedule);
        _scenarios = new ScenarioRunner(options, _clock, _schedule, _machines, _banks, crowd);
        Warm(seed, past);
    }

    /// <summary>How far the simulation has come, UTC.</summary>
    public DateTime Now => new(_clock.Stamp(_now), DateTimeKind.Utc);

    /// <summary>Lets everything happen that is due up to and including a moment.</summary>
    /// <param name="until">The moment, UTC.</param>
    /// <param name="writer">Takes the messages.</param>
    /// <returns>False when the writer had no more room before the moment was reached: make room and call again.</returns>
    public bool Advance(DateTime until, ISimulatedEventWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _output.Writer = writer;
        var target = _clock.Simulated(until.Ticks);
        while (_schedule.TryPeek(out var action, out var at) && at <= target)
        {
            if (!writer.HasRoom)
            {
                return false;
            }

            _now = at;
            Perform(action, at, writer);
        }

        _now = Math.Max(_now, target);
        return true;
    }

    /// <summary>
    /// Goes on at another moment as if no time had passed: after the computer slept, nobody wants hours of events at once.
    /// </summary>
    /// <param name="at">The moment, UTC.</param>
    public void ResumeAt(DateTime at) => _clock.Anchor(_now, at.Ticks);

    /// <summary>Lets a scenario happen at the moment that the simulation has reached.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">Where.</param>
    public ScenarioOutcome Run(string name, ScenarioTarget target) => _scenarios.Run(name, target, _now);

    private void Warm(int seed, FloorPast? past)
    {
        var left = (past?.Unsettled ?? []).ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
        var meters = (past?.Meters ?? []).ToDictionary(machine => machine.MachineId, StringComparer.Ordinal);
        foreach (var machine in _machines)
        {
            var id = machine.Planned.Location.MachineId;
            var open = left.GetValueOrDefault(id);
            _schedule.Add(ActionKind.Report, machine.Index, MachineReports.Warm(machine, SimulatorRandom.For(seed, ActionKind.Report, machine.Index), _now));
            if (meters.TryGetValue(id, out var reported))
            {
                machine.Ledger.Continue(reported.CoinIn, reported.CoinOut);
            }

            machine.PlayAt = past is null ? _play.Warm(machine, _now) : _play.Continue(machine, open, _now);
            _schedule.Add(ActionKind.Play, machine.Index, machine.PlayAt);
            _faults.Warm(machine, open, _now);
        }

        foreach (var table in _tables)
        {
            _schedule.Add(ActionKind.Table, table.Index, _tableGames.Warm(table, _now));
        }

        _schedule.Add(ActionKind.Security, 0, _security.Next(_now));
        _schedule.Add(ActionKind.Cage, 0, _cage.Next(_now));
        _structuring.Warm(_now);
        _banks.Warm(_now);
        _banks.ResumePowerLoss(
            [.. _machines.Where(machine => left.GetValueOrDefault(machine.Planned.Location.MachineId) is { IsPowerOff: true }).Select(machine => machine.Index)],
            _now);
    }

    private void Perform(ScheduledAction action, long at, ISimulatedEventWriter writer)
    {
        switch (action.Kind)
        {
            case ActionKind.Play:
                Play(_machines[action.Index], action, at);
                break;
            case ActionKind.Report:
                _schedule.Again(action, _reports.Step(_machines[action.Index], at));
                break;
            case ActionKind.Fault:
                _faults.Step(_machines[action.Index], at);
                _schedule.Done();
                break;
            case ActionKind.Deliver:
                _mess.Deliver(writer, action.Index, at);
                _schedule.Done();
                break;
            case ActionKind.Table:
                _schedule.Again(action, _tableGames.Step(_tables[action.Index], at));
                break;
            case ActionKind.Security:
                _security.Step(at);
                _schedule.Again(action, _security.Next(at));
                break;
            case ActionKind.Cage:
                _cage.Step(at);
                _schedule.Again(action, _cage.Next(at));
                break;
            case ActionKind.Structuring:
                _structuring.Step(action.Index, at);
                _schedule.Done();
                break;
            case ActionKind.Bank:
                _banks.Step(action.Index, at);
                _schedule.Done();
                break;
            default:
                throw new InvalidOperationException($"{action.Kind} is never due.");
        }
    }

    private void Play(SlotMachine machine, ScheduledAction action, long at)
    {
        if (at != machine.PlayAt)
        {
            // A scenario has called the player earlier.
            _schedule.Done();
            return;
        }

        machine.PlayAt = _play.Step(machine, at);
        _schedule.Again(action, machine.PlayAt);
    }
}
