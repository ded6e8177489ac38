using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>What holds for all messages of the batch being decoded.</summary>
internal sealed class DecodeContext(DecodingOptions options, EventIdentity identity)
{
    private readonly long _maxSkew = options.MaxClockSkew.Ticks;

    /// <summary>The batch.</summary>
    public required EventBatch Batch { get; set; }

    /// <summary>The feed's dialect.</summary>
    public required Dialect Dialect { get; set; }

    /// <summary>The dialect of the batch's stream.</summary>
    public required StreamDialect Stream { get; set; }

    /// <summary>Reads times in the dialect's zone.</summary>
    public required TimestampParser Timestamps { get; set; }

    /// <summary>The wall clock, UTC ticks.</summary>
    public long Now { get; set; }

    /// <summary>The sources that the current message gives.</summary>
    public ulong Given { get; set; }

    /// <summary>The canonical field that made the current message fail.</summary>
    public int FailedField { get; set; }

    /// <summary>
    /// Moves an event's time as the batch asks. False when it lies too far in the future; a rebased replay is moved to the
    /// present at most, so it is never refused.
    /// </summary>
    public bool TryShift(ref long timestamp)
    {
        if (Batch.TimeShift == 0)
        {
            return timestamp - Now <= _maxSkew;
        }

        var shifted = (Int128)timestamp + Batch.TimeShift;
        timestamp = (long)Int128.Clamp(shifted, 0, Now);
        return true;
    }

    /// <summary>The identity of an event: its id's, or its position's where it has none.</summary>
    public UInt128 Identify(TextSlice eventId, int message)
    {
        if (!eventId.IsEmpty)
        {
            return identity.OfText(Batch.Text(eventId));
        }

        ref readonly var raw = ref Batch.Messages[message];
        return identity.OfPosition(raw.Partition, raw.Offset);
    }
}
