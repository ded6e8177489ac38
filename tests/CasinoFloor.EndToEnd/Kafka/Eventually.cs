using Xunit;

namespace CasinoFloor.EndToEnd.Kafka;

/// <summary>Waits for conditions.</summary>
public static class Eventually
{
    /// <summary>Waits until a condition holds; fails with what was seen last when it does not within a minute.</summary>
    public static async Task True(Func<bool> condition, Func<string> seen, int seconds = 60)
    {
        var clock = TimeProvider.System;
        for (var since = clock.GetTimestamp(); !condition();)
        {
            if (clock.GetElapsedTime(since) > TimeSpan.FromSeconds(seconds))
                Assert.Fail(seen());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
