using System.Text;
using Bunit;
using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Shared.Results;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Results;

public sealed class ResultTests : BunitContext
{
    private static readonly KqlResultTable Table = new(
        "PrimaryResult",
        [new KqlResultColumn("name", KqlType.String), new KqlResultColumn("n", KqlType.Long), new KqlResultColumn("at", KqlType.DateTime)],
        [["b", 2L, new DateTime(2024, 1, 31, 12, 0, 0, DateTimeKind.Utc)], ["a, \"x\"", null, null], ["=1+1", 10L, null]],
        true);

    public ResultTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void ResultCsv_Write_QuotesAndDisarms() => Assert.Equal(
        "\uFEFFname,n,at\r\nb,2,2024-01-31 12:00:00Z\r\n\"a, \"\"x\"\"\",,\r\n'=1+1,10,\r\n", Encoding.UTF8.GetString(ResultCsv.Write(Table)));

    [Fact]
    public void ResultGrid_ColumnClicked_SortsByIt()
    {
        var grid = Render<ResultGrid>(parameters => parameters.Add(p => p.Table, Table));
        Assert.Equal("none", grid.FindAll("th")[2].GetAttribute("aria-sort"));

        grid.FindAll("th button")[1].Click();
        grid.FindAll("th button")[1].Click();

        Assert.Equal("descending", grid.FindAll("th")[2].GetAttribute("aria-sort"));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(0.1, "0.1")]
    [InlineData(true, "true")]
    [InlineData(-5L, "-5")]
    public void ResultText_AValue_IsTheSameEverywhere(object? value, string text) => Assert.Equal(text, ResultText.Of(value));
}
