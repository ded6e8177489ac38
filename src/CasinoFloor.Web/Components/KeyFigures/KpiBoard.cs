using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.KeyFigures;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>Makes the strip of key figures, once for all viewers: of the last 5 minutes at every new summary, of longer windows when history answered anew.</summary>
/// <param name="history">What history says.</param>
/// <param name="calendar">The property's calendar.</param>
public sealed class KpiBoard(KeyFigureHistory history, PropertyCalendar calendar)
{
    private static readonly KeyFigure[] All = Enum.GetValues<KeyFigure>();

    private readonly ConditionalWeakTable<WindowFigures, MarkupString[]> _sparks = [];
    private readonly ConcurrentDictionary<FigureWindow, Made> _made = new();
    private readonly WindowWords _words = new(calendar);

    /// <summary>The strip of a window; the same object as before while nothing in it changed.</summary>
    /// <param name="window">The window.</param>
    /// <param name="summary">The floor now; null before the first event.</param>
    public KpiView Of(FigureWindow window, FloorSummary? summary)
    {
        var past = history.Latest;

        // Longer windows have nothing of the moment but how many machines there are.
        object? present = window == FigureWindow.Recent ? summary : summary?.Figures.Machines;
        if (_made.TryGetValue(window, out var made) && Equals(made.Present, present) && ReferenceEquals(made.Past, past))
            return made.View;

        var view = Make(window, summary, past);
        _made[window] = new Made(present, past, view);
        return view;
    }

    /// <summary>The strip of a past moment: the 5 minutes before it, without comparison.</summary>
    /// <param name="summary">The floor at that moment; null where nothing is known of it.</param>
    public KpiView OfPast(FloorSummary? summary)
    {
        var sum = summary is null ? default : FloorSum.Of(summary.Figures);
        var facts = new KpiFacts(FigureWindow.Recent, summary, null, null, sum, _words) { IsReplay = true };
        return new KpiView(facts.Caption, [.. All.Select(facts.Tile)]);
    }

    private KpiView Make(FigureWindow window, FloorSummary? summary, HistoryFigures? past)
    {
        var figures = past is { Windows.Count: > 0 } ? past.Windows[(int)window] : null;
        var sum = window != FigureWindow.Recent ? figures?.Sum ?? default : summary is null ? default : FloorSum.Of(summary.Figures);
        var facts = new KpiFacts(window, summary, past, figures, sum, _words);
        var sparks = figures is null ? null : _sparks.GetValue(figures, SparksOf);
        return new KpiView(facts.Caption, [.. All.Select(figure => facts.Tile(figure) with { Spark = sparks?[(int)figure] ?? default })]);
    }

    private static MarkupString[] SparksOf(WindowFigures figures) =>
    [
        .. All.Select(figure => new MarkupString(Sparkline.Of(
            [.. figures.Steps.Select(step => step?[figure])], figures.UsualSteps[(int)figure], fromZero: figure != KeyFigure.Hold))),
    ];

    private sealed record Made(object? Present, HistoryFigures? Past, KpiView View);
}
