using System.Text;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>What <c>render</c> asked for, as the clients that draw it expect: every property is there, null unless given.</summary>
internal static class VisualizationJson
{
    // Name in the answer, name in the language.
    private static readonly (string Answer, string Language)[] Texts =
    [
        ("Title", "title"), ("XColumn", "xcolumn"), ("Series", "series"), ("YColumns", "ycolumns"), ("AnomalyColumns", "anomalycolumns"), ("XTitle", "xtitle"),
        ("YTitle", "ytitle"), ("XAxis", "xaxis"), ("YAxis", "yaxis"), ("Legend", "legend"), ("YSplit", "ysplit"), ("Kind", "kind"),
    ];

    private static readonly (string Answer, string Language)[] Bounds = [("Ymin", "ymin"), ("Ymax", "ymax"), ("Xmin", "xmin"), ("Xmax", "xmax")];

    /// <summary>The JSON text.</summary>
    public static string Of(KqlResult result)
    {
        var chart = result.Visualization;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonContent.Writing))
        {
            json.WriteStartObject();
            json.WriteString("Visualization", chart?.Kind);
            foreach (var (answer, language) in Texts)
            {
                json.WriteString(answer, Given(chart, language));
            }

            json.WriteBoolean("Accumulate", bool.TryParse(Given(chart, "accumulate"), out var accumulate) && accumulate);
            json.WriteBoolean("IsQuerySorted", result.Tables is [.., { IsOrdered: true }]);
            foreach (var (answer, language) in Bounds)
            {
                json.WriteString(answer, Given(chart, language) ?? "NaN");
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static string? Given(KqlVisualization? chart, string property) =>
        chart?.Properties.FirstOrDefault(given => given.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;
}
