using Bunit;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using HistoryPage = CasinoFloor.Web.Components.Pages.History;

namespace CasinoFloor.Tests.Web.Components.History;

public sealed class HistoryPageTests : BunitContext
{
    private readonly FakeHistory _history = new();
    private readonly FakeTimeProvider _time = new(FakeHistory.At);

    public HistoryPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton<IHistory>(_history);
        Services.AddFloorLive(new FloorLiveOptions()).AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());
    }

    [Fact]
    public void Open_WithoutQuestion_OffersThoseForEverybody()
    {
        var page = Open("/history");

        Assert.Equal(["Play"], page.FindAll(".questions-list strong").Select(title => title.TextContent));
        Assert.Empty(_history.Asked);
    }

    [Theory]
    [InlineData("cage/leads")]
    [InlineData("no/such")]
    public void Open_QuestionThatIsNotOffered_SaysSoAndAsksNothing(string name)
    {
        var page = Open($"/history?question={name}");

        Assert.Contains($"There is no question “{name}” here", page.Markup, StringComparison.Ordinal);
        Assert.Empty(_history.Asked);
    }

    [Fact]
    public void Open_SharedLink_AsksWhatItSays()
    {
        var page = Open("/history?question=floor/play&window=6h&p.section=Main");

        Assert.Equal(
            new Dictionary<string, object?> { ["section"] = "Main", ["start_time"] = FakeHistory.At.AddHours(-6), ["end_time"] = FakeHistory.At },
            Assert.Single(_history.Asked));
        Assert.Equal("6 h", page.Find(".choice button[aria-pressed=true]").TextContent);
        Assert.Equal("2", page.Find(".answer-state strong").TextContent);
    }

    [Fact]
    public void Answer_Rows_AreWrittenWithTheirWaysOn()
    {
        var page = Open("/history?question=floor/play");

        Assert.Equal(["S-1", "2026-07-01 12:05:00", "12.50"], page.FindAll("tbody td").Take(3).Select(cell => cell.TextContent.Trim()));
        Assert.Equal("/machines/S-1", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public void Heading_Pressed_SortsGreatestFirstThenLeastThenAsItCame()
    {
        _history.Reply = _ => Task.FromResult(FakeHistory.Rows(["S-1", FakeHistory.At, 1.0], ["S-2", FakeHistory.At, 3.0], ["S-3", FakeHistory.At, 2.0]));
        var page = Open("/history?question=floor/play");

        var orders = Enumerable.Range(0, 3).Select(_ =>
        {
            page.FindAll("th button")[2].Click();
            return string.Join(' ', page.FindAll("tbody a[href^='/machines']").Select(link => link.TextContent));
        }).ToList();

        Assert.Equal(["S-2 S-3 S-1", "S-1 S-3 S-2", "S-1 S-2 S-3"], orders);
    }

    [Fact]
    public void Row_Picked_OffersTheMachine()
    {
        var page = Open("/history?question=floor/play");

        page.FindAll("tbody td")[3].ParentElement!.Click();

        Assert.Equal("/machines/S-2", page.Find(".answer-picked a").GetAttribute("href"));
    }

    [Fact]
    public void Row_PickedWithoutAMoment_OffersTheFloorAtTheEndOfTheTime()
    {
        _history.Reply = _ => Task.FromResult(new KqlResult([Tables.Of("section:string, games:long", ["Main", 3L])], null, null));
        var page = Open("/history?question=floor/play&from=2026-01-01T20:00:00Z&to=2026-01-01T21:00:00Z");

        page.FindAll("tbody td")[0].ParentElement!.Click();

        Assert.Equal("/replay?at=2026-01-01T21%3A00%3A00Z", page.Find(".answer-picked a").GetAttribute("href"));
    }

    [Fact]
    public void Window_Chosen_GoesIntoTheAddressAndAsksAgain()
    {
        var page = Open("/history?question=floor/play");

        page.FindAll(".choice button").Single(button => button.TextContent == "24 h").Click();

        page.WaitForAssertion(() => Assert.Equal(2, _history.Asked.Count));
        Assert.EndsWith("/history?question=floor%2Fplay&window=24h", Address, StringComparison.Ordinal);
        Assert.Equal(FakeHistory.At.AddHours(-24), _history.Asked[1]["start_time"]);
    }

    [Fact]
    public void Between_EndBeforeBeginning_SaysSoAtTheFields()
    {
        var page = Open("/history?question=floor/play");
        page.FindAll(".choice button")[^1].Click();
        page.Find("#window-from").Change("2026-07-02T00:00:00");
        page.Find("#window-to").Change("2026-07-01T00:00:00");

        page.Find(".window-between").Submit();

        Assert.Equal("The end must be after the beginning.", page.Find("#window-problem").TextContent);
        Assert.Single(_history.Asked);
    }

    [Fact]
    public void Ask_WithMomentsThatWereNotApplied_AsksForThem()
    {
        var page = Open("/history?question=floor/play&window=6h");
        page.FindAll(".choice button")[^1].Click();
        Assert.Equal("6 h", page.Find(".choice button[aria-pressed=true]").TextContent);
        page.Find("#window-from").Change("2026-06-30T10:00:00");
        page.Find("#window-to").Change("2026-06-30T11:00:00");
        page.Find("#field-section").Change("Main");

        page.Find(".history-form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, _history.Asked.Count));
        var zone = new DateTime(2026, 6, 30, 17, 0, 0, DateTimeKind.Utc);
        Assert.Equal((zone, zone.AddHours(1), "Main"), ((DateTime)_history.Asked[1]["start_time"]!, (DateTime)_history.Asked[1]["end_time"]!, _history.Asked[1]["section"]));
    }

    [Fact]
    public void Ask_WithMomentsInTheWrongOrder_AsksNothing()
    {
        var page = Open("/history?question=floor/play");
        page.FindAll(".choice button")[^1].Click();
        page.Find("#window-from").Change("2026-07-02T00:00:00");
        page.Find("#window-to").Change("2026-07-01T00:00:00");

        page.Find(".history-form").Submit();

        Assert.Equal("The end must be after the beginning.", page.Find("#window-problem").TextContent);
        Assert.Single(_history.Asked);
    }

    [Fact]
    public void Window_Chosen_TakesAlongWhatWasTyped()
    {
        var page = Open("/history?question=floor/play");
        page.Find("#field-section").Change("Main");

        page.FindAll(".choice button").Single(button => button.TextContent == "24 h").Click();

        page.WaitForAssertion(() => Assert.Equal(2, _history.Asked.Count));
        Assert.Equal("Main", _history.Asked[1]["section"]);
    }

    [Fact]
    public void Field_Wrong_SaysWhatItWantsAndAsksNothing()
    {
        var page = Open("/history?question=floor/play");
        page.Find("#field-top_n").Change("many");

        page.Find(".history-form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Enter a whole number.", page.Find("#field-top_n-problem").TextContent));
        Assert.Single(_history.Asked);
    }

    [Fact]
    public void Open_WithoutANeededValue_AsksForItOnlyWhenSomebodyAsks()
    {
        _history.Declared.Add(new KqlParameter("machine", KqlType.String, null));
        var page = Open("/history?question=floor/play");
        Assert.Contains("Not asked yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#field-machine-problem").TextContent);

        page.Find(".history-form").Submit();

        page.WaitForAssertion(() => Assert.Equal("This question needs a value here.", page.Find("#field-machine-problem").TextContent));
        Assert.Empty(_history.Asked);
    }

    [Fact]
    public void Answer_NoRowsOfASectionThatIsNot_SaysWhichThereAre()
    {
        _history.Reply = _ => Task.FromResult(FakeHistory.Rows());
        Services.GetRequiredService<FloorFeed>().OnTick(
            new FakeFloor(2, _ => "Main") { Summary = Summaries.Of(FakeHistory.At) with { Sections = [new SectionFigures("Main", new FloorFigures())] } });

        var page = Open("/history?question=floor/play&p.section=Mian");

        Assert.Contains("The floor has no section “Mian” now. It has Main.", page.Find(".answer .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("The floor has no section “Mian” now. It has Main.", page.Find(".field-remark").TextContent);
    }

    [Fact]
    public void Answer_Cut_SaysHowToSeeMore()
    {
        var rows = FakeHistory.Rows(["S-1", FakeHistory.At, 1.0], ["S-2", FakeHistory.At, 2.0]);
        _history.Reply = _ => Task.FromResult(rows.First(1));

        Assert.Contains("raise “Rows at most”", Open("/history?question=floor/play").Find("[data-role=cut]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_SameAgain_AsksAgain()
    {
        var page = Open("/history?question=floor/play&window=1h");

        page.Find(".history-form").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, _history.Asked.Count));
    }

    [Fact]
    public void Answer_Error_IsASentenceWithItsPlace()
    {
        _history.Reply = _ => Task.FromResult(FakeHistory.Failed(KqlErrorCodes.Timeout, "The query ran longer than 4 minutes."));

        var page = Open("/history?question=floor/play");

        Assert.Contains("The query ran longer than 4 minutes.", page.Find("[role=alert].notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("line 3, column 9", page.Find("[role=alert].notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_EventhouseAway_IsASentence()
    {
        _history.Reply = _ => throw new EventhouseException("The Eventhouse does not answer.");

        var page = Open("/history?question=floor/play");

        Assert.Contains("The Eventhouse does not answer.", page.Find("[role=alert].notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_NoRows_SaysSo()
    {
        _history.Reply = _ => Task.FromResult(FakeHistory.Rows());

        var page = Open("/history?question=floor/play");

        Assert.Contains("Nothing found", page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("not come yet", page.Find(".answer").TextContent, StringComparison.Ordinal);

        page = Open("/history?question=floor/play&from=2199-01-01T00:00:00Z&to=2199-01-01T01:00:00Z");
        Assert.Contains("This time has not come yet.", page.Find(".answer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_WhileAsking_CancelsTheQuestion()
    {
        _history.Reply = async token =>
        {
            var stopped = new TaskCompletionSource();
            await using var registration = token.Register(stopped.SetResult);
            await stopped.Task;
            return FakeHistory.Failed(KqlErrorCodes.Cancelled, "The query was cancelled.");
        };
        var page = Open("/history?question=floor/play");
        Assert.Equal("true", page.Find(".answer").GetAttribute("aria-busy"));

        page.Find(".answer-state button").Click();

        page.WaitForAssertion(() => Assert.Contains("Stopped", page.Find(".notice").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Refresh_EveryTenSeconds_AsksAgainWithALaterEnd()
    {
        var page = Open("/history?question=floor/play&window=5m&refresh=10");

        _time.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.Equal(2, _history.Asked.Count));
        Assert.Equal(FakeHistory.At.AddSeconds(10), _history.Asked[1]["end_time"]);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<HistoryPage> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<HistoryPage>();
    }
}
