using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Machines in service that nothing is heard of: idle, then off line. Silence is measured by the engine's clock from the
/// last event's arrival, so that a backlog does not make the floor look silent. A machine without power is not in service.
/// </summary>
internal sealed class SilenceDetector(MachineHealthOptions options, ConditionBoard board) : IDetector
{
    private const int Mask = (1 << (int)FindingKind.Idle) | (1 << (int)FindingKind.Offline);

    private readonly Rule _idle = new(FindingKind.Idle, Severity.Low, options.IdleAfter);
    private readonly Rule _offline = new(FindingKind.Offline, Severity.Medium, options.OfflineAfter);

    /// <inheritdoc />
    public bool Wants(SlotEventType type) => true;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        if ((context.States[machine].Conditions & Mask) != 0)
        {
            Clear(_idle, machine, e.Timestamp);
            Clear(_offline, machine, e.Timestamp);
        }
    }

    /// <inheritdoc />
    public void Scan(DetectionContext context)
    {
        var states = context.States.Items;
        for (var machine = 0; machine < states.Length; machine++)
        {
            ref readonly var state = ref states[machine];
            var silent = context.Clock - state.SeenAt;
            if (state.LastEvent != 0 && silent >= _idle.After.Ticks && (state.Bits & MachineBits.PowerOff) == 0)
            {
                Raise(_idle, machine, in state, silent);
                Raise(_offline, machine, in state, silent);
            }
        }
    }

    private void Raise(Rule rule, int machine, in MachineState state, long silent)
    {
        if (silent < rule.After.Ticks || board.IsActive(rule.Kind, machine))
        {
            return;
        }

        var minutes = decimal.Round(silent / (decimal)TimeSpan.TicksPerMinute, 2);
        board.Raise(rule.Kind, machine, state.LastEvent, new FindingFacts
        {
            Severity = rule.Severity,
            EventTime = state.LastEvent + rule.After.Ticks,
            ByClock = true,
            Value = minutes,
            Threshold = (decimal)rule.After.TotalMinutes,
            Sample = 0,
            Why = Sentence.Of($"No event for {minutes:0.0} min; a machine in service is heard of within {Sentence.Of(rule.After)}."),
        });
    }

    private void Clear(Rule rule, int machine, long at)
    {
        if (board.Find(rule.Kind, machine) is { } condition)
        {
            var minutes = decimal.Round(Math.Max(0, at - condition.Start) / (decimal)TimeSpan.TicksPerMinute, 2);
            board.Clear(rule.Kind, machine, new FindingFacts
            {
                EventTime = at,
                Value = minutes,
                Threshold = (decimal)rule.After.TotalMinutes,
                Sample = 1,
                Why = Sentence.Of($"The machine is heard of again, after {minutes:0.0} min."),
            });
        }
    }

    private sealed record Rule(FindingKind Kind, Severity Severity, TimeSpan After);
}
