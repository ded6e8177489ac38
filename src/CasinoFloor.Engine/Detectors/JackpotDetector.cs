using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.State;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Large wins: a JACKPOT or SPIN with a payout at or over the threshold locks its machine and begins a
/// <see cref="FindingKind.Jackpot"/>. JACKPOT_RESET ends it with a <see cref="FindingKind.JackpotReset"/>, phase
/// <see cref="FindingPhase.Cleared"/>, whose identity has the same ticks; so does a later game, because a locked machine
/// cannot be played: its reset was missed.
/// </summary>
internal sealed class JackpotDetector(JackpotOptions options, ConditionBoard board) : IDetector
{
    private readonly Money _largeWin = Money.FromDecimal(options.LargeWin);
    private readonly Money _medium = Money.FromDecimal(options.Medium);
    private readonly Money _high = Money.FromDecimal(options.High);

    /// <inheritdoc />
    public bool Wants(SlotEventType type) => type is SlotEventType.Spin or SlotEventType.Jackpot or SlotEventType.JackpotReset;

    /// <inheritdoc />
    public void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
        ref readonly var state = ref context.States[machine];
        if ((state.Bits & MachineBits.Locked) != 0 && e.Type != SlotEventType.Jackpot)
        {
            Reset(machine, e.Timestamp, e.Type == SlotEventType.Spin, context);
        }

        if (e.Type == SlotEventType.JackpotReset || e.Payout < _largeWin)
        {
            return;
        }

        Raise(in e, machine, context);
        if (state.LastReset > e.Timestamp)
        {
            Reset(machine, state.LastReset, false, context);
        }
        else if (state.LastSpin > e.Timestamp)
        {
            Reset(machine, state.LastSpin, true, context);
        }
    }

    /// <summary>Takes over a hand pay, or its reset, that was stored before a restart.</summary>
    public static void Restore(Finding finding, int machine, DetectionContext context)
    {
        if (finding.Kind == FindingKind.Jackpot)
        {
            Book(finding, ConditionBoard.StartOf(finding.Id), machine, context);
            return;
        }

        var raised = Finding.MakeId(FindingKind.Jackpot, FindingPhase.Raised, finding.MachineId, ConditionBoard.StartOf(finding.Id));
        context.Jackpots.Reset(machine, raised, finding.EventTime);
        SetLock(machine, context);
    }

    private void Raise(in SlotEvent e, int machine, DetectionContext context)
    {
        var level = e.Payout >= _high ? Severity.High : e.Payout >= _medium ? Severity.Medium : Severity.Low;
        var threshold = level switch { Severity.High => _high, Severity.Medium => _medium, _ => _largeWin };
        var start = board.Episode(FindingKind.Jackpot, machine, e.Timestamp);
        var info = context.Catalog.Infos[machine];
        if (context.Recovery && context.Knows(Finding.MakeId(FindingKind.Jackpot, FindingPhase.Raised, info.Id, start)))
        {
            return;
        }

        var what = e.Type == SlotEventType.Jackpot ? "A hand pay" : "A game's win";
        var finding = board.Make(FindingKind.Jackpot, FindingPhase.Raised, machine, start, new FindingFacts
        {
            Severity = level,
            EventTime = e.Timestamp,
            Value = e.Payout.ToDecimal(),
            Threshold = threshold.ToDecimal(),
            Sample = 1,
            Why = Sentence.Of($"{what} of {e.Payout} is at or over {threshold}: level {Name(level)}."),
        });
        Book(finding, start, machine, context);
        context.Emit(finding);
    }

    private void Reset(int machine, long at, bool missed, DetectionContext context)
    {
        var resetAt = new DateTime(at, DateTimeKind.Utc);
        foreach (var (entry, start) in context.Jackpots.Reset(machine, resetAt, inclusive: !missed))
        {
            var minutes = (resetAt - entry.EventTime).TotalMinutes;
            context.Emit(board.Make(FindingKind.JackpotReset, FindingPhase.Cleared, machine, start, new FindingFacts
            {
                Severity = entry.Level,
                EventTime = at,
                Value = entry.Amount.ToDecimal(),
                Threshold = _largeWin.ToDecimal(),
                Sample = 1,
                Why = missed
                    ? Sentence.Of($"The machine was played at {Sentence.At(at)}, {minutes:0.0} min after its hand pay of {entry.Amount}: its reset was missed.")
                    : Sentence.Of($"The hand pay of {entry.Amount} was reset at {Sentence.At(at)}, after {minutes:0.0} min."),
            }));
        }

        SetLock(machine, context);
    }

    private static void Book(Finding finding, long start, int machine, DetectionContext context)
    {
        var entry = new JackpotEntry
        {
            Id = finding.Id,
            Machine = machine,
            MachineId = finding.MachineId,
            FloorSection = finding.FloorSection,
            Amount = Money.FromDecimal(finding.Value),
            Level = finding.Severity,
            EventTime = finding.EventTime,
        };
        context.Jackpots.Add(entry, start);
        SetLock(machine, context);
    }

    private static void SetLock(int machine, DetectionContext context)
    {
        ref var state = ref context.States[machine];
        var locked = context.Jackpots.LockedBy(machine) is not null;
        state.Bits = locked ? state.Bits | MachineBits.Locked : state.Bits & ~MachineBits.Locked;
        state.Dirty = true;
    }

    private static string Name(Severity level) => level switch
    {
        Severity.High => "HIGH",
        Severity.Medium => "MEDIUM",
        _ => "LOW",
    };
}
