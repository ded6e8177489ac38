using CasinoFloor.Web.Sources.Simulator.Machines;

namespace CasinoFloor.Web.Sources.Simulator.Faults;

/// <summary>The troubles of whole banks: losses of power and gaps of the network, by chance and by scenario.</summary>
internal sealed class BankTroubles
{
    private const int RandomPowerLoss = 0;
    private const int RandomGap = 1;
    private const int FirstRunning = 2;

    private readonly SimulatorOptions _options;
    private readonly IReadOnlyList<SlotMachine> _machines;
    private readonly SlotMessages _messages;
    private readonly Schedule _schedule;
    private readonly SimulatorRandom _random;
    private readonly List<PowerLoss> _running = [];
    private readonly Stack<int> _free = new();

    public BankTroubles(SimulatorOptions options, IReadOnlyList<SlotMachine> machines, SlotMessages messages, Schedule schedule)
    {
        _options = options;
        _machines = machines;
        _messages = messages;
        _schedule = schedule;
        _random = SimulatorRandom.For(options.Seed, ActionKind.Bank, 0);
        Banks = [.. machines.GroupBy(machine => machine.Planned.Location.Bank).Select(bank => bank.Select(machine => machine.Index).ToArray())];
    }

    /// <summary>The machines of each bank.</summary>
    public IReadOnlyList<int[]> Banks { get; }

    /// <summary>Enters the first troubles that come by chance.</summary>
    public void Warm(long at)
    {
        ScheduleRandom(RandomPowerLoss, _options.PowerLossesPerDay, at);
        ScheduleRandom(RandomGap, _options.NetworkGapsPerDay, at);
    }

    /// <summary>A trouble begins or goes on.</summary>
    public void Step(int index, long at)
    {
        switch (index)
        {
            case RandomPowerLoss:
                LosePower(_random.Pick(Banks), _random.Seconds(180, 900), at);
                ScheduleRandom(index, _options.PowerLossesPerDay, at);
                break;
            case RandomGap:
                LoseNetwork(_random.Pick(Banks), _random.Seconds(60, 420), at);
                ScheduleRandom(index, _options.NetworkGapsPerDay, at);
                break;
            default:
                GoOn(index, at);
                break;
        }
    }

    /// <summary>Machines lose their power for a while.</summary>
    public void LosePower(int[] machines, long duration, long at)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = _running.Count;
            _running.Add(new PowerLoss());
        }

        var loss = _running[slot];
        (loss.Machines, loss.Next, loss.IsReturning, loss.Returns) = (machines, 0, false, at + duration);
        _schedule.Add(ActionKind.Bank, slot + FirstRunning, at + 1);
    }

    /// <summary>Machines that are without power when the simulation begins get it back soon.</summary>
    public void ResumePowerLoss(int[] machines, long at)
    {
        if (machines.Length == 0)
        {
            return;
        }

        LosePower(machines, _random.Seconds(60, 300), at);
        foreach (var index in machines)
        {
            _machines[index].Blocks |= MachineBlocks.BankPower;
        }

        _running[^1].Next = machines.Length;
    }

    /// <summary>What machines send is kept back for a while.</summary>
    public void LoseNetwork(int[] machines, long duration, long at)
    {
        foreach (var index in machines)
        {
            var machine = _machines[index];
            machine.HeldUntil = Math.Max(machine.HeldUntil, at + duration + _random.Seconds(0, 0.2));
        }
    }

    private void GoOn(int index, long at)
    {
        var loss = _running[index - FirstRunning];
        if (loss.Next == loss.Machines.Length && loss.IsReturning)
        {
            _free.Push(index - FirstRunning);
            return;
        }

        if (loss.Next == loss.Machines.Length)
        {
            (loss.Next, loss.IsReturning) = (0, true);
            _schedule.Add(ActionKind.Bank, index, Math.Max(loss.Returns, at + 1));
            return;
        }

        var machine = _machines[loss.Machines[loss.Next++]];
        if (loss.IsReturning)
        {
            Return(machine, at);
        }
        else
        {
            Lose(machine, at);
        }

        // They go off within a second and start up at their own pace.
        _schedule.Add(ActionKind.Bank, index, at + (loss.IsReturning ? _random.Seconds(0.2, 4) : _random.Seconds(0.005, 0.08)));
    }

    private void Lose(SlotMachine machine, long at)
    {
        var wasMute = machine.IsMute;
        machine.Blocks |= MachineBlocks.BankPower;
        if (!wasMute)
        {
            _messages.Plain(machine, "POWER_OFF"u8, at);
        }
    }

    private void Return(SlotMachine machine, long at)
    {
        // Another loss of the same bank may have ended before.
        var wasOff = (machine.Blocks & MachineBlocks.BankPower) != 0;
        machine.Blocks &= ~MachineBlocks.BankPower;
        if (wasOff && !machine.IsMute)
        {
            _messages.Started(machine, at);
        }
    }

    private void ScheduleRandom(int index, double perDay, long at)
    {
        if (perDay > 0)
        {
            _schedule.Add(ActionKind.Bank, index, at + _random.ExponentialSeconds(24 * 3600 / perDay));
        }
    }
}
