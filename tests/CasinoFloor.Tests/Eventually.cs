namespace CasinoFloor.Tests;

/// <summary>Waits for conditions.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds; fails when it does not within half a minute.</summary>
    public static async Task TrueAsync(Func<bool> condition, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        for (var since = clock.GetTimestamp(); !condition();)
        {
            Assert.True(clock.GetElapsedTime(since) < Patience, "The condition did not come true.");
            await Task.Delay(10, cancellation);
        }
    }
}
