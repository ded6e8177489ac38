using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Which fields make sense on which slot event.</summary>
internal static class SlotFieldRules
{
    /// <summary>
    /// Whether a field may be set on an event of this type. Coin-in and coin-out exist on games and hand pays only; bills,
    /// vouchers and lifetime meters only on their own types, so that no sum can mix them up (DOMAIN, section 1).
    /// </summary>
    public static bool MayCarry(this SlotEventType type, SlotField field) => field switch
    {
        SlotField.WagerAmount or SlotField.PayoutAmount => type.IsPlay(),
        SlotField.BillAmount => type is SlotEventType.BillIn,
        SlotField.TicketAmount => type is SlotEventType.TicketIn or SlotEventType.TicketOut,
        SlotField.MeterCoinIn or SlotField.MeterCoinOut => type is SlotEventType.MeterUpdate,
        _ => true,
    };
}
