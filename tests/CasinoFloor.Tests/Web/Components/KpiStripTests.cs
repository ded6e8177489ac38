using Bunit;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class KpiStripTests : BunitContext
{
    [Fact]
    public void Render_NoFiguresYet_ShowsDashesAndWhy()
    {
        var strip = Render<KpiStrip>();

        Assert.All(Values(strip).Values, value => Assert.Equal("–", value));
        Assert.All(strip.FindAll(".kpi"), kpi => Assert.Contains("no events have arrived", kpi.GetAttribute("title"), StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Figures_AreWritten()
    {
        var strip = Render<KpiStrip>(parameters => parameters.Add(p => p.Figures, new FloorFigures
        {
            SpinsPerMinute = 6543.2,
            CoinIn = Money.FromDecimal(1_523_984.4m),
            CoinOut = Money.FromDecimal(480_493m),
            HoldPercent = 8.26,
            ActiveMachines = 804,
            Machines = 1208,
            Players = 369,
            Jackpots = 2,
        }));

        var values = Values(strip);
        Assert.Equal("6,543", values["Spins / min"]);
        Assert.Equal("$1,523,984", values["Coin-in"]);
        Assert.Equal("$480,493", values["Coin-out"]);
        Assert.Equal("8.3 %", values["Hold"]);
        Assert.Equal("804 of 1,208", values["Active machines"]);
        Assert.Equal("369", values["Players"]);
        Assert.Equal("2", values["Jackpots"]);
    }

    [Fact]
    public void Render_HoldUnknown_ShowsDashWithReason()
    {
        var strip = Render<KpiStrip>(parameters => parameters.Add(p => p.Figures, new FloorFigures { Machines = 5 }));

        Assert.Equal("–", Values(strip)["Hold"]);
        Assert.Contains("nothing was wagered", strip.FindAll(".kpi")[3].GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal("$0", Values(strip)["Coin-in"]);
    }

    private static Dictionary<string, string> Values(IRenderedComponent<KpiStrip> strip) => strip.FindAll(".kpi")
        .ToDictionary(kpi => kpi.QuerySelector(".kpi-label")!.TextContent, kpi => kpi.QuerySelector(".kpi-value")!.TextContent);
}
