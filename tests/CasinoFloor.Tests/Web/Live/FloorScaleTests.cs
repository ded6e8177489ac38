using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

public sealed class FloorScaleTests
{
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.005f, 1)]
    [InlineData(1f, 200)]
    [InlineData(1.25f, 250)]
    [InlineData(7f, 250)]
    [InlineData(-1f, 0)]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 250)]
    public void Heat_Score_HasCode(float score, byte code) => Assert.Equal(code, FloorScale.Heat(score));

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(5000f, 255)]
    [InlineData(90_000f, 255)]
    [InlineData(-5f, 0)]
    [InlineData(float.NaN, 0)]
    public void CoinIn_Rate_HasCode(float perMinute, byte code) => Assert.Equal(code, FloorScale.CoinIn(perMinute));

    [Theory]
    [InlineData(0f, 100)]
    [InlineData(-50f, 0)]
    [InlineData(50f, 200)]
    [InlineData(400f, 200)]
    [InlineData(3.1f, 106)]
    [InlineData(float.NaN, 255)]
    public void Hold_Points_HasCode(float points, byte code) => Assert.Equal(code, FloorScale.Hold(points));

    [Fact]
    public void CoinIn_AnyRate_ComesBackWithinTwoPercent()
    {
        for (var rate = 1f; rate < 5000; rate *= 1.07f)
        {
            var back = FloorScale.CoinInOf(FloorScale.CoinIn(rate));
            Assert.InRange(back, (rate * 0.98) - 0.03, (rate * 1.02) + 0.03);
        }
    }

    [Fact]
    public void Win_WithinItsRange_DecodesWithinTwoPercentAndIsNoneOnlyAtZero()
    {
        Assert.Equal((0, 0, 0, 255), (FloorScale.Win(0), FloorScale.Win(-1), FloorScale.Win(float.NaN), FloorScale.Win(1_000_000)));
        for (var amount = 0.01f; amount < 10_000; amount *= 1.07f)
        {
            var code = FloorScale.Win(amount);
            Assert.NotEqual(0, code);
            Assert.InRange(FloorScale.WinOf(code), (amount * 0.98) - 0.03, (amount * 1.02) + 0.03);
        }
    }

    [Fact]
    public void Codes_Decoded_EncodeToThemselves()
    {
        for (var code = 0; code <= 250; code++)
        {
            Assert.Equal(code, FloorScale.Heat((float)FloorScale.HeatOf((byte)code)));
            Assert.Equal(code, FloorScale.CoinIn((float)FloorScale.CoinInOf((byte)code)));
        }

        for (var code = 0; code <= 200; code++)
        {
            Assert.Equal(code, FloorScale.Hold((float)FloorScale.HoldOf((byte)code)));
        }

        Assert.True(double.IsNaN(FloorScale.HoldOf(FloorScale.HoldUnknown)));
    }
}
