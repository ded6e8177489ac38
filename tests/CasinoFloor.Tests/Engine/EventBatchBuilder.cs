using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Tests.Engine;

/// <summary>Fills batches as a decoder would, without one.</summary>
public sealed class EventBatchBuilder
{
    private static long _identities = 1_000_000_000;
    private long _offset;

    public EventBatchBuilder(EventStream stream = EventStream.Slot, bool recovery = false)
    {
        Batch.Reset(stream);
        Batch.Recovery = recovery;
    }

    public EventBatch Batch { get; } = new();

    public EventBatchBuilder Slot(
        string machine,
        SlotEventType type,
        DateTime at,
        decimal wager = 0,
        decimal payout = 0,
        decimal bill = 0,
        int partition = 0,
        long? identity = null,
        string section = "",
        string player = "",
        decimal denomination = 0,
        float hopper = float.NaN,
        float hold = float.NaN)
    {
        ref var e = ref Batch.Slots.Add();
        e.Timestamp = at.Ticks;
        e.Message = Message(partition);
        e.Type = type;
        e.Identity = (UInt128)(ulong)(identity ?? Interlocked.Increment(ref _identities));
        e.Wager = Money.FromDecimal(wager);
        e.Payout = Money.FromDecimal(payout);
        e.Bill = Money.FromDecimal(bill);
        e.Denomination = Money.FromDecimal(denomination);
        e.HopperLevel = hopper;
        e.TheoreticalHold = hold;
        e.MachineId = Text(machine);
        e.FloorSection = Text(section);
        e.PlayerId = Text(player);
        return this;
    }

    public EventBatchBuilder Cash(DateTime at, decimal amount, long identity)
    {
        ref var e = ref Batch.Cashes.Add();
        e.Timestamp = at.Ticks;
        e.Message = Message(0);
        e.Identity = (UInt128)(ulong)identity;
        e.Amount = Money.FromDecimal(amount);
        return this;
    }

    public EventBatchBuilder Table(DateTime at, long identity)
    {
        ref var e = ref Batch.Tables.Add();
        e.Timestamp = at.Ticks;
        e.Message = Message(0);
        e.Identity = (UInt128)(ulong)identity;
        return this;
    }

    public EventBatchBuilder Security(DateTime at, long identity)
    {
        ref var e = ref Batch.Securities.Add();
        e.Timestamp = at.Ticks;
        e.Message = Message(0);
        e.Identity = (UInt128)(ulong)identity;
        return this;
    }

    public EventBatchBuilder Reject(RejectionReason reason)
    {
        Batch.Rejections.Add() = new Rejection(Message(0), reason, null);
        return this;
    }

    private int Message(int partition)
    {
        Batch.Add("{}"u8, partition, _offset++, 0);
        return Batch.MessageCount - 1;
    }

    private TextSlice Text(string text) => text.Length == 0 ? default : Batch.AddText(Encoding.UTF8.GetBytes(text));
}
