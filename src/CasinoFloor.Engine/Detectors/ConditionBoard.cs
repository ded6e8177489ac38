using System.Globalization;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Which conditions hold, worst and newest first. A condition is raised once and cleared once per episode; an episode is
/// known by its first tick, which is unique per machine and kind.
/// </summary>
internal sealed class ConditionBoard(DetectionContext context)
{
    // Stored times have microseconds: identities must not depend on what storage rounds away.
    private const long Resolution = TimeSpan.TicksPerMicrosecond;

    private readonly Dictionary<(int Machine, FindingKind Kind), Condition> _active = [];
    private readonly Dictionary<(int Machine, FindingKind Kind), long> _lastStarts = [];
    private readonly SortedSet<Condition> _order = new(ConditionOrder.Instance);
    private int _floor;

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The conditions, worst and newest first.</summary>
    public IReadOnlyCollection<Condition> Ordered => _order;

    /// <summary>Whether a condition holds; machine -1 is the whole floor.</summary>
    public bool IsActive(FindingKind kind, int machine) =>
        ((machine < 0 ? _floor : context.States[machine].Conditions) & Bit(kind)) != 0;

    /// <summary>The condition; null when it does not hold.</summary>
    public Condition? Find(FindingKind kind, int machine) => _active.GetValueOrDefault((machine, kind));

    /// <summary>Begins a condition. Nothing happens when it holds already, or while state is rebuilt.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="machine">The machine; -1 for the whole floor.</param>
    /// <param name="start">When the episode began, ticks: its identity.</param>
    /// <param name="facts">What was seen.</param>
    public void Raise(FindingKind kind, int machine, long start, in FindingFacts facts)
    {
        if (context.Recovery || IsActive(kind, machine))
        {
            return;
        }

        start = Episode(kind, machine, start);
        var finding = Make(kind, FindingPhase.Raised, machine, start, in facts);
        Activate(new Condition(machine, start, finding));
        context.Emit(finding);
    }

    /// <summary>Ends a condition. Nothing happens when it does not hold, or while state is rebuilt.</summary>
    public void Clear(FindingKind kind, int machine, in FindingFacts facts)
    {
        if (context.Recovery || !_active.Remove((machine, kind), out var condition))
        {
            return;
        }

        _order.Remove(condition);
        Mark(machine, kind, false);
        context.Emit(Make(kind, FindingPhase.Cleared, machine, condition.Start, facts with { Severity = condition.Finding.Severity }));
    }

    /// <summary>An identity for an episode: the tick it began with, or the next free one after the episode before.</summary>
    public long Episode(FindingKind kind, int machine, long start)
    {
        start -= start % Resolution;
        if (_lastStarts.TryGetValue((machine, kind), out var last) && start <= last
            && !context.Knows(Finding.MakeId(kind, FindingPhase.Raised, MachineId(machine), start)))
        {
            start = last + Resolution;
        }

        _lastStarts[(machine, kind)] = Math.Max(start, last);
        return start;
    }

    /// <summary>Takes over a finding that was stored before a restart.</summary>
    public void Restore(Finding finding, int machine)
    {
        var start = StartOf(finding.Id);
        var key = (machine, finding.Kind);
        _lastStarts[key] = Math.Max(start, _lastStarts.GetValueOrDefault(key));
        if (finding.Phase == FindingPhase.Raised && finding.Kind != FindingKind.Jackpot)
        {
            if (_active.Remove(key, out var older))
            {
                _order.Remove(older);
            }

            Activate(new Condition(machine, start, finding));
        }
        else if (finding.Phase == FindingPhase.Cleared && _active.TryGetValue(key, out var condition) && condition.Start == start)
        {
            _active.Remove(key);
            _order.Remove(condition);
            Mark(machine, finding.Kind, false);
        }
    }

    /// <summary>The episode's first tick, which ends every identity (see <see cref="Finding.MakeId"/>).</summary>
    public static long StartOf(string id) =>
        long.TryParse(id.AsSpan(id.LastIndexOf('/') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start) ? start : 0;

    /// <summary>A finding with everything in it.</summary>
    public Finding Make(FindingKind kind, FindingPhase phase, int machine, long start, in FindingFacts facts) => new()
    {
        Id = Finding.MakeId(kind, phase, MachineId(machine), start),
        Kind = kind,
        Severity = facts.Severity,
        Phase = phase,
        MachineId = MachineId(machine),
        FloorSection = machine < 0 ? "" : context.Catalog.Infos[machine].Location.FloorSection,
        EventTime = new DateTime(facts.EventTime, DateTimeKind.Utc),
        ReceivedAt = new DateTime(facts.ByClock ? context.Now : context.ReceivedAt, DateTimeKind.Utc),
        DetectedAt = new DateTime(context.Now, DateTimeKind.Utc),
        Value = facts.Value,
        Threshold = facts.Threshold,
        Sample = facts.Sample,
        Why = facts.Why,
    };

    private static int Bit(FindingKind kind) => 1 << (int)kind;

    private string MachineId(int machine) => machine < 0 ? "" : context.Catalog.Infos[machine].Id;

    private void Activate(Condition condition)
    {
        _active.Add((condition.Machine, condition.Finding.Kind), condition);
        _order.Add(condition);
        Mark(condition.Machine, condition.Finding.Kind, true);
    }

    private void Mark(int machine, FindingKind kind, bool on)
    {
        Version++;
        ref var bits = ref machine < 0 ? ref _floor : ref context.States[machine].Conditions;
        bits = on ? bits | Bit(kind) : bits & ~Bit(kind);
        if (machine >= 0)
        {
            context.States[machine].Dirty = true;
        }
    }
}
