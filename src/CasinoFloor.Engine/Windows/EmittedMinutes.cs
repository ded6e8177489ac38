namespace CasinoFloor.Engine.Windows;

/// <summary>
/// Which machine-minutes have been closed, so that each is counted once. Per machine a bit for every minute of its last 24
/// hours of event time; what lies further back goes into a bounded set.
/// </summary>
internal sealed class EmittedMinutes
{
    private const int Hours = 24;
    private const int HourMinutes = 60;
    private const int MaximumOld = 1_000_000;

    private readonly HashSet<(int Machine, int Minute)> _old = [];
    private ulong[] _bits = [];
    private int[] _hours = [];

    /// <summary>Marks a machine-minute; true when it was not marked before. Beyond the bounds: false, not counted.</summary>
    public bool Add(int machine, int minute)
    {
        if (_bits.Length < (machine + 1) * Hours)
        {
            var length = Math.Max((machine + 1) * Hours, _bits.Length + (_bits.Length / 2));
            Array.Resize(ref _bits, length);
            Array.Resize(ref _hours, length);
        }

        var hour = minute / HourMinutes;
        var index = (machine * Hours) + (hour % Hours);
        if (_hours[index] < hour)
        {
            _hours[index] = hour;
            _bits[index] = 0;
        }
        else if (_hours[index] > hour)
        {
            return _old.Count < MaximumOld && _old.Add((machine, minute));
        }

        var bit = 1UL << (minute % HourMinutes);
        var added = (_bits[index] & bit) == 0;
        _bits[index] |= bit;
        return added;
    }
}
