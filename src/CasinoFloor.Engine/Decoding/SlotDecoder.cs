using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Slot events. Required: machine, type, time, and on a game also what was wagered and paid. A hand pay without an amount
/// is accepted with a payout of zero: it still locks the machine.
/// </summary>
internal sealed class SlotDecoder(FieldReader fields, HeaderReader header)
{
    private const uint Wager = 1u << (int)SlotField.WagerAmount;
    private const uint Payout = 1u << (int)SlotField.PayoutAmount;

    /// <summary>Appends the event; false when the message fails.</summary>
    public bool TryDecode(DecodeContext context, int message)
    {
        if (header.SlotType(context) is not { } type || !header.TryReadTime(context, out var timestamp))
        {
            return false;
        }

        ref var slot = ref context.Batch.Slots.Add();
        slot.Timestamp = timestamp;
        slot.Message = message;
        slot.Type = type.SlotType;
        slot.HopperLevel = float.NaN;
        slot.TheoreticalHold = float.NaN;
        uint filled = 0;
        for (var rest = type.Plan.Select(context.Given); rest != 0; rest &= rest - 1)
        {
            var source = BitOperations.TrailingZeroCount(rest);
            var field = type.Plan.Field(source);
            Fill(ref slot, (SlotField)field, source);
            filled |= 1u << field;
            if (fields.Failed)
            {
                context.FailedField = field;
                context.Batch.Slots.RemoveLast();
                return false;
            }
        }

        if (Missing(slot, filled) is { } missing)
        {
            context.Batch.Slots.RemoveLast();
            return header.Fail(context, (int)missing, RejectionReason.MissingField);
        }

        slot.HasEventId = !slot.EventId.IsEmpty;
        slot.Identity = context.Identify(slot.EventId, message);
        return true;
    }

    private static SlotField? Missing(in SlotEvent slot, uint filled)
    {
        if (slot.MachineId.IsEmpty)
        {
            return SlotField.MachineId;
        }

        if (slot.Type != SlotEventType.Spin || (filled & (Wager | Payout)) == (Wager | Payout))
        {
            return null;
        }

        return (filled & Wager) == 0 ? SlotField.WagerAmount : SlotField.PayoutAmount;
    }

    private void Fill(ref SlotEvent slot, SlotField field, int source)
    {
        switch (field)
        {
            case SlotField.EventId: slot.EventId = fields.Text(source); break;
            case SlotField.MachineId: slot.MachineId = fields.Text(source); break;
            case SlotField.WagerAmount: slot.Wager = fields.Amount(source); break;
            case SlotField.PayoutAmount: slot.Payout = fields.Amount(source); break;
            case SlotField.BillAmount: slot.Bill = fields.Amount(source); break;
            case SlotField.TicketAmount: slot.Ticket = fields.Amount(source); break;
            case SlotField.MeterCoinIn: slot.MeterCoinIn = fields.Meter(source); break;
            case SlotField.MeterCoinOut: slot.MeterCoinOut = fields.Meter(source); break;
            case SlotField.FloorSection: slot.FloorSection = fields.Text(source); break;
            case SlotField.Denomination: slot.Denomination = fields.Amount(source); break;
            case SlotField.PlayerId: slot.PlayerId = fields.Text(source); break;
            case SlotField.SessionId: slot.SessionId = fields.Text(source); break;
            case SlotField.HopperLevel: slot.HopperLevel = fields.Percent(source); break;
            case SlotField.ErrorCode: slot.ErrorCode = fields.Text(source); break;
            case SlotField.ErrorMessage: slot.ErrorMessage = fields.Description(source); break;
            case SlotField.MachineType: slot.MachineType = fields.Text(source); break;
            case SlotField.Manufacturer: slot.Manufacturer = fields.Text(source); break;
            case SlotField.GameTheme: slot.GameTheme = fields.Text(source); break;
            case SlotField.TheoreticalHold: slot.TheoreticalHold = fields.Fraction(source); break;
        }
    }
}
