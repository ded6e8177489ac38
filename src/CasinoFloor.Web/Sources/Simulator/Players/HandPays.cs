using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Players;

/// <summary>
/// Wins that are paid by hand: announced, told again every 15 s as SAS-derived feeds do ("hand pay pending"), and ended by an attendant who
/// comes, pays and resets the machine. The larger the win, the more signatures it needs.
/// </summary>
internal sealed class HandPays(SlotMessages messages, SimulationClock clock)
{
    private const double RepeatSeconds = 15;
    private const double LongestSilenceSeconds = 45;
    private static readonly Money ManagerApproves = new(10_000 * Money.Scale);

    /// <summary>A win is too large for the machine; returns when it is announced.</summary>
    public static long Begin(SlotMachine machine, Money amount, long at)
    {
        machine.HandPay = amount;
        machine.State = PlayState.WinPending;
        return at + machine.Random.Seconds(0.5, 1.5);
    }

    /// <summary>A win that was announced before the simulation began waits on; returns when somebody comes, or resets the machine.</summary>
    public long Resume(SlotMachine machine, Money amount, bool isAttended, long at)
    {
        machine.HandPay = amount;
        machine.State = isAttended ? PlayState.Attended : PlayState.Locked;
        Call(machine, at);

        // How long it was silent is not known: it is not told again, as after a cut of power.
        machine.HandPayTold = 0;
        return NextOf(machine, isAttended ? machine.Attendant.Resets : machine.Attendant.Arrives, at);
    }

    /// <summary>The next step; returns when the one after it is due.</summary>
    public long Step(SlotMachine machine, long at)
    {
        switch (machine.State)
        {
            case PlayState.WinPending:
                machine.Ledger.PayByHand(machine.HandPay);
                Call(machine, at);
                machine.State = PlayState.Locked;
                Tell(machine, at);
                return NextOf(machine, machine.Attendant.Arrives, at);
            case PlayState.Locked when at >= machine.Attendant.Arrives:
                messages.Plain(machine, "EMPLOYEE_CARD_IN"u8, at);
                machine.State = PlayState.Attended;
                return NextOf(machine, machine.Attendant.Resets, at);
            case PlayState.Attended when at >= machine.Attendant.Resets:
                messages.Plain(machine, "JACKPOT_RESET"u8, at);
                machine.State = PlayState.Released;
                return at + machine.Random.Seconds(3, 10);
            case PlayState.Locked or PlayState.Attended:
                Repeat(machine, at);
                return NextOf(machine, machine.State == PlayState.Locked ? machine.Attendant.Arrives : machine.Attendant.Resets, at);
            default:
                messages.Plain(machine, "EMPLOYEE_CARD_OUT"u8, at);
                GoOn(machine, at);
                return at + machine.Random.Seconds(4, 20);
        }
    }

    // Some minutes until somebody is free, some for the papers; a manager and a witness take longer.
    private static void Call(SlotMachine machine, long at)
    {
        var random = machine.Random;
        var large = machine.HandPay >= ManagerApproves;
        var way = 40 + Math.Min(480, random.Exponential(90));
        var papers = large ? random.Range(150, 480) : random.Range(30, 120);
        machine.Attendant = (at + (long)(way * TimeSpan.TicksPerSecond), at + (long)((way + papers) * TimeSpan.TicksPerSecond));
    }

    // Some have what they came for.
    private static void GoOn(SlotMachine machine, long at)
    {
        machine.HandPay = default;
        machine.State = PlayState.Playing;
        if (machine.Random.Chance(0.4))
        {
            machine.SessionEnds = Math.Min(machine.SessionEnds, at + machine.Random.Seconds(20, 180));
        }
    }

    // A feed that was silent for a minute may have to take a repeat for another win: after a cut of power the machine says no more.
    private void Repeat(SlotMachine machine, long at)
    {
        if (at - machine.HandPayTold <= Network(LongestSilenceSeconds))
        {
            Tell(machine, at);
        }
    }

    private void Tell(SlotMachine machine, long at)
    {
        machine.HandPayTold = at;
        messages.Jackpot(machine, at);
    }

    private long NextOf(SlotMachine machine, long due, long at) => Math.Min(Math.Max(due, at + 1), at + Network(RepeatSeconds));

    // The poll is the network's: it keeps its interval however fast the floor runs.
    private long Network(double seconds) => Math.Max(1, (long)(seconds * TimeSpan.TicksPerSecond * clock.Speed));
}
