using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Events;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1199.99", "1199.99")]
    [InlineData("1200", "1200.00")]
    [InlineData("0.0125", "0.0125")]
    [InlineData("-3.5", "-3.50")]
    public void ToString_Amount_IsExactWithTwoToFourDecimals(string amount, string expected) =>
        Assert.Equal(expected, Money.FromDecimal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void Compare_OneCentBelowThreshold_IsBelow() =>
        Assert.True(Money.FromDecimal(1199.99m) < Money.FromDecimal(1200m));
}
