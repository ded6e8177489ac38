using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Cage transactions from <c>cash_events_live</c>.</summary>
internal sealed class StoredCashes(IdentifyEvent identity) : StoredEventMap(identity)
{
    /// <inheritdoc />
    public override string Table => EventhouseTables.CashEvents.Name;

    /// <inheritdoc />
    public override string Columns =>
        """
        event_id, event_type, cash_direction, amount, player_id, currency, payment_method, cage_location, cashier_id, supervisor_id, shift,
        marker_number
        """;

    /// <inheritdoc />
    public override void Add(EventBatch batch, IRowReader reader, int row)
    {
        ref var cash = ref batch.Cashes.Add();
        cash.Message = AddMessage(batch, reader, row);
        cash.Timestamp = Time(reader, row);
        cash.EventId = Text(batch, reader, First, row);
        cash.Identity = Identify(batch, cash.EventId);
        cash.Type = Text(batch, reader, First + 1, row);
        cash.Direction = CashDirectionNames.Parse(reader.Text(First + 2, row));
        cash.Amount = new Money(reader.Long(First + 3, row));
        cash.PlayerId = Text(batch, reader, First + 4, row);
        cash.Currency = Text(batch, reader, First + 5, row);
        cash.PaymentMethod = Text(batch, reader, First + 6, row);
        cash.CageLocation = Text(batch, reader, First + 7, row);
        cash.CashierId = Text(batch, reader, First + 8, row);
        cash.SupervisorId = Text(batch, reader, First + 9, row);
        cash.Shift = Text(batch, reader, First + 10, row);
        cash.MarkerNumber = Text(batch, reader, First + 11, row);
    }
}
