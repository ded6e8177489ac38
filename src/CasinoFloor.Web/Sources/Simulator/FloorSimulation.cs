namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// The simulated floor: seeded, without I/O and without a clock of its own. The same options and start give the same messages,
/// however the time is cut into calls of <see cref="Advance"/>. Not thread-safe.
/// </summary>
public sealed class FloorSimulation
{
    private const int PlayersPerMachine = 4;
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
    private long _now;

    /// <summary>Sets up a floor that is already busy.</summary>
    /// <param name="options">Valid settings.</param>
    /// <param name="plan">The floor, as <see cref="FloorPlan.Create"/> made it with the same settings.</param>
    /// <param name="start">The moment at which the simulation begins, UTC.</param>
    public FloorSimulation(SimulatorOptions options, FloorPlan plan, DateTime start)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(plan);
        _now = start.Ticks;
        _schedule = new Schedule((plan.Machines.Count * 3) + options.TableCount + 1024);
        _clock = new SimulationClock(start.Ticks, options.Speed);
        _mess = new MessMaker(options, _clock, _schedule);
        _output = new EventOutput(options.Seed, start.Ticks, _clock, _mess);
        var slots = new SlotMessages(_output);
        var players = new PlayerPool(Math.Max(1_000, plan.Machines.Count * PlayersPerMachine));
        _play = new PlayerBehaviour(options, slots, players);
        _faults = new MachineFaults(slots, _schedule);
        _reports = new MachineReports(slots, _faults);
        _tableGames = new TableSimulation(new TableMessages(_output), players);
        _security = new SecuritySimulation(options, _output);
        _cage = new CageSimulation(options, _output, players);
        _machines = [.. plan.Machines.Select((planned, i) => new SlotMachine(i, planned, options.Seed))];
        _tables = [.. Enumerable.Range(0, options.TableCount).Select(i => new TableGame(i, options.Seed))];
        Warm();
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

    private void Warm()
    {
        foreach (var machine in _machines)
        {
            _schedule.Add(ActionKind.Report, machine.Index, MachineReports.Warm(machine, _now));
            _schedule.Add(ActionKind.Play, machine.Index, _play.Warm(machine, _now));
            _faults.Warm(machine, _now);
        }

        foreach (var table in _tables)
        {
            _schedule.Add(ActionKind.Table, table.Index, _tableGames.Warm(table, _now));
        }

        _schedule.Add(ActionKind.Security, 0, _security.Next(_now));
        _schedule.Add(ActionKind.Cage, 0, _cage.Next(_now));
    }

    private void Perform(ScheduledAction action, long at, ISimulatedEventWriter writer)
    {
        switch (action.Kind)
        {
            case ActionKind.Play:
                _schedule.Again(action, _play.Step(_machines[action.Index], at));
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
            default:
                throw new InvalidOperationException($"{action.Kind} is never due.");
        }
    }
}
