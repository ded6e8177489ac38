namespace CasinoFloor.Web.Live;

/// <summary>What can be said of the age of the data. Disconnected is known to the browser alone.</summary>
public enum AgeState
{
    /// <summary>No event has been received yet.</summary>
    Unknown,

    /// <summary>Fresh.</summary>
    Live,

    /// <summary>Older than it should be.</summary>
    Stale,
}

/// <summary>The age of the newest data.</summary>
/// <param name="State">What it means.</param>
/// <param name="Age">Since the newest event was received; null while unknown.</param>
public readonly record struct DataAge(AgeState State, TimeSpan? Age)
{
    /// <summary>Judges the time of the newest received event.</summary>
    /// <param name="lastReceived">When it was received, UTC wall clock; null before the first.</param>
    /// <param name="now">The wall clock, UTC.</param>
    /// <param name="staleAfter">The age that is still fresh.</param>
    public static DataAge Of(DateTime? lastReceived, DateTime now, TimeSpan staleAfter)
    {
        if (lastReceived is not { } received)
            return new DataAge(AgeState.Unknown, null);

        var age = now > received ? now - received : TimeSpan.Zero;
        return new DataAge(age > staleAfter ? AgeState.Stale : AgeState.Live, age);
    }
}
