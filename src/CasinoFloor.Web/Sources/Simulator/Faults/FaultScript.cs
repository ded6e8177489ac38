using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator.Faults;

/// <summary>A trouble from its beginning to the attendant's leaving, and how often it befalls a machine compared with the others.</summary>
internal sealed class FaultScript(double weight, params FaultStep[] steps)
{
    private static readonly FaultStep[] Visit =
    [
        new(FaultStepKind.EmployeeIn, 120, 480),
        new(FaultStepKind.DoorOpen, 3, 12),
        new(FaultStepKind.DoorClose, 25, 150),
        new(FaultStepKind.EmployeeOut, 2, 8),
    ];

    /// <summary>How often, compared with the others.</summary>
    public double Weight { get; } = weight;

    /// <summary>The steps.</summary>
    public IReadOnlyList<FaultStep> Steps { get; } = steps;

    /// <summary>Whether somebody comes and opens the machine.</summary>
    public bool HasVisit { get; } = steps.Any(step => step.Kind == FaultStepKind.DoorOpen);

    /// <summary>The hopper is filled by an attendant.</summary>
    public static FaultScript HopperFill { get; } = new(
        0,
        new(FaultStepKind.EmployeeIn, 240, 900),
        new(FaultStepKind.DoorOpen, 3, 12),
        new(FaultStepKind.Fill, 20, 60),
        new(FaultStepKind.DoorClose, 5, 20),
        new(FaultStepKind.EmployeeOut, 2, 8));

    /// <summary>
    /// What ends that which was left open at a machine; null where a script has nothing to end. With a hand pay, the employee who has closed the door stays for it.
    /// </summary>
    public static FaultScript? Ending(UnsettledMachine left)
    {
        var visit = left.HandPay.Units > 0 ? Visit[..3] : Visit;
        List<FaultStep> steps = left.HasPlayerCard ? [new(FaultStepKind.CardOut, 1, 15)] : [];
        steps.AddRange(left switch
        {
            { IsDoorOpen: true, HasEmployeeCard: true } => visit[2..],
            { IsDoorOpen: true } => visit[2..3],
            { IsTilted: true, HasEmployeeCard: true } => visit[1..],
            { IsTilted: true } => visit,
            { HasEmployeeCard: true } => visit[3..],
            _ => [],
        });
        steps.AddRange(left.IsLampOn ? [new FaultStep(FaultStepKind.LampOff, 60, 300)] : []);
        return steps.Count == 0 ? null : new FaultScript(0, [.. steps]);
    }

    /// <summary>Errors for a quarter of an hour or more, until a technician comes.</summary>
    public static FaultScript Sick { get; } = new(3, [new(FaultStepKind.Error, 20, 100, 10, 22), .. Visit]);

    /// <summary>What befalls sick machines.</summary>
    public static IReadOnlyList<FaultScript> OfSick { get; } =
    [
        Sick,

        // Very sick: more than ten errors within five minutes.
        new(1, [new(FaultStepKind.Error, 6, 20, 14, 24), .. Visit]),
        new(3, new FaultStep(FaultStepKind.Error, 5, 60, 3, 6)),
        new(1, [new(FaultStepKind.Tilt, 1, 5), .. Visit]),
        new(0.5, [new(FaultStepKind.BillJam, 1, 5), .. Visit]),
    ];

    /// <summary>What befalls machines.</summary>
    public static IReadOnlyList<FaultScript> Common { get; } =
    [
        new(30, new FaultStep(FaultStepKind.Error, 1, 5, 1, 2)),
        new(10, [new(FaultStepKind.Tilt, 1, 5), .. Visit]),
        new(12, [new(FaultStepKind.BillJam, 1, 5), .. Visit]),
        new(8, [new(FaultStepKind.PrinterLow, 1, 5), .. Visit]),
        new(12, new(FaultStepKind.LampOn, 1, 5), new(FaultStepKind.LampOff, 60, 300)),
        new(16, Visit),

        // Nobody showed a card: somebody is where he should not be, or was in a hurry.
        new(2, new(FaultStepKind.DoorOpen, 1, 5), new(FaultStepKind.DoorClose, 15, 90)),
        new(2.5, new(FaultStepKind.PowerOff, 1, 5), new(FaultStepKind.PowerOn, 40, 240)),

        new(1.5, new(FaultStepKind.Silence, 1, 5), new(FaultStepKind.Wake, 720, 1500)),
    ];

    /// <summary>One of several, by weight.</summary>
    public static FaultScript Choose(IReadOnlyList<FaultScript> scripts, SimulatorRandom random)
    {
        double weights = 0;
        foreach (var script in scripts)
        {
            weights += script.Weight;
        }

        var chance = random.NextDouble() * weights;
        foreach (var script in scripts)
        {
            chance -= script.Weight;
            if (chance < 0)
            {
                return script;
            }
        }

        return scripts[0];
    }
}
