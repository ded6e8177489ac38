namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>What happens in one step of a machine's trouble.</summary>
internal enum FaultStepKind : byte
{
    /// <summary>An ERROR event.</summary>
    Error,

    /// <summary>A TILT; games stop.</summary>
    Tilt,

    /// <summary>A BILL_JAM.</summary>
    BillJam,

    /// <summary>PRINTER_LOW.</summary>
    PrinterLow,

    /// <summary>SERVICE_LAMP_ON.</summary>
    LampOn,

    /// <summary>SERVICE_LAMP_OFF.</summary>
    LampOff,

    /// <summary>EMPLOYEE_CARD_IN.</summary>
    EmployeeIn,

    /// <summary>EMPLOYEE_CARD_OUT.</summary>
    EmployeeOut,

    /// <summary>DOOR_OPEN; games stop.</summary>
    DoorOpen,

    /// <summary>DOOR_CLOSE; games go on.</summary>
    DoorClose,

    /// <summary>The hopper is filled; no event of its own.</summary>
    Fill,

    /// <summary>POWER_OFF, then silence.</summary>
    PowerOff,

    /// <summary>POWER_ON; games go on.</summary>
    PowerOn,

    /// <summary>The machine is no longer heard.</summary>
    Silence,

    /// <summary>The machine is heard again.</summary>
    Wake,
}

/// <summary>A step of a <see cref="FaultScript"/>.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="MinDelay">Shortest time after the step before, seconds.</param>
/// <param name="MaxDelay">Longest time after the step before, seconds.</param>
/// <param name="MinTimes">How often at least.</param>
/// <param name="MaxTimes">How often at most.</param>
internal readonly record struct FaultStep(FaultStepKind Kind, double MinDelay, double MaxDelay, int MinTimes = 1, int MaxTimes = 1);

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

    /// <summary>The hopper is filled by an attendant.</summary>
    public static FaultScript HopperFill { get; } = new(
        0,
        new(FaultStepKind.EmployeeIn, 240, 900),
        new(FaultStepKind.DoorOpen, 3, 12),
        new(FaultStepKind.Fill, 20, 60),
        new(FaultStepKind.DoorClose, 5, 20),
        new(FaultStepKind.EmployeeOut, 2, 8));

    /// <summary>Errors for a quarter of an hour or more, until a technician comes.</summary>
    public static FaultScript Sick { get; } = new(3, [new(FaultStepKind.Error, 20, 100, 10, 22), .. Visit]);

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

        Sick,

        // Very sick: more than ten errors within five minutes.
        new(1, [new(FaultStepKind.Error, 6, 20, 14, 24), .. Visit]),
        new(1.5, new(FaultStepKind.Silence, 1, 5), new(FaultStepKind.Wake, 720, 1500)),
    ];

    private static readonly double CommonWeight = Common.Sum(script => script.Weight);

    /// <summary>One of <see cref="Common"/>, by weight.</summary>
    public static FaultScript Choose(SimulatorRandom random)
    {
        var chance = random.NextDouble() * CommonWeight;
        foreach (var script in Common)
        {
            chance -= script.Weight;
            if (chance < 0)
            {
                return script;
            }
        }

        return Common[0];
    }
}
