using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Faults;

/// <summary>
/// The troubles of the machines, each by its <see cref="FaultScript"/>. A machine has at most one at a time; while it is locked for a
/// hand pay, or its bank has no power, it has none. Some machines are sick: they have troubles many times as often, mostly errors, until a
/// visit finds the cause.
/// </summary>
internal sealed class MachineFaults(SlotMessages messages, Schedule schedule)
{
    private const double MeanSecondsBetween = 11 * 3600;
    private const double SickTimes = 10;
    private const double SickShare = 0.02;
    private const double FallsSick = 0.012;
    private const double CauseIsFound = 0.3;
    private const double InTroubleAtStart = 0.15;

    /// <summary>Enters the machine's first trouble, or the end of one that was left open; some machines are already sick.</summary>
    public void Warm(SlotMachine machine, UnsettledMachine? left, long at)
    {
        machine.IsSick = machine.Random.Chance(SickShare);
        if (left is not null && FaultScript.Ending(left) is { } ending)
        {
            machine.Blocks |= (left.IsDoorOpen ? MachineBlocks.Door : 0) | (left.IsTilted ? MachineBlocks.Tilt : 0) | (left.HasPlayerCard ? MachineBlocks.Card : 0);
            Begin(machine, ending, at);
        }
        else if (machine.IsSick && machine.Random.Chance(InTroubleAtStart))
        {
            Begin(machine, FaultScript.Sick, at);
        }
        else
        {
            ScheduleNext(machine, at);
        }
    }

    /// <summary>The next step of a machine's trouble.</summary>
    public void Step(SlotMachine machine, long at)
    {
        if (at != machine.FaultAt)
        {
            return;
        }

        // What a day before left open may hold a machine besides its hand pay: that ends first.
        var isPaidByHand = machine.IsPaidByHand && (machine.Blocks & (MachineBlocks.Door | MachineBlocks.Tilt)) == 0;
        if (isPaidByHand || (machine.Blocks & MachineBlocks.BankPower) != 0)
        {
            ScheduleAt(machine, at + machine.Random.Seconds(30, 60));
            return;
        }

        if (machine.Script is null)
        {
            Begin(machine, FaultScript.Choose(machine.IsSick ? FaultScript.OfSick : FaultScript.Common, machine.Random), at);
            return;
        }

        Perform(machine, machine.Script.Steps[machine.ScriptStep].Kind, at);
        if (--machine.ScriptRepeats <= 0 && ++machine.ScriptStep < machine.Script.Steps.Count)
        {
            machine.ScriptRepeats = Repeats(machine);
        }

        if (machine.ScriptStep < machine.Script.Steps.Count)
        {
            ScheduleStep(machine, at);
            return;
        }

        machine.IsSick = machine.IsSick
            ? !(machine.Script.HasVisit && machine.Random.Chance(CauseIsFound))
            : machine.Random.Chance(FallsSick);
        machine.Script = null;
        ScheduleNext(machine, at);
    }

    /// <summary>An attendant is called to fill the hopper.</summary>
    public void CallForFill(SlotMachine machine, long at) => Begin(machine, FaultScript.HopperFill, at);

    private static int Repeats(SlotMachine machine)
    {
        var step = machine.Script!.Steps[machine.ScriptStep];
        return machine.Random.Between(step.MinTimes, step.MaxTimes);
    }

    private void Begin(SlotMachine machine, FaultScript script, long at)
    {
        machine.Script = script;
        machine.ScriptStep = 0;
        machine.ScriptRepeats = Repeats(machine);
        ScheduleStep(machine, at);
    }

    private void ScheduleNext(SlotMachine machine, long at) =>
        ScheduleAt(machine, at + machine.Random.ExponentialSeconds(MeanSecondsBetween / (machine.IsSick ? SickTimes : 1)));

    private void ScheduleStep(SlotMachine machine, long at)
    {
        var step = machine.Script!.Steps[machine.ScriptStep];
        ScheduleAt(machine, at + machine.Random.Seconds(step.MinDelay, step.MaxDelay));
    }

    private void ScheduleAt(SlotMachine machine, long at)
    {
        machine.FaultAt = at;
        schedule.Add(ActionKind.Fault, machine.Index, at);
    }

    private void Perform(SlotMachine machine, FaultStepKind kind, long at)
    {
        switch (kind)
        {
            case FaultStepKind.Error:
                Error(machine, "ERROR"u8, at);
                break;
            case FaultStepKind.Tilt:
                machine.Blocks |= MachineBlocks.Tilt;
                Error(machine, "TILT"u8, at);
                break;
            case FaultStepKind.BillJam:
                messages.Error(machine, "BILL_JAM"u8, "E002"u8, "Bill jam"u8, at);
                break;
            case FaultStepKind.PrinterLow:
                messages.Plain(machine, "PRINTER_LOW"u8, at);
                break;
            case FaultStepKind.LampOn:
                messages.Plain(machine, "SERVICE_LAMP_ON"u8, at);
                break;
            case FaultStepKind.LampOff:
                messages.Plain(machine, "SERVICE_LAMP_OFF"u8, at);
                break;
            case FaultStepKind.CardOut:
                machine.Blocks &= ~MachineBlocks.Card;
                messages.Plain(machine, "CARD_OUT"u8, at);
                break;
            case FaultStepKind.EmployeeIn:
                messages.Plain(machine, "EMPLOYEE_CARD_IN"u8, at);
                break;
            case FaultStepKind.EmployeeOut:
                messages.Plain(machine, "EMPLOYEE_CARD_OUT"u8, at);
                break;
            case FaultStepKind.DoorOpen:
                machine.Blocks |= MachineBlocks.Door;
                messages.Plain(machine, "DOOR_OPEN"u8, at);
                break;
            case FaultStepKind.DoorClose:
                machine.Blocks &= ~(MachineBlocks.Door | MachineBlocks.Tilt);
                messages.Plain(machine, "DOOR_CLOSE"u8, at);
                break;
            case FaultStepKind.Fill:
                machine.Hopper.FillTo(machine.Random.Between(9_000, Hopper.Full));
                break;
            case FaultStepKind.PowerOff:
                messages.Plain(machine, "POWER_OFF"u8, at);
                machine.Blocks |= MachineBlocks.Power;
                break;
            case FaultStepKind.PowerOn:
                machine.Blocks &= ~MachineBlocks.Power;
                messages.Started(machine, at);
                break;
            case FaultStepKind.Silence:
                machine.Blocks |= MachineBlocks.Silent;
                break;
            case FaultStepKind.Wake:
                machine.Blocks &= ~MachineBlocks.Silent;
                messages.Plain(machine, "HEARTBEAT"u8, at);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private void Error(SlotMachine machine, ReadOnlySpan<byte> type, long at)
    {
        switch (machine.Random.Next(5))
        {
            case 0:
                messages.Error(machine, type, "E003"u8, "Coin hopper empty"u8, at);
                break;
            case 1:
                messages.Error(machine, type, "E004"u8, "Communication error"u8, at);
                break;
            case 2:
                messages.Error(machine, type, "E005"u8, "Power fluctuation"u8, at);
                break;
            case 3:
                messages.Error(machine, type, "E006"u8, "Reel error"u8, at);
                break;
            default:
                messages.Error(machine, type, "E007"u8, "Touch screen error"u8, at);
                break;
        }
    }
}
