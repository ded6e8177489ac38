using System.Globalization;
using Bunit;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Results;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Results;

public sealed class ResultGridTests : BunitContext
{
    private const int Rows = 100_000;

    public ResultGridTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
    }

    [Fact]
    public void Grid_HundredThousandRows_DrawsAFewAndSortsThemAll()
    {
        object?[][] rows = [.. Enumerable.Range(0, Rows).Select(i => new object?[] { string.Create(CultureInfo.InvariantCulture, $"SLOT-{i}"), (long)(i * 7919L % Rows) })];
        var grid = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, Tables.Of("machine_id:string, n:long", rows)));

        grid.FindAll("th button")[1].Click();

        Assert.Equal("100001", grid.Find("table").GetAttribute("aria-rowcount"));
        Assert.InRange(grid.FindAll("tbody td").Count, 2, 400);
        Assert.Equal("99,999", grid.FindAll("tbody td")[1].TextContent.Trim());
    }

    [Fact]
    public void Grid_ColumnClicked_SortsGreatestFirstAndThenLeast()
    {
        var grid = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, Tables.Of("name:string, n:long", ["b", 2L], ["a", null], ["c", 10L])));
        Assert.Equal("none", grid.FindAll("th")[1].GetAttribute("aria-sort"));

        grid.FindAll("th button")[1].Click();
        Assert.Equal(("descending", "c b a"), (grid.FindAll("th")[1].GetAttribute("aria-sort"), Names()));
        grid.FindAll("th button")[1].Click();
        Assert.Equal(("ascending", "b c a"), (grid.FindAll("th")[1].GetAttribute("aria-sort"), Names()));

        string Names() => string.Join(' ', grid.FindAll("tbody tr").Where(row => row.ChildElementCount > 0).Select(row => row.Children[0].TextContent.Trim()).Where(name => name.Length > 0));
    }

    [Fact]
    public void Grid_ColumnsOfMoney_AreInDollarsUnlessTheGridIsExact()
    {
        var table = Tables.Of("coin_in:real, amount:real, games:long", [1234.5, 2500.0, 7L], [-3.25, -100.0, null], [null, double.NaN, 2L]);

        var grid = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, table).Add(p => p.Money, ["coin_in", "amount"]));
        Assert.Equal(["$1,234.50", "$2,500", "7", "-$3.25", "-$100", "–", "–", "–", "2"], grid.FindAll("tbody td").Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0));

        var exact = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, table).Add(p => p.Money, ["coin_in"]).Add(p => p.Exact, true));
        Assert.Equal("1234.5", exact.FindAll("tbody td")[1].TextContent.Trim());
    }

    [Fact]
    public void Grid_Exact_ShowsNamesUtcAndNulls()
    {
        var table = Tables.Of("coin_in:real, at:datetime, n:long", [1234.5, new DateTime(2026, 7, 1, 19, 5, 6, DateTimeKind.Utc), null]);

        var grid = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, table).Add(p => p.Exact, true));

        Assert.Equal(["#", "coin_in", "at", "n"], grid.FindAll("th").Select(heading => heading.TextContent.Trim()));
        Assert.Equal(["1", "1234.5", "2026-07-01T19:05:06Z", "null"], grid.FindAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }
}
