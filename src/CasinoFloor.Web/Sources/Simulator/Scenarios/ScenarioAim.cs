using CasinoFloor.Web.Sources.Simulator.Faults;
using CasinoFloor.Web.Sources.Simulator.Machines;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Sources.Simulator.Scenarios;

/// <summary>Finds the machines that a scenario is aimed at.</summary>
internal sealed class ScenarioAim(IReadOnlyList<SlotMachine> machines, BankTroubles banks)
{
    /// <summary>Why there is nothing to aim at; null when there is.</summary>
    public string? Reason(ScenarioTarget target) => Machines(target).Any() ? null : $"There is no {target.Kind.ToString().ToLowerInvariant()} '{target.Name}' on this floor.";

    /// <summary>The machines of a target; all for anywhere.</summary>
    public IEnumerable<SlotMachine> Machines(ScenarioTarget target) => target.Kind switch
    {
        ScenarioTargetKind.Section => machines.Where(machine => Same(machine.Planned.Location.FloorSection, target)),
        ScenarioTargetKind.Bank => machines.Where(machine => Same(machine.Planned.Location.Bank, target)),
        ScenarioTargetKind.Machine => machines.Where(machine => Same(machine.Planned.Location.MachineId, target)),
        _ => machines,
    };

    /// <summary>The bank of a target: that of the machine, one of the section's, or any.</summary>
    public int[] Bank(ScenarioTarget target, SimulatorRandom random)
    {
        if (target.Kind == ScenarioTargetKind.Random)
        {
            return random.Pick(banks.Banks);
        }

        List<SlotMachine> aimed = [.. Machines(target)];
        var name = random.Pick(aimed).Planned.Location.Bank;
        return banks.Banks.First(bank => machines[bank[0]].Planned.Location.Bank == name);
    }

    private static bool Same(string name, ScenarioTarget target) => string.Equals(name, target.Name, StringComparison.OrdinalIgnoreCase);
}
