namespace CasinoFloor.Web.KeyFigures;

/// <summary>The newest answer of history to how the floor does against the usual; one for all viewers.</summary>
public sealed class KeyFigureHistory
{
    private volatile HistoryFigures? _latest;

    /// <summary>The newest answer; null before the first.</summary>
    public HistoryFigures? Latest => _latest;

    /// <summary>Gives a newer answer.</summary>
    public void Publish(HistoryFigures figures) => _latest = figures;
}

/// <summary>What history says at one moment. Immutable.</summary>
public sealed record HistoryFigures
{
    /// <summary>The floor's present when it was asked, UTC.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The windows, by <see cref="FigureWindow"/>; empty while nothing could be asked.</summary>
    public required IReadOnlyList<WindowFigures> Windows { get; init; }

    /// <summary>Whether past weeks have been asked for.</summary>
    public bool KnowsPast { get; init; }

    /// <summary>Why the newest question had no answer, as a sentence; null when it had one.</summary>
    public string? Problem { get; init; }
}
