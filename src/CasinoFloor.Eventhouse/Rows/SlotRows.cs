using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Slot events as rows of <c>slot_events_live</c>.</summary>
internal static class SlotRows
{
    /// <summary>Writes an event's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, PinnedBatch batch, in SlotEvent slot, RowOrigin origin)
        where TRow : IRowWriter, allows ref struct
    {
        var isPlay = slot.Type.IsPlay();
        var isMeter = slot.Type == SlotEventType.MeterUpdate;
        row.Text(batch, slot.EventId);
        row.Text(batch, slot.MachineId);
        row.FixedText(SlotEventTypeNames.Utf8(slot.Type));
        row.Time(slot.Timestamp);
        row.RealIf(isPlay, slot.Wager);
        row.RealIf(isPlay, slot.Payout);
        row.RealIf(slot.Type == SlotEventType.BillIn, slot.Bill);
        row.RealIf(slot.Type is SlotEventType.TicketIn or SlotEventType.TicketOut, slot.Ticket);
        row.RealIf(isMeter, slot.MeterCoinIn);
        row.RealIf(isMeter, slot.MeterCoinOut);
        row.Text(batch, slot.FloorSection);
        row.RealIf(slot.Denomination != Money.Zero, slot.Denomination);
        row.Text(batch, slot.PlayerId);
        row.Text(batch, slot.SessionId);
        row.Real(SinglePrecision.Widen(slot.HopperLevel));
        row.Text(batch, slot.ErrorCode);
        row.Text(batch, slot.ErrorMessage);
        row.Text(batch, slot.MachineType);
        row.Text(batch, slot.Manufacturer);
        row.Text(batch, slot.GameTheme);
        row.Real(SinglePrecision.Widen(slot.TheoreticalHold));
        origin.Write(ref row, batch, slot.Message, slot.Outcome);
    }
}
