using CasinoFloor.Web.Pipeline;
using Xunit;

namespace CasinoFloor.Tests.Web.Pipeline;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, 250)]
    [InlineData(2, 500)]
    [InlineData(5, 4000)]
    [InlineData(8, 30_000)]
    [InlineData(int.MaxValue, 30_000)]
    public void After_Failures_DoublesUpToThirtySeconds(int failures, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryDelay.After(failures));
}
