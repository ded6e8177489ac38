namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>Why a partition's position could not be read.</summary>
public enum PositionFault
{
    /// <summary>It can be read after all: the broker was in trouble.</summary>
    None,

    /// <summary>The broker deleted the records there, by age or size, before they were read.</summary>
    Retention,

    /// <summary>It lies behind the newest record: the topic was made anew, or its partition was cut back.</summary>
    Recreated,
}

/// <summary>Where to read on.</summary>
/// <param name="Offset">The next offset.</param>
/// <param name="Fault">What had happened.</param>
/// <param name="Lost">Records deleted unread; 0 unless <see cref="PositionFault.Retention"/>.</param>
public readonly record struct Restart(long Offset, PositionFault Fault, long Lost);

/// <summary>Decides where a partition is read from; pure.</summary>
public static class StartPosition
{
    /// <summary>
    /// The checkpoint of our Eventhouse and the group's commit both mean "stored up to here"; the further one counts,
    /// because another member may have gone on in its own database. Null when there is neither.
    /// </summary>
    public static long? Choose(long? checkpoint, long? committed) =>
        (checkpoint, committed) is ({ } ours, { } groups) ? Math.Max(ours, groups) : checkpoint ?? committed;

    /// <summary>Where to go on after the broker refused a position.</summary>
    /// <param name="position">The position refused; null when none was known.</param>
    /// <param name="low">The oldest offset the broker has.</param>
    /// <param name="high">The offset the next record will get.</param>
    /// <param name="reset">Where to begin without a usable position.</param>
    public static Restart AfterRefusal(long? position, long low, long high, KafkaOffsetReset reset)
    {
        var fresh = reset == KafkaOffsetReset.Latest ? high : low;
        return position switch
        {
            null => new Restart(fresh, PositionFault.None, 0),
            { } at when at < low => new Restart(low, PositionFault.Retention, low - at),
            { } at when at > high => new Restart(fresh, PositionFault.Recreated, 0),
            { } at => new Restart(at, PositionFault.None, 0),
        };
    }
}
