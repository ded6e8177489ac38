using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Scenarios;

/// <summary>The scenarios of the simulated floor.</summary>
public static class ScenarioCatalog
{
    /// <summary>A hand pay.</summary>
    public const string JackpotNow = "jackpot now";

    /// <summary>A bank without power.</summary>
    public const string BankLosesPower = "bank loses power";

    /// <summary>A full house.</summary>
    public const string BusySaturdayNight = "busy Saturday night";

    /// <summary>Late events in a burst.</summary>
    public const string NetworkGap = "network gap";

    /// <summary>Many fills at once.</summary>
    public const string HopperRun = "hopper run";

    private static readonly ScenarioTargetKind[] Anything =
        [ScenarioTargetKind.Random, ScenarioTargetKind.Section, ScenarioTargetKind.Bank, ScenarioTargetKind.Machine];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(JackpotNow, "A machine in play wins a hand pay with its next game, and stays locked until an attendant has paid it.", Anything),
        new(BankLosesPower, "All machines of a bank go off within a second. After 4 minutes they come back one by one.", Anything),
        new(BusySaturdayNight, "The floor fills within minutes as on the busiest night of the week, and stays so for an hour.", [ScenarioTargetKind.Random]),
        new(NetworkGap, "What the machines of a bank, or of a section, send in the next 2 minutes arrives late, in one burst.", Anything),
        new(HopperRun, "The hoppers of a bank run down to where they want a fill, and go on emptying fast for 10 minutes.", Anything),
    ];
}
