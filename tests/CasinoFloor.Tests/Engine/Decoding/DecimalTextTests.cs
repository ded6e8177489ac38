using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Decoding;
using CasinoFloor.Engine.Events;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("1199.99", 11_999_900)]
    [InlineData("1.2e3", 12_000_000)]
    [InlineData("12E-1", 12_000)]
    [InlineData("5e+0", 50_000)]
    [InlineData("+7", 70_000)]
    [InlineData("007.50", 75_000)]
    [InlineData(".5", 5_000)]
    [InlineData("5.", 50_000)]
    [InlineData("0.00005", 0)]
    [InlineData("0.00015", 2)]
    [InlineData("0.00025", 2)]
    [InlineData("0.000250000000000000000000001", 3)]
    [InlineData("0.00024999999999999999999999", 2)]
    [InlineData("1e-400", 0)]
    [InlineData("0e999999999999", 0)]
    [InlineData("100000000000000000000e-16", 100_000_000)]
    [InlineData("0.00000000000000000000000000000001e32", 10_000)]
    public void Read_Number_IsExactWithHalfEvenRounding(string text, long units)
    {
        Assert.Equal(NumberStatus.Ok, DecimalText.Read(Encoding.UTF8.GetBytes(text), 4, out var magnitude, out var negative));
        Assert.Equal((units, false), (magnitude, negative));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e5x")]
    [InlineData("0x10")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("nano")]
    public void Read_NoNumber_IsNotANumber(string text) =>
        Assert.Equal(NumberStatus.NotANumber, DecimalText.Read(Encoding.UTF8.GetBytes(text), 4, out _, out _));

    [Theory]
    [InlineData("NaN")]
    [InlineData("-inf")]
    [InlineData("Infinity")]
    [InlineData("1e15")]
    [InlineData("1e99999999999")]
    [InlineData("99999999999999999999999999")]
    public void Read_TooLargeOrNotFinite_IsOutOfRange(string text) =>
        Assert.Equal(NumberStatus.OutOfRange, DecimalText.Read(Encoding.UTF8.GetBytes(text), 4, out _, out _));

    [Fact]
    public void Read_TinyNegative_IsNegativeThoughItRoundsToZero()
    {
        Assert.Equal(NumberStatus.Ok, DecimalText.Read("-0.00001"u8, 4, out var magnitude, out var negative));
        Assert.Equal((0, true), (magnitude, negative));
    }

    [Fact]
    public void Read_RandomDecimals_AgreesWithDecimal()
    {
        var random = new Random(4);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new decimal(random.Next(), random.Next(), 0, random.Next(2) == 0, (byte)random.Next(10, 20));
            var text = value.ToString(CultureInfo.InvariantCulture);

            Assert.Equal(NumberStatus.Ok, DecimalText.Read(Encoding.UTF8.GetBytes(text), 4, out var magnitude, out var negative));
            Assert.Equal(Money.FromDecimal(value).Units, negative ? -magnitude : magnitude);
        }
    }
}
