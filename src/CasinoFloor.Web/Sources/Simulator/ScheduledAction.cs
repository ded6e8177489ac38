namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>What is due next on the simulated floor.</summary>
internal enum ActionKind : byte
{
    /// <summary>Nothing; names the random sequence of the floor plan.</summary>
    None,

    /// <summary>A machine's player acts.</summary>
    Play,

    /// <summary>A machine's trouble, or the attendant who ends it.</summary>
    Fault,

    /// <summary>A machine reports its meters, or that it is there.</summary>
    Report,

    /// <summary>Something happens at a table.</summary>
    Table,

    /// <summary>Something happens at a door or before a camera.</summary>
    Security,

    /// <summary>Somebody is at the cage.</summary>
    Cage,

    /// <summary>A message that was held back arrives.</summary>
    Deliver,

    /// <summary>A bank's trouble begins or goes on.</summary>
    Bank,

    /// <summary>Somebody who splits cash is at the cage.</summary>
    Structuring,

    /// <summary>Names the random sequence of scenarios.</summary>
    Scenario,
}

/// <summary>An entry of the simulation's schedule.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="Index">Of which machine, table or message.</param>
internal readonly record struct ScheduledAction(ActionKind Kind, int Index);
