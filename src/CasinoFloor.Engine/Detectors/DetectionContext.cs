using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.State;
using CasinoFloor.Engine.Windows;

namespace CasinoFloor.Engine.Detectors;

/// <summary>What detectors may look at, and where their findings go.</summary>
internal sealed class DetectionContext(MachineStates states, MachineCatalog catalog, CellSlab cells, FloorMinutes minutes)
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);

    /// <summary>The machines' present.</summary>
    public MachineStates States => states;

    /// <summary>What and where the machines are.</summary>
    public MachineCatalog Catalog => catalog;

    /// <summary>The last 60 machine-minutes.</summary>
    public CellSlab Cells => cells;

    /// <summary>The floor's own minutes.</summary>
    public FloorMinutes Minutes => minutes;

    /// <summary>The hand pays.</summary>
    public JackpotBook Jackpots { get; } = new();

    /// <summary>The engine's clock, ticks.</summary>
    public long Clock { get; private set; }

    /// <summary>What time it is by the events, ticks: behind <see cref="Clock"/> while a backlog is worked off.</summary>
    public long EventNow { get; private set; }

    /// <summary>Time of the first event, ticks; 0 before it.</summary>
    public long FirstEvent { get; private set; }

    /// <summary>Whether stored events are being replayed: nothing may be raised.</summary>
    public bool Recovery { get; private set; }

    /// <summary>The wall clock: when what is found now is detected, ticks.</summary>
    public long Now { get; private set; }

    /// <summary>When the event at hand was received, ticks; <see cref="Now"/> for what the clock shows.</summary>
    public long ReceivedAt { get; private set; }

    private List<Finding>? Output { get; set; }

    /// <summary>Begins a call of the engine.</summary>
    public void Begin(List<Finding> output, long now, long receivedAt, bool recovery)
    {
        Output = output;
        Now = now;
        ReceivedAt = receivedAt;
        Recovery = recovery;
    }

    /// <summary>Tells the time.</summary>
    public void SetClocks(long clock, long eventNow)
    {
        Clock = clock;
        EventNow = eventNow;
    }

    /// <summary>Told of an event's time.</summary>
    public void ObserveEvent(long timestamp) =>
        FirstEvent = FirstEvent == 0 ? timestamp : Math.Min(FirstEvent, timestamp);

    /// <summary>A finding that is stored already: it is not given out again.</summary>
    public void Know(string id) => _stored.Add(id);

    /// <summary>Whether a finding was stored before the restart.</summary>
    public bool Knows(string id) => _stored.Contains(id);

    /// <summary>Gives a finding out, unless it is stored already or state is only being rebuilt.</summary>
    public void Emit(Finding finding)
    {
        if (!Recovery && !_stored.Contains(finding.Id))
        {
            Output?.Add(finding);
        }
    }
}
