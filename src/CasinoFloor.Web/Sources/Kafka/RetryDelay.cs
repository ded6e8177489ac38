namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Waiting times between attempts: 1, 2, 4, ... up to 30 s, each shortened by up to a quarter so that members do not return in step.</summary>
public static class RetryDelay
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The wait before an attempt.</summary>
    /// <param name="failures">Failures in a row so far, from 1.</param>
    /// <param name="jitter">A random number, 0 to 1.</param>
    public static TimeSpan After(int failures, double jitter)
    {
        var seconds = Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Clamp(failures - 1, 0, 10)));
        return TimeSpan.FromSeconds(seconds * (1 - (jitter / 4)));
    }
}
