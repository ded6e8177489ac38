namespace CasinoFloor.Web.KeyFigures;

/// <summary>What is stored of a window, and what is usual for it. Immutable: shared by all viewers.</summary>
public sealed record WindowFigures
{
    /// <summary>Begin, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>End, UTC: all minutes before it are closed.</summary>
    public required DateTime To { get; init; }

    /// <summary>The figures of the minutes that are stored.</summary>
    public required FloorSum Sum { get; init; }

    /// <summary>What is usual, by figure; null where no past week is stored.</summary>
    public required IReadOnlyList<UsualValue?> Usual { get; init; }

    /// <summary>The figures by equal steps, oldest first, for a sparkline; null where nothing is stored.</summary>
    public required IReadOnlyList<FloorSum?> Steps { get; init; }

    /// <summary>The same steps on average of the past weeks.</summary>
    public required IReadOnlyList<IReadOnlyList<double?>> UsualSteps { get; init; }
}
