using System.Diagnostics;

namespace CasinoFloor.Benchmarks.Runs.Questions;

/// <summary>How long something took, several times, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> _all = [];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        _all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    public T Measure<T>(Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    private double At(double share) => _all.Count == 0 ? double.NaN : _all.Order().ElementAt((int)Math.Ceiling(share * _all.Count) - 1);
}
