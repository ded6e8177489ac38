using System.Numerics;

namespace CasinoFloor.Web.Pipeline;

/// <summary>
/// Latencies in buckets that grow by a quarter of a power of two (at most 19 % wide), from 1 µs to 9 hours. One writer, any number of readers.
/// </summary>
public sealed class LatencyHistogram
{
    private const int PerOctave = 4;
    private readonly long[] _buckets = new long[35 * PerOctave];

    /// <summary>Adds <paramref name="count"/> latencies of one length.</summary>
    public void Record(TimeSpan latency, long count = 1)
    {
        var micros = (ulong)Math.Max(1, latency.Ticks / TimeSpan.TicksPerMicrosecond);
        var octave = BitOperations.Log2(micros);
        var quarter = (int)(((micros << 2) >> octave) & (PerOctave - 1));
        var bucket = Math.Min((octave * PerOctave) + quarter, _buckets.Length - 1);
        Volatile.Write(ref _buckets[bucket], _buckets[bucket] + count);
    }

    /// <summary>How many were recorded.</summary>
    public long Count => _buckets.Sum();

    /// <summary>The upper edge of the bucket that holds the quantile; null while nothing was recorded.</summary>
    /// <param name="quantile">0 to 1.</param>
    public TimeSpan? Quantile(double quantile)
    {
        var total = Count;
        if (total == 0)
        {
            return null;
        }

        var wanted = (long)Math.Ceiling(quantile * total);
        long seen = 0;
        for (var bucket = 0; bucket < _buckets.Length; bucket++)
        {
            seen += Volatile.Read(ref _buckets[bucket]);
            if (seen >= wanted && seen > 0)
            {
                var (octave, quarter) = Math.DivRem(bucket, PerOctave);
                return TimeSpan.FromMicroseconds((PerOctave + quarter + 1) * Math.Pow(2, octave) / PerOctave);
            }
        }

        return null;
    }
}
