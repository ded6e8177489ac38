using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Machines with too many ERROR events: "down" and "critical". The windows slide over the errors' own times; an error
/// exactly one window old counts no more. A condition ends when, by the events' clock, the window holds no more than the threshold.
/// </summary>
internal sealed class ErrorBurstDetector : IDetector
{
    private readonly ConditionBoard _board;
    private readonly ErrorTimes _errors;
    private readonly Rule[] _rules;

    /// <summary>Creates the detector.</summary>
    public ErrorBurstDetector(MachineHealthOptions options, ConditionBoard board, ErrorTimes errors)
    {
        _board = board;
        _errors = errors;
        _rules =
        [
            new Rule(FindingKind.MachineDown, Severity.High, options.DownErrors, options.DownWithin),
            new Rule(FindingKind.MachineCritical, Severity.Critical, options.CriticalErrors, options.CriticalWithin),
        ];
    }

    /// <inheritdoc />
    public bool Wants(SlotEventType type) => type == SlotEventType.Error;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        _errors.Add(machine, e.Timestamp);
        foreach (var rule in _rules)
        {
            if (!_board.IsActive(rule.Kind, machine) && _errors.Exceeds(machine, e.Timestamp, rule.MoreThan, rule.Within.Ticks))
            {
                var count = Math.Max(rule.MoreThan + 1, _errors.CountAfter(machine, e.Timestamp - rule.Within.Ticks));
                _board.Raise(rule.Kind, machine, e.Timestamp, Facts(rule, e.Timestamp, count, false));
            }
        }
    }

    /// <inheritdoc />
    public void Scan(DetectionContext context)
    {
        for (var machine = 0; machine < context.States.Count; machine++)
        {
            if (context.States[machine].Conditions == 0)
            {
                continue;
            }

            foreach (var rule in _rules)
            {
                var count = _errors.CountAfter(machine, context.EventNow - rule.Within.Ticks);
                if (_board.IsActive(rule.Kind, machine) && count <= rule.MoreThan)
                {
                    _board.Clear(rule.Kind, machine, Facts(rule, context.EventNow, count, true));
                }
            }
        }
    }

    private static FindingFacts Facts(Rule rule, long eventTime, int count, bool cleared) => new()
    {
        Severity = rule.Severity,
        EventTime = eventTime,
        ByClock = cleared,
        Value = count,
        Threshold = rule.MoreThan,
        Sample = count,
        Why = cleared
            ? Sentence.Of($"{count} ERROR events in {Sentence.Of(rule.Within)} are no longer more than {rule.MoreThan}.")
            : Sentence.Of($"{count} ERROR events in {Sentence.Of(rule.Within)} are more than {rule.MoreThan}."),
    };

    private sealed record Rule(FindingKind Kind, Severity Severity, int MoreThan, TimeSpan Within);
}
