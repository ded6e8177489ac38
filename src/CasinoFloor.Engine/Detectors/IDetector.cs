using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Detectors;

/// <summary>
/// Looks for one kind of trouble. Called on the engine's task only; what it finds goes to the context. During a recovery it
/// is shown the stored events as well, so that it can rebuild what it remembers: the context then raises nothing.
/// </summary>
internal interface IDetector
{
    /// <summary>Whether events of the type are shown to <see cref="Observe"/>.</summary>
    bool Wants(SlotEventType type) => false;

    /// <summary>Sees an accepted event, after the machine's state has taken it in.</summary>
    void Observe(in SlotEvent e, int machine, DetectionContext context)
    {
    }

    /// <summary>Looks over the whole floor, at most once a second.</summary>
    void Scan(DetectionContext context)
    {
    }

    /// <summary>A minute of the whole floor is complete.</summary>
    void MinuteClosed(int minute, DetectionContext context)
    {
    }
}
