using CasinoFloor.Web.Components.KeyFigures;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Tests.Web.Components.KeyFigures;

public sealed class UsualWordsTests
{
    [Theory]
    [InlineData(KeyFigure.CoinIn, 880, 1000, "12 % under usual")]
    [InlineData(KeyFigure.CoinIn, 1120, 1000, "12 % over usual")]
    [InlineData(KeyFigure.CoinIn, 1004, 1000, "as usual")]
    [InlineData(KeyFigure.CoinIn, 3500, 1000, "3.5 times usual")]
    [InlineData(KeyFigure.CoinIn, 0, 0, "as usual")]
    [InlineData(KeyFigure.CoinIn, 5, 0, "usually none")]
    [InlineData(KeyFigure.Hold, 8.1, 9.3, "1.2 pts under usual")]
    [InlineData(KeyFigure.Hold, 9.31, 9.3, "as usual")]
    [InlineData(KeyFigure.Jackpots, 3, 2.1, "usual 2.1")]
    public void Against_Value_SaysHowFar(KeyFigure figure, double value, double mean, string expected) =>
        Assert.Equal(expected, UsualWords.Against(figure, value, new UsualValue(mean, 1, 4)));

    [Fact]
    public void Against_UnknownFigure_GivesTheUsual() =>
        Assert.Equal("usual $1,000", UsualWords.Against(KeyFigure.CoinIn, null, new UsualValue(1000, 1, 4)));

    [Fact]
    public void Sentence_Figure_NamesTheTimeTheMeanAndTheSample()
    {
        Assert.Equal(
            "Coin-in 12 % under a usual Tuesday 21:00: $1,000 (average of 4 weeks, standard deviation $50).",
            UsualWords.Sentence("Coin-in", KeyFigure.CoinIn, 880, new UsualValue(1000, 50, 4), "Tuesday 21:00"));
        Assert.Equal(
            "A usual Tuesday 21:00 has 2.1 (one week before).",
            UsualWords.Sentence("Jackpots", KeyFigure.Jackpots, 3, new UsualValue(2.1, null, 1), "Tuesday 21:00"));
    }

    [Fact]
    public void Sparkline_Values_SpanTheBoxAndLeaveGaps()
    {
        var svg = Sparkline.Of([0, 10, null, 5, 5], [10, 10, 10, 10, 10], fromZero: true);

        Assert.Contains("""class="spark-now" d="M0 22.5L25 1.5M75 12L100 12" """, svg, StringComparison.Ordinal);
        Assert.Equal("", Sparkline.Of([3, null], [null, null], fromZero: true));
    }
}
