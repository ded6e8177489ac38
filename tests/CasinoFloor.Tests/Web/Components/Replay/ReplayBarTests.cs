using Bunit;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Replay;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Replay;

public sealed class ReplayBarTests : BunitContext
{
    private static readonly DateTime From = new(2026, 7, 1, 19, 0, 0, DateTimeKind.Utc);

    private readonly List<DateTime> _sought = [];

    public ReplayBarTests() => Services.AddPropertyCalendar("America/Los_Angeles", new CalendarOptions());

    [Fact]
    public void Slider_Moved_ShowsTheMomentAndSeeksItWhenLetGo()
    {
        var bar = Open();
        bar.Find("input[type=range]").Input("1800");
        Assert.Equal("12:30:00", bar.Find(".replay-now").TextContent);
        Assert.Empty(_sought);

        bar.Find("input[type=range]").Change("1800");

        Assert.Equal([From.AddMinutes(30)], _sought);
    }

    [Fact]
    public void Slider_ForThoseWhoDoNotSeeIt_TellsTheLocalTime() =>
        Assert.Equal("2026-07-01 12:10:00", Open().Find("input[type=range]").GetAttribute("aria-valuetext"));

    [Fact]
    public void GoTo_LocalTime_SeeksItsMoment()
    {
        Open().Find("input[type=datetime-local]").Change("2026-07-01T12:45:30");

        Assert.Equal([From.AddSeconds((45 * 60) + 30)], _sought);
    }

    [Fact]
    public void Coverage_NeighbouringSteps_AreOnePieceAndAGapIsNone()
    {
        var pieces = Open(0, 1, 2, 30).FindAll(".replay-coverage i").Select(piece => piece.GetAttribute("style"));

        Assert.Equal(["left:0%;width:5%", "left:50%;width:1.67%"], pieces);
    }

    private IRenderedComponent<ReplayBar> Open(params int[] minutes) => Render<ReplayBar>(parameters => parameters
        .Add(p => p.At, From.AddMinutes(10))
        .Add(p => p.From, From)
        .Add(p => p.Span, TimeSpan.FromHours(1))
        .Add(p => p.Coverage, [.. minutes.Select(minute => From.AddMinutes(minute))])
        .Add(p => p.CoverageStep, TimeSpan.FromMinutes(1))
        .Add(p => p.Sought, EventCallback.Factory.Create<DateTime>(this, _sought.Add)));
}
