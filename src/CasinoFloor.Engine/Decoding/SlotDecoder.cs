using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Slot events. Required: machine, a known type, time, and on a game also what was wagered and paid. A hand pay without an
/// amount is accepted with a payout of zero: it still locks the machine.
/// </summary>
internal sealed class SlotDecoder(FieldReader fields, HeaderReader header) : StreamDecoder<SlotEvent>(fields, header)
{
    private const uint Wager = 1u << (int)SlotField.WagerAmount;
    private const uint Payout = 1u << (int)SlotField.PayoutAmount;

    protected override EventList<SlotEvent> List(EventBatch batch) => batch.Slots;

    protected override bool TryReadType(DecodeContext context, out EventTypeEntry type, out TextSlice name)
    {
        name = default;
        return Header.TryReadKnownType(context, out type);
    }

    protected override void Begin(ref SlotEvent slot, in EventHeader start, EventTypeEntry type)
    {
        slot.Timestamp = start.Timestamp;
        slot.Message = start.Message;
        slot.Type = type.SlotType;
        slot.HopperLevel = float.NaN;
        slot.TheoreticalHold = float.NaN;
    }

    protected override void Fill(ref SlotEvent slot, int field, int source)
    {
        switch ((SlotField)field)
        {
            case SlotField.EventId: slot.EventId = Fields.Text(source); break;
            case SlotField.MachineId: slot.MachineId = Fields.Text(source); break;
            case SlotField.WagerAmount: slot.Wager = Fields.Amount(source); break;
            case SlotField.PayoutAmount: slot.Payout = Fields.Amount(source); break;
            case SlotField.BillAmount: slot.Bill = Fields.Amount(source); break;
            case SlotField.TicketAmount: slot.Ticket = Fields.Amount(source); break;
            case SlotField.MeterCoinIn: slot.MeterCoinIn = Fields.Meter(source); break;
            case SlotField.MeterCoinOut: slot.MeterCoinOut = Fields.Meter(source); break;
            case SlotField.FloorSection: slot.FloorSection = Fields.Text(source); break;
            case SlotField.Denomination: slot.Denomination = Fields.Amount(source); break;
            case SlotField.PlayerId: slot.PlayerId = Fields.Text(source); break;
            case SlotField.SessionId: slot.SessionId = Fields.Text(source); break;
            case SlotField.HopperLevel: slot.HopperLevel = Fields.Percent(source); break;
            case SlotField.ErrorCode: slot.ErrorCode = Fields.Text(source); break;
            case SlotField.ErrorMessage: slot.ErrorMessage = Fields.Description(source); break;
            case SlotField.MachineType: slot.MachineType = Fields.Text(source); break;
            case SlotField.Manufacturer: slot.Manufacturer = Fields.Text(source); break;
            case SlotField.GameTheme: slot.GameTheme = Fields.Text(source); break;
            case SlotField.TheoreticalHold: slot.TheoreticalHold = Fields.Fraction(source); break;
        }
    }

    protected override int Missing(in SlotEvent slot, uint filled)
    {
        if (slot.MachineId.IsEmpty)
        {
            return (int)SlotField.MachineId;
        }

        if (slot.Type != SlotEventType.Spin || (filled & (Wager | Payout)) == (Wager | Payout))
        {
            return -1;
        }

        return (int)((filled & Wager) == 0 ? SlotField.WagerAmount : SlotField.PayoutAmount);
    }

    protected override void Complete(ref SlotEvent slot, DecodeContext context, EventTypeEntry type)
    {
        slot.Identity = context.Identify(slot.EventId, slot.Message);
    }
}
