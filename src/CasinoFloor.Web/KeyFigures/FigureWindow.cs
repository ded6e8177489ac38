namespace CasinoFloor.Web.KeyFigures;

/// <summary>The span of time that key figures are taken over; all end now.</summary>
public enum FigureWindow
{
    /// <summary>The last 5 minutes, from the engine: to the second, and still open.</summary>
    Recent,

    /// <summary>The last 60 closed minutes.</summary>
    Hour,

    /// <summary>The closed minutes of this shift.</summary>
    Shift,

    /// <summary>The closed minutes of this gaming day.</summary>
    Day,
}
