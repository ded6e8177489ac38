using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Slot events from <c>slot_events_live</c>: the columns that the engine's state is made of.</summary>
internal sealed class StoredSlots(IdentifyEvent identity) : StoredEventMap(identity)
{
    /// <inheritdoc />
    public override string Table => EventhouseTables.SlotEvents.Name;

    /// <inheritdoc />
    public override string Columns =>
        """
        event_id, machine_id, event_type, wager_amount, payout_amount, bill_amount, floor_section, denomination, player_id, hopper_level,
        machine_type, manufacturer, game_theme, theoretical_hold
        """;

    /// <inheritdoc />
    public override void Add(EventBatch batch, IRowReader reader, int row)
    {
        if (!SlotEventTypeNames.TryParse(reader.Text(First + 2, row), out var type))
        {
            // A type of a newer version: this one has no state for it.
            return;
        }

        ref var slot = ref batch.Slots.Add();
        slot.Message = AddMessage(batch, reader, row);
        slot.Timestamp = Time(reader, row);
        slot.EventId = Text(batch, reader, First, row);
        slot.Identity = Identify(batch, slot.EventId);
        slot.MachineId = Text(batch, reader, First + 1, row);
        slot.Type = type;
        slot.Wager = StoredMoney.FromReal(reader.Real(First + 3, row));
        slot.Payout = StoredMoney.FromReal(reader.Real(First + 4, row));
        slot.Bill = StoredMoney.FromReal(reader.Real(First + 5, row));
        slot.FloorSection = Text(batch, reader, First + 6, row);
        slot.Denomination = StoredMoney.FromReal(reader.Real(First + 7, row));
        slot.PlayerId = Text(batch, reader, First + 8, row);
        slot.HopperLevel = (float)reader.Real(First + 9, row);
        slot.MachineType = Text(batch, reader, First + 10, row);
        slot.Manufacturer = Text(batch, reader, First + 11, row);
        slot.GameTheme = Text(batch, reader, First + 12, row);
        slot.TheoreticalHold = (float)reader.Real(First + 13, row);
    }
}
