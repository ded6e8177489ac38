namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Lets one log message of a kind through per interval and counts the others, so that a broker that is away for a night does not fill the disk.</summary>
public sealed class RepeatLimiter(TimeProvider time, TimeSpan interval)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long At, long Suppressed)> _kinds = [];

    /// <summary>Whether a message of this kind may be written now.</summary>
    /// <param name="kind">The kind; there must be few of them.</param>
    /// <param name="suppressed">How many were held back since the last one.</param>
    public bool Allows(string kind, out long suppressed)
    {
        lock (_lock)
        {
            suppressed = 0;
            if (_kinds.TryGetValue(kind, out var last) && time.GetElapsedTime(last.At) < interval)
            {
                _kinds[kind] = (last.At, last.Suppressed + 1);
                return false;
            }

            suppressed = last.Suppressed;
            _kinds[kind] = (time.GetTimestamp(), 0);
            return true;
        }
    }
}
