using Bunit;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.KeyFigures;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.KeyFigures;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static CasinoFloor.Tests.Web.KeyFigures.Minutes;

namespace CasinoFloor.Tests.Web.Components.KeyFigures;

public sealed class KpiStripTests : BunitContext
{
    // A Tuesday, 13:30 in Los Angeles.
    private static readonly DateTime Now = Utc(7, 14, 20, 30);

    private static readonly FloorFigures Played = new()
    {
        SpinsPerMinute = 6543.2,
        CoinIn = Money.FromDecimal(440m),
        CoinOut = Money.FromDecimal(400m),
        HoldPercent = 8.26,
        TheoreticalWin = Money.FromDecimal(44m),
        RatedCoinIn = Money.FromDecimal(440m),
        ActiveMachines = 804,
        Machines = 1208,
        Players = 369,
        Jackpots = 2,
    };

    private readonly MinuteHistory _minutes = new();

    public KpiStripTests() => Services.AddSingleton(House).AddKeyFigures().AddSingleton<KpiBoard>();

    [Fact]
    public void Render_NoFiguresYet_ShowsDashesAndWhy()
    {
        var strip = Render<KpiStrip>();

        Assert.All(Values(strip).Values, value => Assert.Equal("–", value));
        Assert.All(strip.FindAll(".kpi-hint"), hint => Assert.Contains("no events have arrived", hint.TextContent, StringComparison.Ordinal));
        Assert.Equal(7, strip.FindAll(".kpi").Count);
    }

    [Fact]
    public void Render_Figures_AreWrittenAndMarkedAsOpen()
    {
        var strip = Show(Played);

        var values = Values(strip);
        Assert.Equal("6,543", values["Spins / min"]);
        Assert.Equal("$440", values["Coin-in"]);
        Assert.Equal("$400", values["Coin-out"]);
        Assert.Equal("9.1 %", values["Hold"]);
        Assert.Equal("$44", values["Theoretical win"]);
        Assert.Equal("67 % 804 of 1,208", values["Occupancy"]);
        Assert.Equal("2", values["Jackpots"]);
        Assert.Equal(7, strip.FindAll(".kpi-open:not([hidden])").Count);
        Assert.Contains("Still open: complete to 13:29.", Hint(strip, 1), StringComparison.Ordinal);
        Assert.Equal("asking history", strip.Find(".kpi-caption").TextContent);
    }

    [Fact]
    public void Render_HoldUnknown_ShowsDashWithReason()
    {
        var strip = Show(new FloorFigures { Machines = 5 });

        Assert.Equal("–", Values(strip)["Hold"]);
        Assert.Contains("nothing was wagered", Hint(strip, 3), StringComparison.Ordinal);
        Assert.Equal("$0", Values(strip)["Coin-in"]);
    }

    [Fact]
    public async Task Render_PastWeeks_ComparesWithTheUsualHour()
    {
        await AnswerAsync();

        var strip = Show(Played);

        Assert.Equal("usual: Tuesday 13:00", strip.Find(".kpi-caption").TextContent);
        Assert.Equal("12 % under usual", Against(strip, 1));
        Assert.Contains("Coin-in 12 % under a usual Tuesday 13:00: $500 (average of 6 weeks", Hint(strip, 1), StringComparison.Ordinal);
        Assert.Equal("under", strip.FindAll(".kpi")[1].GetAttribute("data-far"));
        Assert.NotEmpty(strip.FindAll(".spark-usual"));
    }

    [Fact]
    public async Task Render_NoPastWeek_SaysThatThereIsNoHistory()
    {
        _minutes.Since = Utc(7, 14, 20);
        await AnswerAsync();

        var strip = Show(Played);

        Assert.All(strip.FindAll(".kpi-against"), against => Assert.Equal("no history yet", against.TextContent));
    }

    [Fact]
    public async Task Render_WindowOfTheAddress_ShowsItsClosedFigures()
    {
        await AnswerAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?figures=shift");

        var strip = Show(Played);

        Assert.Equal("$32,900", Values(strip)["Coin-in"]);
        Assert.Equal("as usual", Against(strip, 1));
        Assert.Empty(strip.FindAll(".kpi-open:not([hidden])"));
        Assert.Contains("Closed to 13:29", Hint(strip, 1), StringComparison.Ordinal);
        Assert.Equal("shift", Assert.Single(strip.FindAll("[aria-pressed=true]")).GetAttribute("data-window"));
    }

    [Fact]
    public void Render_LiveAtTheNextTick_IsLeftToTheScript()
    {
        var strip = Show(Played);
        var renders = strip.RenderCount;

        strip.Render(parameters => parameters.Add(p => p.Summary, Summary(Played with { CoinIn = Money.FromDecimal(1) })));

        Assert.Equal(renders, strip.RenderCount);
    }

    [Fact]
    public void Render_AnotherPastMoment_IsDrawnAgain()
    {
        var strip = Render<KpiStrip>(parameters => parameters.Add(p => p.Summary, Summary(Played)).Add(p => p.Past, true));

        strip.Render(parameters => parameters.Add(p => p.Summary, Summary(Played with { CoinIn = Money.FromDecimal(1) })));

        Assert.Equal("$1", Values(strip)["Coin-in"]);
    }

    [Fact]
    public async Task Render_PastMoment_ShowsFiguresWithoutComparison()
    {
        await AnswerAsync();

        var strip = Render<KpiStrip>(parameters => parameters.Add(p => p.Summary, Summary(Played)).Add(p => p.Past, true));

        Assert.Equal("$440", Values(strip)["Coin-in"]);
        Assert.Contains("Theoretical win", Values(strip).Keys);
        Assert.Empty(strip.FindAll(".choice, .kpi-against, .kpi-open:not([hidden])"));
    }

    [Fact]
    public void Render_PastMomentOfWhichNothingIsStored_SaysSoAndNotThatNothingHasArrived()
    {
        var strip = Render<KpiStrip>(parameters => parameters.Add(p => p.Past, true));

        Assert.EndsWith("nothing is stored of this moment.", Hint(strip, 0), StringComparison.Ordinal);
    }

    private static FloorSummary Summary(FloorFigures figures) => Summaries.Of(Now) with { Watermark = Now.AddSeconds(-30), Figures = figures };

    private static Dictionary<string, string> Values(IRenderedComponent<KpiStrip> strip) => strip.FindAll(".kpi")
        .ToDictionary(kpi => kpi.QuerySelector(".kpi-label")!.TextContent, kpi => kpi.QuerySelector(".kpi-value")!.TextContent);

    private static string Hint(IRenderedComponent<KpiStrip> strip, int tile) => strip.FindAll(".kpi-hint")[tile].TextContent;

    private static string Against(IRenderedComponent<KpiStrip> strip, int tile) => strip.FindAll(".kpi-against")[tile].TextContent;

    private IRenderedComponent<KpiStrip> Show(FloorFigures figures) => Render<KpiStrip>(parameters => parameters.Add(p => p.Summary, Summary(figures)));

    private async Task AnswerAsync()
    {
        await foreach (var figures in new KeyFigureAsker(_minutes, House).AskAsync(Summary(Played), Xunit.TestContext.Current.CancellationToken))
        {
            Services.GetRequiredService<KeyFigureHistory>().Publish(figures);
        }
    }
}
