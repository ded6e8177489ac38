using CasinoFloor.Web.Retries;

namespace CasinoFloor.Tests.Web.Retries;

public sealed class ExponentialBackoffTests
{
    private static readonly ExponentialBackoff Backoff = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(30));

    [Theory]
    [InlineData(1, 250)]
    [InlineData(2, 500)]
    [InlineData(5, 4000)]
    [InlineData(8, 30_000)]
    [InlineData(int.MaxValue, 30_000)]
    public void After_Failures_DoublesUpToTheLongest(int failures, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Backoff.After(failures));

    [Theory]
    [InlineData(0.5, 3500)]
    [InlineData(1, 3000)]
    public void After_WithJitter_IsShorterByUpToAQuarter(double jitter, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Backoff.After(5, jitter));
}
