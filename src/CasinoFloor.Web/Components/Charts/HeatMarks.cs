using Plotly.Blazor.Traces.ScatterLib;
using Plotly.Blazor.Traces.ScatterLib.MarkerLib;
using BarTitle = Plotly.Blazor.Traces.ScatterLib.MarkerLib.ColorBarLib.Title;
using BarTitleFont = Plotly.Blazor.Traces.ScatterLib.MarkerLib.ColorBarLib.TitleLib.Font;
using Edge = Plotly.Blazor.Traces.ScatterLib.MarkerLib.Line;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>The marks of points that have a heat score: coloured as the map colours them, with the scale beside the chart.</summary>
internal static class HeatMarks
{
    /// <summary>What a point says of itself when it is pointed at.</summary>
    public const string Hover = "heat score %{marker.color:.2f}<extra></extra>";

    private const int Size = 8;
    private const int ScaleWidth = 14;
    private const int FontSize = 13;

    /// <summary>The marks of a series.</summary>
    /// <param name="scores">A score for each point.</param>
    /// <param name="ink">The theme's colours.</param>
    /// <param name="hasScale">Whether this series brings the scale: one does for all.</param>
    /// <remarks>The coldest colours are near the ground: an edge tells them from it, as on the map.</remarks>
    public static Marker Of(IReadOnlyList<double?> scores, ChartInk ink, bool hasScale) => new()
    {
        ColorArray = [.. scores.Select(score => (object)(score ?? 0))],
        ColorScale = Scale,
        CMin = 0,
        CMax = 1,
        ShowScale = hasScale,
        ColorBar = hasScale ? Bar(ink) : null,
        Size = Size,
        Symbol = SymbolEnum.Square,
        Line = new Edge { Color = ink.Muted, Width = 0.5m },
    };

    // In steps, each around its score: so the map rounds.
    private static List<object[]> Scale
    {
        get
        {
            var last = ChartInk.HeatSteps - 1;
            var steps = new List<object[]>();
            for (var step = 0; step <= last; step++)
            {
                var colour = ChartInk.HeatColour((double)step / last);
                steps.Add([Math.Max(0, (step - 0.5) / last), colour]);
                steps.Add([Math.Min(1, (step + 0.5) / last), colour]);
            }

            return steps;
        }
    }

    private static ColorBar Bar(ChartInk ink) => new()
    {
        Title = new BarTitle { Text = "Heat score", Font = new BarTitleFont { Color = ink.Text, Size = FontSize } },
        TickVals = [0, 0.25, 0.5, 0.75, 1],
        TickText = ["0", "0.25", "0.5", "0.75", "1 and more"],
        Thickness = ScaleWidth,
        OutlineWidth = 0,
    };
}
