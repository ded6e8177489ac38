namespace CasinoFloor.Web.Components.Charts;

/// <summary>
/// The colours of charts: a chart does not follow the style sheet, so they stand here too, the same as in <c>wwwroot/css/app.css</c>. The colours of
/// series keep apart for the colour-blind in their first eight (after Okabe and Ito), and have at least 3 to 1 against their ground.
/// </summary>
/// <param name="Text">Titles.</param>
/// <param name="Muted">Labels of the axes.</param>
/// <param name="Line">The grid.</param>
/// <param name="Surface">The ground.</param>
/// <param name="Series">Of the series, in order.</param>
public sealed record ChartInk(string Text, string Muted, string Line, string Surface, IReadOnlyList<string> Series)
{
    /// <summary>The fonts of the pages.</summary>
    public const string Fonts = "Inter, \"Segoe UI\", system-ui, -apple-system, Roboto, \"Helvetica Neue\", Arial, sans-serif";

    private static readonly ChartInk Dark = new(
        "#e9eef3",
        "#a3b1bf",
        "#26323f",
        "#121922",
        ["#7cc4ff", "#f0bd4f", "#5bd6a2", "#ff8f5c", "#d98cff", "#f2e36b", "#4f8fd6", "#ff7a9c", "#b8c4d0", "#9ee86f"]);

    private static readonly ChartInk Light = new(
        "#13202c",
        "#4b5c6c",
        "#d5dde5",
        "#ffffff",
        ["#0b5cad", "#a86a00", "#0b7a50", "#c2490b", "#8a2fc0", "#7a6a00", "#2f8fc9", "#b3264f", "#5a6875", "#4c8a1c"]);

    // Cividis, as in wwwroot/js/floor/colours.js: the map's layer of activity has the same.
    private static readonly string[] Cividis =
    [
        "#00224e", "#012d63", "#17366d", "#2d416c", "#3d4c6b", "#4b566c", "#58616e", "#656c73", "#737678",
        "#818278", "#918e76", "#a29a73", "#b3a76d", "#c4b465", "#d7c35a", "#ead14a", "#fee838",
    ];

    /// <summary>How many colours heat scores have.</summary>
    public static int HeatSteps => Cividis.Length;

    /// <summary>The colour of a heat score on the map, in both themes: from dark blue for 0 to yellow for 1 and more.</summary>
    public static string HeatColour(double score) => Cividis[(int)Math.Round(Math.Clamp(score, 0, 1) * (Cividis.Length - 1))];

    /// <summary>The colours of a theme.</summary>
    public static ChartInk Of(bool dark) => dark ? Dark : Light;
}
