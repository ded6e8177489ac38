using CasinoFloor.Web.Pipeline;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Quantile_Empty_IsUnknown() => Assert.Null(new LatencyHistogram().Quantile(0.5));

    [Theory]
    [InlineData(0.5, 500)]
    [InlineData(0.99, 990)]
    [InlineData(1.0, 1000)]
    public void Quantile_EvenSpread_IsWithinABucketAbove(double quantile, double exactMilliseconds)
    {
        var histogram = new LatencyHistogram();
        for (var milliseconds = 1; milliseconds <= 1000; milliseconds++)
        {
            histogram.Record(TimeSpan.FromMilliseconds(milliseconds));
        }

        var found = histogram.Quantile(quantile)!.Value.TotalMilliseconds;

        Assert.InRange(found, exactMilliseconds, exactMilliseconds * 1.26);
        Assert.Equal(1000, histogram.Count);
    }

    [Fact]
    public void Record_NegativeOrHuge_IsKeptInTheOutermostBuckets()
    {
        var histogram = new LatencyHistogram();
        histogram.Record(TimeSpan.FromSeconds(-1));
        histogram.Record(TimeSpan.FromDays(300));

        Assert.Equal(2, histogram.Count);
    }
}
