using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.History;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.History;

public sealed class HistoryModelTests
{
    private static readonly PropertyCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"), new CalendarOptions());
    private static readonly DateTime From = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = From.AddHours(8);
    private static readonly Question Asked = new("floor/x", "X", "What x is.", "print 1");

    [Theory]
    [InlineData("/history?question=floor%2Fx&window=shift")]
    [InlineData("/history?question=floor%2Fx&from=2026-01-01T08%3A00%3A00Z&to=2026-01-01T16%3A00%3A00Z")]
    [InlineData("/history?question=floor%2Fx&window=1h&p.section=High%20Limit%20%26%20Bar&refresh=30")]
    [InlineData("/history?window=1h")]
    public void Link_ReadAndWritten_IsTheSame(string address)
    {
        var link = HistoryLink.Parse("http://localhost:8080" + address);

        Assert.Equal("", link.Problem);
        Assert.Equal(address, link.ToString());
    }

    [Theory]
    [InlineData("/history?window=fortnight", "There is no window 'fortnight'")]
    [InlineData("/history?from=yesterday&to=2026-01-01", "no readable beginning and end")]
    [InlineData("/history?from=2026-01-02&to=2026-01-01", "The end must be after the beginning. The last hour is shown.")]
    [InlineData("/history?from=2020-01-02&to=2026-01-01", "at most 366 days")]
    public void Link_WrongWindow_SaysSoAndShowsTheLastHour(string address, string problem)
    {
        var link = HistoryLink.Parse("http://localhost:8080" + address);

        Assert.Contains(problem, link.Problem, StringComparison.Ordinal);
        Assert.Equal("1h", link.Window.Code);
    }

    [Fact]
    public void Resolve_WindowsUpToNow_EndNow()
    {
        var now = To.AddMinutes(-30);
        var spans = TimeWindow.UpToNow.Select(window => TimeWindow.Of(window.Code)!.Resolve(now, Calendar)).ToList();

        Assert.All(spans, span => Assert.Equal(now, span.To));
        Assert.Equal([5, 60, 360, 450, 90, 1440, 10080], spans.Select(span => (span.To - span.From).TotalMinutes));
    }

    [Fact]
    public void Form_WindowParameters_AreNoFields()
    {
        var form = Form("", new("start_time", KqlType.DateTime, null), new("end_time", KqlType.DateTime, "datetime(null)"), new("window", KqlType.TimeSpan, "5m"), new("top_n", KqlType.Long, "20"));

        var values = form.Read((From, To), Calendar)!;

        Assert.True(form.HasWindow);
        Assert.Equal(["top_n"], form.Fields.Select(field => field.Name));
        Assert.Equal(
            new Dictionary<string, object?> { ["start_time"] = From, ["end_time"] = To, ["window"] = TimeSpan.FromHours(8) },
            values);
    }

    [Fact]
    public void Form_Fields_BeginWithTheirDefaults()
    {
        var form = Form("", new("section", KqlType.String, "\"\""), new("level", KqlType.String, "\"HIGH\""), new("top_n", KqlType.Long, "20"), new("since", KqlType.DateTime, "datetime(null)"), new("bin_size", KqlType.TimeSpan, "time(1h)"));

        Assert.Equal(["", "HIGH", "20", "", "1h"], form.Fields.Select(field => field.Text));
        Assert.False(form.HasWindow);
        Assert.Empty(form.Read((From, To), Calendar)!);
    }

    [Theory]
    [InlineData(KqlType.Long, "12", 12L)]
    [InlineData(KqlType.Int, "12", 12)]
    [InlineData(KqlType.Real, "1.5", 1.5)]
    [InlineData(KqlType.Bool, "true", true)]
    [InlineData(KqlType.String, "Main Casino", "Main Casino")]
    [InlineData(KqlType.String, " SLOT-1 ", "SLOT-1")]
    public void Form_Typed_IsReadByItsType(KqlType type, string typed, object expected) =>
        Assert.Equal(expected, Form(typed, new KqlParameter("x", type, null)).Read((From, To), Calendar)!["x"]);

    [Theory]
    [InlineData("5m", "00:05:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData("2d", "2.00:00:00")]
    [InlineData("00:15:00", "00:15:00")]
    public void Form_TimeSpan_IsReadAsTheLanguageWritesIt(string typed, string expected) => Assert.Equal(
        TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Form(typed, new KqlParameter("x", KqlType.TimeSpan, null)).Read((From, To), Calendar)!["x"]);

    [Fact]
    public void Form_Moment_IsThePropertysTime() => Assert.Equal(
        From,
        Form("2026-01-01T00:00", new KqlParameter("x", KqlType.DateTime, null)).Read((From, To), Calendar)!["x"]);

    [Theory]
    [InlineData(KqlType.Long, "1.5", "whole number")]
    [InlineData(KqlType.TimeSpan, "0m", "time span over 0")]
    [InlineData(KqlType.TimeSpan, "-5m", "time span over 0")]
    [InlineData(KqlType.Int, "99999999999", "whole number")]
    [InlineData(KqlType.Real, "much", "number")]
    [InlineData(KqlType.Real, "1e999", "number")]
    [InlineData(KqlType.TimeSpan, "5 fortnights", "time span")]
    [InlineData(KqlType.TimeSpan, "5", "time span")]
    [InlineData(KqlType.DateTime, "yesterday", "date and time")]
    [InlineData(KqlType.Guid, "x", "GUID")]
    [InlineData(KqlType.Long, "", "needs a value")]
    public void Form_WrongField_SaysWhatItWants(KqlType type, string typed, string problem)
    {
        var form = Form(typed, new KqlParameter("x", type, null));

        Assert.Null(form.Read((From, To), Calendar));
        Assert.Contains(problem, form.Fields[0].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1", true)]
    public void Form_RowLimit_IsOverZero(string typed, bool isSound)
    {
        var form = QuestionForm.Of(Asked, [new KqlParameter("top_n", KqlType.Long, "20")], new Dictionary<string, string> { ["top_n"] = typed });

        Assert.Equal(isSound, form.Read((From, To), Calendar) is not null);
        Assert.Equal(isSound ? "" : "Enter a whole number over 0.", form.Fields[0].Problem);
    }

    [Fact]
    public void Shelf_Words_FindQuestionsThatEverybodyMayAsk()
    {
        var catalog = new QuestionCatalog(
        [
            new Question("floor/floor_overview", "Floor overview", "What each section did.", ""),
            new Question("cage/leads", "Leads", "For some section.", "") { Roles = ["Compliance"] },
            new Question("replay/floor_at", "Floor at", "A section's codes.", ""),
            new Question("jackpots/jackpots_by_hour", "Jackpots by hour", "How many.", ""),
        ]);

        Assert.Equal(["floor", "jackpots"], QuestionShelf.Find(catalog, "").Select(area => area.Key));
        Assert.Equal(["floor"], QuestionShelf.Find(catalog, "SECTION overview").Select(area => area.Key));
        Assert.Empty(QuestionShelf.Find(catalog, "nothing"));
    }

    private static QuestionForm Form(string typed, params KqlParameter[] parameters) =>
        QuestionForm.Of(Asked, parameters, typed.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x"] = typed });
}
