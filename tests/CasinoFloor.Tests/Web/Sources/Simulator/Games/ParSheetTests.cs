using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Games;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Games;

public sealed class ParSheetTests
{
    private const int Games = 10_000_000;

    public static TheoryData<string> Families => [.. GameCatalog.All.Select(family => family.Name)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Draw_TenMillionGames_HoldIsTheTheoreticalOne(string name)
    {
        var sheets = GameCatalog.All.Single(family => family.Name == name).ParSheets;
        var sheet = sheets[sheets.Count / 2];
        var random = new SimulatorRandom(20_261_120);
        double won = 0;
        var hits = 0;
        for (var i = 0; i < Games; i++)
        {
            var win = sheet.Draw(random.NextDouble());
            won += win;
            hits += win > 0 ? 1 : 0;
        }

        var bound = 5 * sheet.StandardDeviation / Math.Sqrt(Games);
        var hold = 1 - (won / Games);
        Assert.InRange(hold, (double)sheet.TheoreticalHold - bound, (double)sheet.TheoreticalHold + bound);
        Assert.InRange(bound, 0.0005, 0.05);
        var spread = 5 * Math.Sqrt(sheet.HitFrequency * (1 - sheet.HitFrequency) / Games);
        Assert.InRange(hits / (double)Games, sheet.HitFrequency - spread, sheet.HitFrequency + spread);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void ParSheets_OfEveryFamily_AreThoseOfARealGame(string name)
    {
        var family = GameCatalog.All.Single(known => known.Name == name);
        Assert.All(family.ParSheets, sheet =>
        {
            Assert.Equal(sheet.TheoreticalHold, 1 - (sheet.Lines.Sum(line => line.Weight * line.Multiple) / sheet.Cycle));
            Assert.InRange(sheet.TheoreticalHold, 0.004m, 0.13m);
            Assert.InRange(sheet.HitFrequency, 0.07, 0.5);
            Assert.InRange(sheet.VolatilityIndex, 2, 60);
        });
        Assert.Equal(family.ParSheets.OrderBy(sheet => sheet.TheoreticalHold), family.ParSheets);

        // Half of a wager is paid in whole cents only when its credits are even.
        Assert.True(family.Credits.All(credits => credits % 2 == 0) || family.ParSheets.All(sheet => sheet.Lines.All(line => line.Multiple % 1 == 0)));
    }

    [Fact]
    public void OfShares_Hold_IsMetExactly() => Assert.Equal(0.0875m, ParSheet.OfShares(0.0875m, [(1, 0.3m), (3, 0.3m), (7, 0.4m)]).TheoreticalHold);

    [Fact]
    public void OfCounts_NineSixJacksOrBetter_HoldsWhatTheBooksSay()
    {
        var sheet = GameCatalog.JacksOrBetter.ParSheets[0];

        // 99.5439 % is the published return of the nine-six table under perfect play, 45.46 % its hit frequency, 19.5 its variance.
        Assert.Equal(0.004561m, Math.Round(sheet.TheoreticalHold, 6));
        Assert.Equal(0.4546, sheet.HitFrequency, 4);
        Assert.Equal(19.51, sheet.StandardDeviation * sheet.StandardDeviation, 1);
    }

    [Fact]
    public void OfShares_SharesThatDoNotAddUp_Throws() =>
        Assert.Throws<ArgumentException>(() => ParSheet.OfShares(0.1m, [(1, 0.5m), (2, 0.4m)]));

    [Fact]
    public void OfCounts_EveryGameWins_Throws() =>
        Assert.Throws<ArgumentException>(() => ParSheet.OfCounts(10, new PayLine(1, 10)));

    [Fact]
    public void Figures_OfASmallTable_AreThoseByHand()
    {
        // Of 100 games 20 pay the wager twice and 5 pay it ten times: 90 of 100 come back.
        var sheet = ParSheet.OfCounts(100, new PayLine(2, 20), new PayLine(10, 5));
        Assert.Equal(0.1m, sheet.TheoreticalHold);
        Assert.Equal(0.25, sheet.HitFrequency);
        Assert.Equal(Math.Sqrt(5.8 - 0.81), sheet.StandardDeviation, 9);
        Assert.Equal(1.645 * Math.Sqrt(4.99), sheet.VolatilityIndex, 9);
        Assert.Equal([2, 10, 0], [sheet.Draw(0.1999), sheet.Draw(0.2), sheet.Draw(0.25)]);
    }
}
