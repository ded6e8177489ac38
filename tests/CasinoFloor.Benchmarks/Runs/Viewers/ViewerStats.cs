using System.Collections.Concurrent;

namespace CasinoFloor.Benchmarks.Runs.Viewers;

/// <summary>What all viewers together saw while measuring was on.</summary>
internal sealed class ViewerStats(TimeProvider time)
{
    // 0.1 ms a bucket, to 10 s.
    private readonly int[] _latencies = new int[100_000];
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private volatile bool _on;
    private long _frames;
    private long _bytes;
    private long _panels;
    private long _panelBytes;
    private int _maps;
    private int _gaps;

    public bool On
    {
        get => _on;
        set => _on = value;
    }

    public long Frames => Interlocked.Read(ref _frames);

    public long Bytes => Interlocked.Read(ref _bytes);

    public long Panels => Interlocked.Read(ref _panels);

    public long PanelBytes => Interlocked.Read(ref _panelBytes);

    /// <summary>Maps that have shown a frame.</summary>
    public int Maps => Volatile.Read(ref _maps);

    public int Gaps => Volatile.Read(ref _gaps);

    public IReadOnlyDictionary<string, int> Failures => _failures;

    public void Frame(DateTime takenAt, int bytes)
    {
        if (!_on)
        {
            return;
        }

        var latency = time.GetUtcNow().UtcDateTime - takenAt;
        Interlocked.Increment(ref _latencies[Math.Clamp((int)(latency.TotalMilliseconds * 10), 0, _latencies.Length - 1)]);
        Interlocked.Increment(ref _frames);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Map() => Interlocked.Increment(ref _maps);

    public void Panel(int bytes)
    {
        if (_on)
        {
            Interlocked.Increment(ref _panels);
            Interlocked.Add(ref _panelBytes, bytes);
        }
    }

    public void Gap() => Interlocked.Increment(ref _gaps);

    public void Fail(string why) => _failures.AddOrUpdate(why, 1, (_, count) => count + 1);

    /// <summary>From the tick that made the picture to its receipt, in milliseconds; NaN when there was none.</summary>
    public double Quantile(double share)
    {
        var wanted = (long)Math.Ceiling(share * Frames);
        for (int i = 0, seen = 0; i < _latencies.Length; i++)
        {
            seen += _latencies[i];
            if (seen >= wanted && seen > 0)
            {
                return i / 10.0;
            }
        }

        return double.NaN;
    }
}
