using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>Batches as the engine hands them to the Eventhouse.</summary>
internal static class TestBatches
{
    public static SourcePartition SlotPartition { get; } = new(EventStream.Slot, "kafka:es-slot-telemetry", 3, 5);

    public static EventBatch New(EventStream stream, long receivedTicks = 0)
    {
        var batch = new EventBatch();
        batch.Reset(stream);
        batch.ReceivedTicks = receivedTicks;
        return batch;
    }

    public static TextSlice Text(this EventBatch batch, string text) => batch.AddText(Encoding.UTF8.GetBytes(text));

    public static int Message(this EventBatch batch, long offset, SourcePartition? partition = null, DateTime? enqueued = null)
    {
        batch.Add("{}"u8, (partition ?? SlotPartition).Index, offset, (enqueued ?? TestHouse.Now).Ticks);
        return batch.MessageCount - 1;
    }

    /// <summary>Adds an accepted spin.</summary>
    public static ref SlotEvent Spin(this EventBatch batch, long offset, string machine, DateTime time, decimal wager = 1m, decimal payout = 0m)
    {
        var message = batch.Message(offset);
        ref var slot = ref batch.Slots.Add();
        slot.Message = message;
        slot.Outcome = EventOutcome.Accepted;
        slot.Type = SlotEventType.Spin;
        slot.Timestamp = time.Ticks;
        slot.Wager = Money.FromDecimal(wager);
        slot.Payout = Money.FromDecimal(payout);
        slot.HopperLevel = float.NaN;
        slot.TheoreticalHold = float.NaN;
        slot.MachineId = batch.Text(machine);
        slot.EventId = batch.Text($"{machine}-{offset}");
        return ref slot;
    }

    /// <summary>Adds an accepted reading of lifetime meters.</summary>
    public static void Meters(this EventBatch batch, long offset, string machine, DateTime time, decimal coinIn, decimal coinOut)
    {
        ref var slot = ref batch.Spin(offset, machine, time, 0m);
        slot.Type = SlotEventType.MeterUpdate;
        slot.MeterCoinIn = Money.FromDecimal(coinIn);
        slot.MeterCoinOut = Money.FromDecimal(coinOut);
    }

    /// <summary>Accepted spins of one machine, a second apart, with offsets from <paramref name="first"/>.</summary>
    public static EventBatch Spins(long first, int count, DateTime from, double secondsApart = 1)
    {
        var batch = New(EventStream.Slot);
        for (var index = 0; index < count; index++)
        {
            batch.Spin(first + index, "SLOT-1", from.AddSeconds(index * secondsApart));
        }

        return batch;
    }

    public static Checkpoint At(long nextOffset) => new(SlotPartition, nextOffset);

    public static Finding Finding(string id, DateTime time) => new()
    {
        Id = id,
        Kind = FindingKind.HopperFill,
        Severity = Severity.Medium,
        Phase = FindingPhase.Raised,
        MachineId = "SLOT-1",
        FloorSection = "High Limit",
        EventTime = time,
        ReceivedAt = time.AddMilliseconds(5),
        DetectedAt = time.AddMilliseconds(6),
        Value = 19.123456789m,
        Threshold = -20m,
        Sample = 12,
        Why = "Hopper at 19.1 %, below 20 % — fill it.",
    };

    public static UInt128 Identify(EventStream stream, ReadOnlySpan<byte> eventId)
    {
        var hash = (UInt128)((int)stream + 1);
        foreach (var letter in eventId)
        {
            hash = (hash * 31) + letter;
        }

        return hash;
    }
}
