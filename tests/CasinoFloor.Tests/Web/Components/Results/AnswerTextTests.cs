using System.Text;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Results;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Results;

public sealed class AnswerTextTests
{
    private static readonly PropertyCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"), new CalendarOptions());
    private static readonly DateTime Moment = new(2026, 7, 1, 19, 5, 6, 250, DateTimeKind.Utc);

    [Theory]
    [InlineData(1234567L, 0, "1,234,567")]
    [InlineData(1234.5, 2, "1,234.50")]
    [InlineData(double.NaN, 2, "–")]
    [InlineData(-0.001, 2, "0.00")]
    [InlineData(-0.01, 2, "-0.01")]
    [InlineData(true, 0, "yes")]
    [InlineData("text", 0, "text")]
    [InlineData(null, 0, "–")]
    public void Of_Value_IsWrittenForPeople(object? value, int places, string expected) => Assert.Equal(expected, ResultText.Of(value, places, Calendar));

    [Fact]
    public void Of_Moment_IsThePropertysTime()
    {
        Assert.Equal("2026-07-01 12:05:06.250", ResultText.Of(Moment, 0, Calendar));
        Assert.Equal("2026-07-01T19:05:06.25Z", ResultText.Exact(Moment));
    }

    [Fact]
    public void Places_OfAColumn_AreWhatItsNumbersNeed()
    {
        Assert.Equal(0, ResultText.Places([1.0, 2.0, null, double.NaN]));
        Assert.Equal(2, ResultText.Places([0.5, 2.0]));
        Assert.Equal(4, ResultText.Places([0.5m, 0.25m]));
        Assert.Equal(0, ResultText.Places(["text"]));
    }

    [Fact]
    public void Order_ByColumn_PutsNullsLastAndKeepsEqualRowsInOrder()
    {
        object?[][] rows = [[2L], [null], [10L], [2L]];

        Assert.Equal([0, 3, 2, 1], ResultOrder.By(rows, 0, descending: false));
        Assert.Equal([2, 0, 3, 1], ResultOrder.By(rows, 0, descending: true));
    }

    [Fact]
    public void Order_Texts_IsOrdinal() => Assert.Equal([1, 2, 0], ResultOrder.By([["b"], ["A"], ["a"]], 0, descending: false));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("1+1", "1+1")]
    public void Csv_Formula_IsLedByAnApostrophe(string text, string written) => Assert.Equal(written + "\r\n", CsvText.Line([text]));

    [Fact]
    public void Csv_Values_AreExactAndSafe()
    {
        var table = Tables.Of(
            "name:string, at:datetime, amount:real, exact:decimal, flag:bool, span:timespan, bag:dynamic",
            ["a, \"b\"\r\nc", Moment, 0.1, 12.3400m, true, TimeSpan.FromMinutes(1.5), """{"a":1}"""],
            ["=1+1", null, -2.0, null, null, null, null],
            ["@x", null, double.NaN, null, null, null, null]);

        Assert.Equal(
            "name,at,amount,exact,flag,span,bag\r\n"
                + "\"a, \"\"b\"\"\r\nc\",2026-07-01T19:05:06.25Z,0.1,12.3400,true,00:01:30,\"{\"\"a\"\":1}\"\r\n"
                + "'=1+1,,-2,,,,\r\n"
                + "'@x,,NaN,,,,\r\n",
            string.Concat(CsvText.Lines(table)));
    }

    [Fact]
    public async Task CsvStream_ReadInSmallPieces_GivesEveryByte()
    {
        string[] lines = ["größe,x\r\n", "", "1,–\r\n", new string('y', 5000) + "\r\n"];
        using var stream = new CsvStream(lines);
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, 7, TestContext.Current.CancellationToken);

        Assert.Equal("\uFEFF" + string.Concat(lines), Encoding.UTF8.GetString(copy.ToArray()));
    }

    [Fact]
    public void Drill_MachineAndMoment_HaveAddresses()
    {
        Assert.Equal("/machines/S%2F1%20a", Drill.Address(new KqlResultColumn("machine_id", KqlType.String), "S/1 a"));
        Assert.Equal("/replay?at=2026-07-01T19%3A05%3A06.25Z", Drill.Address(new KqlResultColumn("event_timestamp", KqlType.DateTime), Moment));
        Assert.Null(Drill.Address(new KqlResultColumn("machine_id", KqlType.String), ""));
        Assert.Null(Drill.Address(new KqlResultColumn("floor_section", KqlType.String), "Main"));
    }

    [Fact]
    public void Drill_Row_GivesItsMachineAndItsFirstMoment()
    {
        var table = Tables.Of("a:datetime, b:datetime, machine_id:string", [null, Moment, "S-1"], [null, null, ""]);

        Assert.Equal(("S-1", Moment), (Drill.MachineOf(table, 0), Drill.MomentOf(table, 0)));
        Assert.Equal((null, null), (Drill.MachineOf(table, 1), Drill.MomentOf(table, 1)));
    }
}
