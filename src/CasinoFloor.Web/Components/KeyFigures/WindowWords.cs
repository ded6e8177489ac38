using System.Globalization;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>What windows are called, in the property's time.</summary>
/// <param name="calendar">The property's calendar.</param>
public sealed class WindowWords(PropertyCalendar calendar)
{
    /// <summary>The windows, shortest first, with what addresses and buttons call them.</summary>
    public static IReadOnlyList<(FigureWindow Window, string Code, string Name)> All { get; } =
    [
        (FigureWindow.Recent, "5m", "5 min"), (FigureWindow.Hour, "1h", "1 h"), (FigureWindow.Shift, "shift", "Shift"), (FigureWindow.Day, "day", "Day"),
    ];

    /// <summary>The window of a code; the last 5 minutes for one that there is not.</summary>
    public static FigureWindow Parse(string? code) => All.FirstOrDefault(window => window.Code == code).Window;

    /// <summary>The code of a window.</summary>
    public static string Code(FigureWindow window) => All.First(one => one.Window == window).Code;

    /// <summary>Whose history there is none of: <c>this hour</c>.</summary>
    public static string This(FigureWindow window) => window switch
    {
        FigureWindow.Shift => "this shift",
        FigureWindow.Day => "this gaming day",
        _ => "this hour",
    };

    /// <summary>The span itself: <c>the last 5 minutes</c>, <c>this shift, since 16:00</c>.</summary>
    public string Span(FigureWindow window, WindowFigures? figures) => window switch
    {
        FigureWindow.Recent => "the last 5 minutes",
        FigureWindow.Hour when figures is not null => $"the 60 minutes from {Time(figures.From)} to {Time(figures.To)}",
        FigureWindow.Hour => "the last 60 closed minutes",
        _ when figures is not null => $"{This(window)}, from {Time(figures.From)} to {Time(figures.To)}",
        _ => This(window),
    };

    /// <summary>What is usual: <c>Tuesday 21:00</c>, <c>Tuesday 16:00–21:04</c>, <c>Monday’s gaming day to 21:04</c>.</summary>
    /// <param name="window">The window.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="asOf">When they were asked for, UTC.</param>
    public string Usual(FigureWindow window, WindowFigures figures, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return window switch
        {
            FigureWindow.Recent => $"{Day(asOf)} {calendar.ToLocal(asOf).ToString("HH", CultureInfo.InvariantCulture)}:00",
            FigureWindow.Day => $"{Day(figures.From)} to {Time(figures.To)}",
            _ => $"{Day(figures.From)} {Time(figures.From)}–{Time(figures.To)}",
        };
    }

    /// <summary>A moment's local time of day.</summary>
    public string Time(DateTime utc) => calendar.ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Day(DateTime utc) => calendar.ToLocal(utc).ToString("dddd", CultureInfo.InvariantCulture);
}
