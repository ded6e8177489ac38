namespace CasinoFloor.Web.Components.Charts;

/// <summary>How an answer is drawn.</summary>
public enum ChartKind
{
    /// <summary>Not drawn: the grid alone.</summary>
    Table,

    /// <summary>One large figure for each number of the first row.</summary>
    Card,

    /// <summary>Lines over time or a number.</summary>
    Line,

    /// <summary>Areas over time or a number.</summary>
    Area,

    /// <summary>Columns, upright.</summary>
    Column,

    /// <summary>Bars, lying.</summary>
    Bar,

    /// <summary>Shares of a whole.</summary>
    Pie,

    /// <summary>Points.</summary>
    Scatter,
}

/// <summary>How several series share an axis.</summary>
public enum ChartStacking
{
    /// <summary>Beside or over one another.</summary>
    None,

    /// <summary>On top of one another.</summary>
    Stacked,

    /// <summary>On top of one another, as shares of 100.</summary>
    Percent,
}

/// <summary>What an axis measures.</summary>
public enum AxisScale
{
    /// <summary>Names, in the order of the answer.</summary>
    Category,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Moments, UTC.</summary>
    Time,
}
