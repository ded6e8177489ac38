using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Charts;

/// <summary>What <c>render</c> asks for, read; names and values as the language has them: <c>render timechart with (ycolumns=a, b, legend=hidden)</c>.</summary>
internal sealed class ChartRequest
{
    private static readonly Dictionary<string, ChartKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["table"] = ChartKind.Table,
        ["card"] = ChartKind.Card,
        ["timechart"] = ChartKind.Line,
        ["anomalychart"] = ChartKind.Line,
        ["linechart"] = ChartKind.Line,
        ["areachart"] = ChartKind.Area,
        ["stackedareachart"] = ChartKind.Area,
        ["columnchart"] = ChartKind.Column,
        ["barchart"] = ChartKind.Bar,
        ["piechart"] = ChartKind.Pie,
        ["scatterchart"] = ChartKind.Scatter,
    };

    private readonly IReadOnlyDictionary<string, string> _properties;

    public ChartRequest(KqlVisualization visualization)
    {
        Name = visualization.Kind;
        _properties = new Dictionary<string, string>(visualization.Properties, StringComparer.OrdinalIgnoreCase);
        Kind = Kinds.TryGetValue(Name, out var kind) ? kind : null;
    }

    /// <summary>The chart's name in the language.</summary>
    public string Name { get; }

    /// <summary>Null for a chart that is not drawn here.</summary>
    public ChartKind? Kind { get; }

    /// <summary>Whether the first moment of the answer is the axis, wherever its column stands.</summary>
    public bool IsOverTime => Name.Equals("timechart", StringComparison.OrdinalIgnoreCase) || Name.Equals("anomalychart", StringComparison.OrdinalIgnoreCase);

    public ChartStacking Stacking => Text("kind").ToUpperInvariant() switch
    {
        "STACKED" => ChartStacking.Stacked,
        "STACKED100" => ChartStacking.Percent,
        _ => Name.Equals("stackedareachart", StringComparison.OrdinalIgnoreCase) ? ChartStacking.Stacked : ChartStacking.None,
    };

    public bool HasLegend => !Text("legend").Equals("hidden", StringComparison.OrdinalIgnoreCase);

    public string Text(string property) => _properties.GetValueOrDefault(property, "");

    public IReadOnlyList<string> List(string property) =>
        Text(property).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool IsLogarithmic(string property) => Text(property).Equals("log", StringComparison.OrdinalIgnoreCase);

    public double? Number(string property) =>
        double.TryParse(Text(property), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
