using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Results;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>The chart of <c>kql/machine/machine_errors</c>: a column for each code, the most frequent first, and a line for the share of all errors that it and those before it make up.</summary>
public static class ErrorPareto
{
    private const int Error = 0;
    private const int Errors = 1;
    private const int Running = 5;

    /// <summary>Makes the chart.</summary>
    /// <param name="answer">An answer with rows.</param>
    public static ChartModel Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var rows = answer.Table!.Rows;
        List<object?> codes = [.. rows.Select(row => row[Error])];
        List<int> places = [.. Enumerable.Range(0, rows.Count)];
        return new ChartModel(ChartKind.Column)
        {
            X = new ChartAxis("Error code", AxisScale.Category),
            Y = new ChartAxis("Errors", AxisScale.Number),
            HasLegend = true,
            Series = [new ChartSeries("Errors", codes, [.. rows.Select(row => (double?)(row[Errors] as long?))], places)],
            Share = new ChartSeries("Running share", codes, [.. rows.Select(row => row[Running] as double?)], places),
        };
    }
}
