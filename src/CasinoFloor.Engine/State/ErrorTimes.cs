namespace CasinoFloor.Engine.State;

/// <summary>
/// The newest error times of each machine, sorted, as many as the larger error rule needs: enough to judge sliding windows
/// exactly by event time. One slab for all machines.
/// </summary>
/// <param name="depth">How many times are kept per machine.</param>
internal sealed class ErrorTimes(int depth)
{
    private long[] _times = [];

    /// <summary>How many times are kept per machine.</summary>
    public int Depth => depth;

    /// <summary>Remembers an error, in whatever order they come.</summary>
    public void Add(int machine, long timestamp)
    {
        if (_times.Length < (machine + 1) * depth)
        {
            Array.Resize(ref _times, Math.Max(_times.Length * 2, (machine + 1) * depth));
        }

        var times = _times.AsSpan(machine * depth, depth);
        if (timestamp <= times[0])
        {
            return;
        }

        var position = 0;
        while (position + 1 < depth && times[position + 1] < timestamp)
        {
            times[position] = times[position + 1];
            position++;
        }

        times[position] = timestamp;
    }

    /// <summary>The times kept of a machine, oldest first; 0 where there were fewer.</summary>
    public ReadOnlySpan<long> Of(int machine) =>
        _times.Length < (machine + 1) * depth ? [] : _times.AsSpan(machine * depth, depth);

    /// <summary>Whether a window of the length that holds this error holds more than <paramref name="moreThan"/> of those kept.</summary>
    public bool Exceeds(int machine, long timestamp, int moreThan, long window)
    {
        var times = Of(machine);
        for (var first = 0; first + moreThan < times.Length; first++)
        {
            var last = first + moreThan;
            if (times[first] != 0 && times[first] <= timestamp && timestamp <= times[last] && times[last] - times[first] < window)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many of the errors kept lie after a moment: exact up to <see cref="Depth"/>.</summary>
    public int CountAfter(int machine, long since)
    {
        var count = 0;
        foreach (var time in Of(machine))
        {
            count += time > since ? 1 : 0;
        }

        return count;
    }
}
