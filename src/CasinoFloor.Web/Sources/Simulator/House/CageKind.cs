namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>A kind of cage transaction.</summary>
internal sealed class CageKind
{
    private CageKind(string type, string paymentMethod, bool hasMarker = false)
    {
        Type = System.Text.Encoding.UTF8.GetBytes(type);
        PaymentMethod = System.Text.Encoding.UTF8.GetBytes(paymentMethod);
        IsCash = paymentMethod == "Cash";
        HasMarker = hasMarker;
    }

    /// <summary>Cash for play, or on account.</summary>
    public static CageKind CashIn { get; } = new("CASH_IN", "Cash");

    /// <summary>Cash paid out.</summary>
    public static CageKind CashOut { get; } = new("CASH_OUT", "Cash");

    /// <summary>Chips for cash.</summary>
    public static CageKind ChipPurchase { get; } = new("CHIP_PURCHASE", "Cash");

    /// <summary>The kinds; one named twice is twice as frequent.</summary>
    public static IReadOnlyList<CageKind> All { get; } =
    [
        CashIn, CashIn, CashIn, CashOut, CashOut, CashOut, ChipPurchase, ChipPurchase, new("CHIP_REDEMPTION", "Cash"), new("CHIP_REDEMPTION", "Cash"),
        new("MARKER_ISSUE", "Marker", true), new("MARKER_PAYMENT", "Cash", true), new("CHECK_CASHING", "Check"),
        new("FRONT_MONEY_DEPOSIT", "Cash"), new("FRONT_MONEY_WITHDRAWAL", "Cash"), new("WIRE_TRANSFER_IN", "Wire"),
    ];

    /// <summary>The cage's windows.</summary>
    public static IReadOnlyList<byte[]> Windows { get; } =
        ["Main Cage"u8.ToArray(), "Main Cage"u8.ToArray(), "Satellite 1"u8.ToArray(), "Satellite 2"u8.ToArray(), "High Limit"u8.ToArray()];

    public byte[] Type { get; }

    public byte[] PaymentMethod { get; }

    public bool IsCash { get; }

    public bool HasMarker { get; }
}
