using CasinoFloor.Web.Sources.Simulator.Faults;

namespace CasinoFloor.Web.Sources.Simulator.Machines;

/// <summary>What a machine says of itself once a minute: its meters now and then, and otherwise, when it has been quiet, that it is there.</summary>
internal sealed class MachineReports(SlotMessages messages, MachineFaults faults)
{
    private const int HopperWantsFill = 2_000;
    private const int HopperAlmostEmpty = 1_000;
    private static readonly long QuietTicks = TimeSpan.FromSeconds(45).Ticks;

    /// <summary>Gives the machine a past and returns when it reports first.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="past">Decides its past: the same on every day.</param>
    /// <param name="at">When the day begins for us.</param>
    public static long Warm(SlotMachine machine, SimulatorRandom past, long at)
    {
        var random = machine.Random;
        machine.Hopper.FillTo(random.Between(1_900, Hopper.Full));
        machine.Ledger.Age(machine.Game, past);
        machine.LastSent = at;
        machine.MeterDue = at + random.Seconds(0, 300);
        return at + random.Seconds(0, 60);
    }

    /// <summary>Reports; returns when the next report is due.</summary>
    public long Step(SlotMachine machine, long at)
    {
        var next = at + machine.Random.Seconds(55, 65);
        if (machine.IsMute)
        {
            return next;
        }

        if (at >= machine.MeterDue)
        {
            messages.Meters(machine, at);
            machine.MeterDue = at + (machine.State == PlayState.Vacant ? machine.Random.Seconds(600, 900) : machine.Random.Seconds(270, 330));
        }
        else if (at - machine.LastSent >= QuietTicks)
        {
            messages.Plain(machine, "HEARTBEAT"u8, at);
        }

        if (machine.Hopper.Level < HopperAlmostEmpty && !machine.Hopper.IsReported)
        {
            machine.Hopper.IsReported = true;
            messages.Plain(machine, "HOPPER_LOW"u8, at);
        }

        if (machine.Hopper.Level < HopperWantsFill && machine.Script is null)
        {
            faults.CallForFill(machine, at);
        }

        return next;
    }
}
