using System.Globalization;
using Bunit;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Results;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Results;

public sealed class LargeGridTests : BunitContext
{
    private const int Rows = 100_000;

    public LargeGridTests()
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
}
