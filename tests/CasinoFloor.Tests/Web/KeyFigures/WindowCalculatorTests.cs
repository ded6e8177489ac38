using CasinoFloor.Web.KeyFigures;
using static CasinoFloor.Tests.Web.KeyFigures.Minutes;

namespace CasinoFloor.Tests.Web.KeyFigures;

public sealed class WindowCalculatorTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private readonly MinuteBook _book = new();
    private readonly WindowCalculator _calculator;

    public WindowCalculatorTests() => _calculator = new WindowCalculator(_book, new PastWeeks(House));

    [Fact]
    public void Of_NoPastWeek_HasFiguresAndNoUsual()
    {
        Fill(_book, Utc(7, 14, 20), Utc(7, 14, 21), 100);

        var figures = _calculator.Of(Utc(7, 14, 20), Utc(7, 14, 21), Step);

        Assert.Equal(6000, figures.Sum[KeyFigure.CoinIn]);
        Assert.Equal(10, figures.Sum[KeyFigure.Hold]!.Value, 9);
        Assert.All(figures.Usual, Assert.Null);
        Assert.Equal([1000, 1000, 1000, 1000, 1000, 1000], figures.Steps.Select(step => step!.Value[KeyFigure.CoinIn]!.Value));
    }

    [Fact]
    public void Of_TwoPastWeeks_GivesTheirMeanAndSpread()
    {
        Fill(_book, Utc(7, 14, 20), Utc(7, 14, 21), 100);
        Fill(_book, Utc(7, 7, 20), Utc(7, 7, 21), 90);
        Fill(_book, Utc(6, 30, 20), Utc(6, 30, 21), 110);

        var usual = _calculator.Of(Utc(7, 14, 20), Utc(7, 14, 21), Step).Usual[(int)KeyFigure.CoinIn]!.Value;

        Assert.Equal((6000, 2), (usual.Mean, usual.Weeks));
        Assert.Equal(600 * Math.Sqrt(2), usual.Spread!.Value, 6);
    }

    [Fact]
    public void Of_HalfOfNowStored_ComparesTheSameMinutes()
    {
        Fill(_book, Utc(7, 14, 20), Utc(7, 14, 21), 100, storedTo: Utc(7, 14, 20, 30));
        Fill(_book, Utc(7, 7, 20), Utc(7, 7, 21), 100);

        var figures = _calculator.Of(Utc(7, 14, 20), Utc(7, 14, 21), Step);

        Assert.Equal(3000, figures.Sum[KeyFigure.CoinIn]);
        Assert.Equal(3000, figures.Usual[(int)KeyFigure.CoinIn]!.Value.Mean);
        Assert.Null(figures.Steps[^1]);
    }

    [Fact]
    public void Of_PastWeekWithTooFewMinutes_DoesNotCount()
    {
        Fill(_book, Utc(7, 14, 20), Utc(7, 14, 21), 100);
        Fill(_book, Utc(7, 7, 20), Utc(7, 7, 21), 100, storedTo: Utc(7, 7, 20, 53));

        Assert.Null(_calculator.Of(Utc(7, 14, 20), Utc(7, 14, 21), Step).Usual[(int)KeyFigure.CoinIn]);
    }

    [Fact]
    public void Of_ClocksWereChanged_ComparesTheSameHourOfTheClock()
    {
        // 12:00 in Los Angeles is 20:00 UTC after November 1st, 2026, and 19:00 before.
        Fill(_book, Utc(11, 3, 20), Utc(11, 3, 21), 100);
        Fill(_book, Utc(10, 27, 19), Utc(10, 27, 20), 80);
        Fill(_book, Utc(10, 27, 20), Utc(10, 27, 21), 500);

        Assert.Equal(4800, _calculator.Of(Utc(11, 3, 20), Utc(11, 3, 21), Step).Usual[(int)KeyFigure.CoinIn]!.Value.Mean);
    }

    [Fact]
    public void Recent_PastHour_IsUsualFor5Minutes()
    {
        Fill(_book, Utc(7, 7, 20), Utc(7, 7, 21), 100);

        var usual = _calculator.Recent(Utc(7, 14, 20, 12), Utc(7, 14, 20, 11), Step).Usual;

        Assert.Equal(new UsualValue(500, 0, 1), usual[(int)KeyFigure.CoinIn]);
        Assert.Equal(5, usual[(int)KeyFigure.Games]!.Value.Mean);
        Assert.Equal(10, usual[(int)KeyFigure.Occupancy]!.Value.Mean);
    }

    [Theory]
    [InlineData(100, 10, 3, 131, true)]
    [InlineData(100, 10, 3, 129, false)]
    [InlineData(100, 10, 2, 131, false)]
    [InlineData(100, 0.1, 3, 104, false)]
    [InlineData(100, 0.1, 3, 94, true)]
    public void IsFarFrom_Value_WantsThreeSigmasAndATwentieth(double mean, double spread, int weeks, double value, bool expected) =>
        Assert.Equal(expected, new UsualValue(mean, spread, weeks).IsFarFrom(value));
}
