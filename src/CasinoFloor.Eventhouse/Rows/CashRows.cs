using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Cage transactions as rows of <c>cash_events_live</c>.</summary>
internal static class CashRows
{
    /// <summary>Writes an event's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, PinnedBatch batch, in CashEvent cash, RowOrigin origin)
        where TRow : IRowWriter, allows ref struct
    {
        row.Text(batch, cash.EventId);
        row.Text(batch, cash.Type);
        row.Time(cash.Timestamp);
        row.FixedText(CashDirectionNames.Utf8(cash.Direction));
        row.Decimal(cash.Amount);
        row.Text(batch, cash.PlayerId);
        row.Text(batch, cash.Currency);
        row.Text(batch, cash.PaymentMethod);
        row.Text(batch, cash.CageLocation);
        row.Text(batch, cash.CashierId);
        row.Text(batch, cash.SupervisorId);
        row.Text(batch, cash.Shift);
        row.Text(batch, cash.MarkerNumber);
        origin.Write(ref row, batch, cash.Message, cash.Outcome);
    }
}
