using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Components.Shared;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class FiguresTests
{
    [Fact]
    public void Amount_Money_HasSeparatorsAndCents()
    {
        Assert.Equal("$1,234,567.89", Figures.Amount(Money.FromDecimal(1_234_567.89m)));
        Assert.Equal("$1,200", Figures.Dollars(Money.FromDecimal(1_200m)));
        Assert.Equal("$0.00", Figures.Amount(Money.Zero));
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    [InlineData(8.26, "8.3 %")]
    [InlineData(-3.0, "−3.0 %")]
    [InlineData(-3727.61, "−3,727.6 %")]
    [InlineData(-0.04, "0.0 %")]
    public void Percent_Value_IsWrittenOrUnknown(double? value, string text) => Assert.Equal(text, Figures.Percent(value));

    [Theory]
    [InlineData(3.14, "+3.1 pts")]
    [InlineData(-3.14, "−3.1 pts")]
    [InlineData(-3736.6, "−3,736.6 pts")]
    [InlineData(0.0, "0.0 pts")]
    [InlineData(double.NaN, "–")]
    public void Points_Value_HasItsSign(double value, string text) => Assert.Equal(text, Figures.Points(value));

    [Theory]
    [InlineData(-3, "0:00")]
    [InlineData(42, "0:42")]
    [InlineData(725, "12:05")]
    [InlineData(3725, "1:02:05")]
    public void Age_Seconds_IsWritten(int seconds, string text) => Assert.Equal(text, Figures.Age(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(12.34, "12.3")]
    [InlineData(1234.5, "1,234")]
    public void Rate_Value_IsWritten(double value, string text) => Assert.Equal(text, Figures.Rate(value));
}
