namespace CasinoFloor.Web.Components.Charts;

/// <summary>A chart, free of how it is drawn; made by <see cref="ChartBuilder"/>.</summary>
/// <param name="Kind">How.</param>
public sealed record ChartModel(ChartKind Kind)
{
    /// <summary>Its title; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the series share.</summary>
    public ChartAxis X { get; init; } = new("", AxisScale.Category);

    /// <summary>What is measured.</summary>
    public ChartAxis Y { get; init; } = new("", AxisScale.Number);

    /// <summary>How the series share the axis.</summary>
    public ChartStacking Stacking { get; init; }

    /// <summary>Whether the names of the series are shown.</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>The series, in order of appearance; for a card, one of each figure.</summary>
    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    /// <summary>A line over the series in percent, with an axis of its own from 0 to 100 at the right; null for none.</summary>
    public ChartSeries? Share { get; init; }

    /// <summary>What a reader must know: why there is no chart, or what it leaves out; empty for nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>An axis.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Scale">What it measures.</param>
public sealed record ChartAxis(string Title, AxisScale Scale)
{
    /// <summary>Least value shown; null for what the data need.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest value shown; null for what the data need.</summary>
    public double? Most { get; init; }

    /// <summary>Whether it grows downwards or to the left, as the floor's own coordinates do from the top.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Whether it measures amounts of money.</summary>
    public bool IsMoney { get; init; }

    /// <summary>Whether it is logarithmic.</summary>
    public bool IsLogarithmic { get; init; }
}

/// <summary>A series: as many values of X as of Y and of rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X">Names, numbers or moments (UTC), as the axis says; null where the answer has none.</param>
/// <param name="Y">The values; null leaves a gap.</param>
/// <param name="Rows">The row of the answer that each point comes from.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<object?> X, IReadOnlyList<double?> Y, IReadOnlyList<int> Rows)
{
    /// <summary>Whether the values are amounts of money.</summary>
    public bool IsMoney { get; init; }

    /// <summary>For each point whether it stands for less than its whole step, as the hour that has just begun; empty where none does.</summary>
    public IReadOnlyList<bool> IsPartial { get; init; } = [];

    /// <summary>For each point its heat score, which colours it as the map does; empty where the answer has none.</summary>
    public IReadOnlyList<double?> Heat { get; init; } = [];
}
