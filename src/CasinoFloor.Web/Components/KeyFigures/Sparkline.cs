using System.Globalization;
using System.Text;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>A small line without axes: the course of a figure, and the usual course behind it.</summary>
public static class Sparkline
{
    private const double Width = 100;
    private const double Height = 24;
    private const double Margin = 1.5;

    /// <summary>The drawing as SVG; empty for fewer than two known values.</summary>
    /// <param name="values">The course, oldest first; null leaves a gap.</param>
    /// <param name="usual">The usual course over the same steps; null leaves a gap.</param>
    /// <param name="fromZero">Whether the lower edge is zero; otherwise the least value.</param>
    public static string Of(IReadOnlyList<double?> values, IReadOnlyList<double?> usual, bool fromZero)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(usual);
        var known = values.Concat(usual).OfType<double>().ToList();
        if (known.Count < 2)
            return "";

        var (low, high) = (fromZero ? Math.Min(0, known.Min()) : known.Min(), known.Max());
        var text = new StringBuilder($"""<svg class="spark" viewBox="0 0 {Text(Width)} {Text(Height)}" preserveAspectRatio="none" aria-hidden="true">""");
        AddPath(text, "spark-usual", usual, low, high);
        AddPath(text, "spark-now", values, low, high);
        return text.Append("</svg>").ToString();
    }

    private static void AddPath(StringBuilder text, string style, IReadOnlyList<double?> values, double low, double high)
    {
        var line = new StringBuilder();
        var isOpen = false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                isOpen = false;
                continue;
            }

            var x = values.Count == 1 ? Width : Width * i / (values.Count - 1);
            var y = high > low ? Height - Margin - ((Height - (2 * Margin)) * (value - low) / (high - low)) : Height / 2;
            line.Append(isOpen ? 'L' : 'M').Append(Text(x)).Append(' ').Append(Text(y));
            isOpen = true;
        }

        if (line.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"""<path class="{style}" d="{line}" vector-effect="non-scaling-stroke" />""");
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
