using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Charts;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Charts;

public sealed class ChartBuilderTests
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Build_WithoutRender_IsTheTableAlone()
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long", [1L]), null);

        Assert.Equal((ChartKind.Table, ""), (chart.Kind, chart.Note));
    }

    [Fact]
    public void Build_TimeChartSplitByText_HasASeriesForEachInOrderOfTime()
    {
        var table = Tables.Of(
            "floor_section:string, coin_in:real, at:datetime",
            ["Main", 2.0, Noon.AddMinutes(1)],
            ["Bar", 5.0, Noon],
            ["Main", 1.0, Noon]);

        var chart = ChartBuilder.Build(table, Tables.Render("timechart"));

        Assert.Equal((ChartKind.Line, AxisScale.Time, "At", "Coin-in"), (chart.Kind, chart.X.Scale, chart.X.Title, chart.Y.Title));
        Assert.Equal(["Main", "Bar"], chart.Series.Select(series => series.Name));
        Assert.Equal([Noon, Noon.AddMinutes(1)], chart.Series[0].X);
        Assert.Equal([1.0, 2.0], chart.Series[0].Y);
        Assert.Equal([2, 0], chart.Series[0].Rows);
        Assert.True(chart.HasLegend);
    }

    [Fact]
    public void Build_SeveralNumbers_AreSeveralSeries()
    {
        var table = Tables.Of("at:datetime, coin_in:real, coin_out:decimal, errors:long", [Noon, 2.0, 1.5m, 3L]);

        var chart = ChartBuilder.Build(table, Tables.Render("timechart"));

        Assert.Equal(["Coin-in", "Coin-out", "Errors"], chart.Series.Select(series => series.Name));
        Assert.Equal([2.0, 1.5, 3.0], chart.Series.Select(series => series.Y[0]));
        Assert.Equal("", chart.Y.Title);
    }

    [Theory]
    [InlineData("timechart", "Dashed: ")]
    [InlineData("columnchart", "Paler: ")]
    public void Build_StepThatIsNotWhole_IsMarkedAndSaid(string kind, string note)
    {
        var table = Tables.Of("hour:datetime, coin_in:real, is_complete:bool", [Noon.AddHours(1), 2.0, false], [Noon, 5.0, true]);

        var chart = ChartBuilder.Build(table, Tables.Render(kind));

        Assert.Equal([false, true], Assert.Single(chart.Series).IsPartial);
        Assert.Equal([5.0, 2.0], chart.Series[0].Y);
        Assert.StartsWith(note, chart.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WholeSteps_AreNotMarked()
    {
        var chart = ChartBuilder.Build(Tables.Of("hour:datetime, coin_in:real, is_complete:bool", [Noon, 5.0, true]), Tables.Render("timechart"));

        Assert.Empty(Assert.Single(chart.Series).IsPartial);
        Assert.Equal("", chart.Note);
    }

    [Fact]
    public void Build_PlacesWithTheirHeat_LieAndAreColouredAsOnTheMap()
    {
        var table = Tables.Of("x_coord:real, y_coord:real, heat_score:real, heat:string", [2.0, 1.0, 1.4, "hot"], [1.0, 1.0, 0.0, "silent"], [1.0, 2.0, 0.9, "hot"]);

        var chart = ChartBuilder.Build(table, Tables.Render("scatterchart", ("xcolumn", "x_coord"), ("ycolumns", "y_coord"), ("series", "heat")));

        Assert.True(chart.Y.IsReversed);
        Assert.False(chart.HasLegend);
        Assert.Equal("", chart.Note);
        Assert.Equal([0.9, 1.4], chart.Series[0].Heat);
        Assert.Equal(("#fee838", "#00224e"), (ChartInk.HeatColour(1.4), ChartInk.HeatColour(0)));
    }

    [Theory]
    [InlineData(20, 1, "1 machine stands far from the others")]
    [InlineData(60, 2, "2 machines stand far from the others")]
    public void Build_PlacesFarFromAllOthers_AreOutsideThePictureAndTold(int machines, int far, string note)
    {
        object?[][] rows = [.. Enumerable.Range(0, machines).Select(i => new object?[] { i % 10 * 1.0, i / 10 * 1.0 }), .. Enumerable.Range(0, far).Select(i => new object?[] { 5000.0 + i, -2.0 })];

        var chart = ChartBuilder.Build(Tables.Of("x_coord:real, y_coord:real", rows), Tables.Render("scatterchart", ("xcolumn", "x_coord"), ("ycolumns", "y_coord")));

        Assert.StartsWith(note, chart.Note, StringComparison.Ordinal);
        Assert.InRange(chart.X.Most!.Value, 9, 12);
        Assert.InRange(chart.Y.Least!.Value, -3, 0);
        Assert.Equal(machines + far, Assert.Single(chart.Series).Y.Count);
    }

    [Fact]
    public void Build_PlacesOfAnAnnex_AreInThePicture()
    {
        object?[][] rows = [.. Enumerable.Range(0, 20).Select(i => new object?[] { i * 1.0, 0.0 }), [30.0, 0.0]];

        var chart = ChartBuilder.Build(Tables.Of("x_coord:real, y_coord:real", rows), Tables.Render("scatterchart", ("xcolumn", "x_coord"), ("ycolumns", "y_coord")));

        Assert.Equal((null, ""), (chart.X.Most, chart.Note));
    }

    [Theory]
    [InlineData("coin_in, coin_out", true)]
    [InlineData("coin_in, games", false)]
    public void Build_AxisOfMoneyAlone_IsOne(string values, bool isMoney)
    {
        var table = Tables.Of("hour:datetime, coin_in:real, coin_out:real, games:long", [Noon, 5.0, 4.0, 3L]);

        Assert.Equal(isMoney, ChartBuilder.Build(table, Tables.Render("timechart", ("ycolumns", values)), ["coin_in", "coin_out"]).Y.IsMoney);
        Assert.False(ChartBuilder.Build(table, Tables.Render("timechart", ("ycolumns", values))).Y.IsMoney);
    }

    [Theory]
    [InlineData("coin_in", "Coin-in")]
    [InlineData("rated_coin_in", "Rated coin-in")]
    [InlineData("machine_id", "Machine")]
    [InlineData("hold_percent", "Hold %")]
    [InlineData("p90_minutes", "90th percentile (min)")]
    [InlineData("p90_minutes_to_reset", "90th percentile of minutes to reset")]
    [InlineData("margin_points", "Margin (points)")]
    [InlineData("minutes", "Minutes")]
    [InlineData("percent_of_peers", "Percent of peers")]
    [InlineData("x_coord", "From the left (m)")]
    [InlineData("_", "_")]
    public void Name_Column_IsInTheFloorsWordsWithItsUnit(string column, string name) => Assert.Equal(name, ChartText.Name(column));

    [Fact]
    public void Build_ColumnsNamed_AreTaken()
    {
        var table = Tables.Of("a:long, b:long, c:long, section:string, bank:string", [1L, 2L, 3L, "Main", "M1"]);

        var chart = ChartBuilder.Build(table, Tables.Render("linechart", ("xcolumn", "b"), ("ycolumns", "c, a"), ("series", "bank")));

        Assert.Equal(["M1: C", "M1: A"], chart.Series.Select(series => series.Name));
        Assert.Equal([2.0], chart.Series[0].X);
    }

    [Theory]
    [InlineData("xcolumn")]
    [InlineData("ycolumns")]
    [InlineData("series")]
    public void Build_ColumnThatIsNot_SaysSo(string property)
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long, b:long", [1L, 2L]), Tables.Render("linechart", (property, "nothing")));

        Assert.Equal((ChartKind.Table, "The answer has no column nothing, which the chart asks for."), (chart.Kind, chart.Note));
    }

    [Fact]
    public void Build_TimeChartWithoutMoments_SaysSo()
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long, b:long", [1L, 2L]), Tables.Render("timechart"));

        Assert.Equal((ChartKind.Table, "A chart over time needs a column of moments."), (chart.Kind, chart.Note));
    }

    [Fact]
    public void Build_TextsAsValues_SaysSo()
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long, b:string", [1L, "x"]), Tables.Render("columnchart", ("ycolumns", "b")));

        Assert.Contains("holds no numbers", chart.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("columnchart", ChartKind.Column)]
    [InlineData("barchart", ChartKind.Bar)]
    [InlineData("piechart", ChartKind.Pie)]
    public void Build_ByName_KeepsTheOrderOfTheAnswer(string render, ChartKind kind)
    {
        var chart = ChartBuilder.Build(Tables.Of("section:string, games:long", ["Main", 5L], ["Bar", 9L], ["", 1L]), Tables.Render(render));

        Assert.Equal((kind, AxisScale.Category), (chart.Kind, chart.X.Scale));
        Assert.Equal(["Main", "Bar", "–"], Assert.Single(chart.Series).X);
        Assert.Equal(kind == ChartKind.Pie, chart.HasLegend);
    }

    [Fact]
    public void Build_NullAndNotFinite_LeaveAGap()
    {
        var table = Tables.Of("a:long, b:real", [1L, null], [2L, double.NaN], [3L, double.PositiveInfinity], [4L, 4.0]);

        Assert.Equal([null, null, null, 4.0], ChartBuilder.Build(table, Tables.Render("linechart")).Series[0].Y);
    }

    [Fact]
    public void Build_Properties_AreFollowed()
    {
        var chart = ChartBuilder.Build(
            Tables.Of("a:long, b:real", [1L, 1.0]),
            Tables.Render("areachart", ("title", "T"), ("xtitle", "X"), ("ytitle", "Y"), ("ymin", "0"), ("ymax", "10.5"), ("yaxis", "log"), ("kind", "stacked100"), ("legend", "hidden")));

        Assert.Equal(("T", "X", "Y", ChartStacking.Percent, false), (chart.Title, chart.X.Title, chart.Y.Title, chart.Stacking, chart.HasLegend));
        Assert.Equal((0, 10.5, true), (chart.Y.Least, chart.Y.Most, chart.Y.IsLogarithmic));
    }

    [Fact]
    public void Build_ArraysOfMakeSeries_AreSpread()
    {
        var table = Tables.Of(
            "section:string, at:dynamic, coin_in:dynamic",
            ["Main", """["2026-01-01T12:00:00.0000000Z","2026-01-01T12:01:00.0000000Z"]""", "[1.5,null]"],
            ["Bar", """["2026-01-01T12:00:00.0000000Z"]""", "[7]"]);

        var chart = ChartBuilder.Build(table, Tables.Render("timechart"));

        Assert.Equal([Noon, Noon.AddMinutes(1)], chart.Series[0].X);
        Assert.Equal([1.5, null], chart.Series[0].Y);
        Assert.Equal([0, 0], chart.Series[0].Rows);
        Assert.Equal([1], chart.Series[1].Rows);
    }

    [Fact]
    public void Build_TooManyPoints_HasNoChartAndSaysWhy()
    {
        var rows = Enumerable.Range(0, ChartBuilder.MostPoints + 1).Select(i => new object?[] { (long)i, 1.0 }).ToArray();

        var chart = ChartBuilder.Build(Tables.Of("a:long, b:real", rows), Tables.Render("linechart"));

        Assert.Equal(ChartKind.Table, chart.Kind);
        Assert.Contains("more than 20,000 points", chart.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TooManySeries_DrawsTheLargestAndSaysSo()
    {
        var rows = Enumerable.Range(0, 50).Select(i => new object?[] { Noon, $"S{i}", (double)i }).ToArray();

        var chart = ChartBuilder.Build(Tables.Of("at:datetime, section:string, v:real", rows), Tables.Render("timechart"));

        Assert.Equal(ChartBuilder.MostSeries, chart.Series.Count);
        Assert.Equal("S10", chart.Series[0].Name);
        Assert.Contains("40 largest of 50", chart.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Card_HasAFigureForEachNumberOfTheFirstRow()
    {
        var chart = ChartBuilder.Build(Tables.Of("section:string, coin_in:real, games:long", ["Main", 12.5, 3L], ["Bar", 1.0, 1L]), Tables.Render("card"));

        Assert.Equal([("Coin-in", 12.5), ("Games", 3.0)], chart.Series.Select(figure => (figure.Name, figure.Y[0]!.Value)));
    }

    [Fact]
    public void Build_KindThatIsNotDrawn_IsTheTableWithANote()
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long", [1L]), Tables.Render("treemap"));

        Assert.Equal((ChartKind.Table, "A treemap is not drawn here; the answer stands below."), (chart.Kind, chart.Note));
    }

    [Fact]
    public void Build_Durations_AreSeconds()
    {
        var chart = ChartBuilder.Build(Tables.Of("a:long, took:timespan", [1L, TimeSpan.FromMinutes(2)]), Tables.Render("linechart"));

        Assert.Equal(("Took (s)", 120.0), (chart.Y.Title, chart.Series[0].Y[0]));
    }
}
