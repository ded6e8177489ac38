namespace CasinoFloor.Web.Pipeline;

/// <summary>How long to wait before a failed write is tried again.</summary>
public static class RetryDelay
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the <paramref name="failures"/>-th failure in a row (from 1): doubling from 250 ms up to 30 s.</summary>
    public static TimeSpan After(int failures)
    {
        var doublings = Math.Clamp(failures - 1, 0, 16);
        var delay = First * Math.Pow(2, doublings);
        return delay < Longest ? delay : Longest;
    }
}
