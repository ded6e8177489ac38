using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Names of <see cref="SlotEventType"/>, as in messages and in stored rows: <c>SPIN</c>, <c>BILL_IN</c>, ...</summary>
public static class SlotEventTypes
{
    private static readonly string[] AllNames =
        Array.ConvertAll(CanonicalNames.SnakeAll<SlotEventType>(), name => name.ToUpperInvariant());

    /// <summary>The canonical names, indexed by <see cref="SlotEventType"/>.</summary>
    public static ReadOnlySpan<string> Names => AllNames;

    /// <summary>The canonical name.</summary>
    public static string Name(this SlotEventType type) => AllNames[(int)type];

    /// <summary>The type of a canonical name, ignoring case.</summary>
    public static bool TryParse(string? name, out SlotEventType type)
    {
        for (var i = 0; i < AllNames.Length; i++)
        {
            if (string.Equals(AllNames[i], name, StringComparison.OrdinalIgnoreCase))
            {
                type = (SlotEventType)i;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>
    /// Whether a field may be set on an event of this type. Coin-in and coin-out exist on games and hand pays only; bills,
    /// vouchers and lifetime meters only on their own types, so that no sum can mix them up (DOMAIN, section 1).
    /// </summary>
    internal static bool MayCarry(this SlotEventType type, SlotField field) => field switch
    {
        SlotField.WagerAmount or SlotField.PayoutAmount => type is SlotEventType.Spin or SlotEventType.Jackpot,
        SlotField.BillAmount => type is SlotEventType.BillIn,
        SlotField.TicketAmount => type is SlotEventType.TicketIn or SlotEventType.TicketOut,
        SlotField.MeterCoinIn or SlotField.MeterCoinOut => type is SlotEventType.MeterUpdate,
        _ => true,
    };
}
