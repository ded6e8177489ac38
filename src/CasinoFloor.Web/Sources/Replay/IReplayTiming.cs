namespace CasinoFloor.Web.Sources.Replay;

/// <summary>When events of a replay are due, and by how much their times are moved.</summary>
internal interface IReplayTiming
{
    /// <summary>Whether the time of every single event matters.</summary>
    bool NeedsTimes { get; }

    /// <summary>The newest event time that is due now.</summary>
    /// <param name="earliestTicks">Time of the earliest event that waits; the first call sets the beginning.</param>
    long DueTicks(long earliestTicks);

    /// <summary>Waits until an event is due, and a little for more of them.</summary>
    Task WaitAsync(long eventTicks, CancellationToken cancellationToken);

    /// <summary>How far apart the times of one batch's events may lie.</summary>
    long BatchSpan { get; }

    /// <summary>What is added to the times of a batch whose newest event has this time.</summary>
    long Shift(long newestTicks);

    /// <summary>Lines were read whose times could not be looked at beforehand.</summary>
    void Observe(ReplayFile file);
}
