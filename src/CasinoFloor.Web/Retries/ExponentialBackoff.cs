namespace CasinoFloor.Web.Retries;

/// <summary>Waiting times between attempts: each twice the one before, up to a longest.</summary>
/// <param name="First">The wait after the first failure.</param>
/// <param name="Longest">The longest wait.</param>
public sealed record ExponentialBackoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>The wait before the next attempt.</summary>
    /// <param name="failures">Failures in a row so far, from 1.</param>
    /// <param name="jitter">A random number, 0 to 1, that shortens the wait by up to a quarter, so that several who failed together do not return in step.</param>
    public TimeSpan After(int failures, double jitter = 0)
    {
        var doublings = Math.Clamp(failures - 1, 0, 30);
        var wait = First * Math.Pow(2, doublings);
        return (wait < Longest ? wait : Longest) * (1 - (jitter / 4));
    }
}
