namespace CasinoFloor.Web.Sources.Simulator.Faults;

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

    /// <summary>CARD_OUT of a guest who is gone.</summary>
    CardOut,

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
