using CasinoFloor.Engine.Events;

namespace CasinoFloor.Web.Sources.Simulator;

/// <summary>
/// The cage: mostly small cash, now and then more than 10,000, and now and then somebody who stays just below, more than once.
/// </summary>
/// <remarks>
/// A sample: <c>{"event_id":"…","cage_location":"Main Cage","event_type":"CASH_IN","event_timestamp":"2026-11-20T18:00:40.000Z",
/// "player_id":"PLY-003704","amount":300.00,"currency":"USD","payment_method":"Cash","cashier_id":"CSH-073","shift":"Swing"}</c>.
/// </remarks>
internal sealed class CageSimulation(SimulatorOptions options, EventOutput output, PlayerPool players)
{
    private readonly SimulatorRandom _random = SimulatorRandom.For(options.Seed, ActionKind.Cage, 0);

    /// <summary>A floor of 1,200 machines has about five transactions a minute.</summary>
    private readonly double _meanSeconds = 12.0 * 1_200 / Math.Max(100, options.Machines);
    private int _structurer = -1;
    private uint _markers = 300_000;

    /// <summary>When somebody comes next.</summary>
    public long Next(long at) => at + _random.ExponentialSeconds(_meanSeconds);

    /// <summary>A transaction.</summary>
    public void Step(long at)
    {
        var kind = _random.Pick(CageKind.All);
        var player = _random.Next(players.Count);
        var amount = Amount(kind, ref player);
        var window = _random.Pick(CageKind.Windows);
        output.Begin(EventStream.Cash, "event_id"u8, at)
            .Text("cage_location"u8, window).AsKey()
            .Text("event_type"u8, kind.Type);
        var message = output.Time("event_timestamp"u8)
            .Id("player_id"u8, "PLY-"u8, player + 1, 6)
            .Amount("amount"u8, amount)
            .Text("currency"u8, "USD"u8)
            .Text("payment_method"u8, kind.PaymentMethod)
            .Id("cashier_id"u8, "CSH-"u8, _random.Between(1, 99), 3);
        if (amount.Units > 5_000 * Money.Scale)
        {
            message.Id("supervisor_id"u8, "SUP-"u8, _random.Between(1, 19), 3);
        }

        if (kind.HasMarker)
        {
            message.Id("marker_number"u8, "MRK-"u8, ++_markers, 6);
        }

        message.Text("shift"u8, Shift(at));
        output.Send();
    }

    private static ReadOnlySpan<byte> Shift(long at) => (at / TimeSpan.TicksPerHour % 24) switch
    {
        < 8 => "Grave"u8,
        < 16 => "Day"u8,
        _ => "Swing"u8,
    };

    private Money Amount(CageKind kind, ref int player)
    {
        var chance = _random.NextDouble();
        if (kind.IsCash && chance < 0.015)
        {
            // Every other one of these is the same player again: what a structuring review looks for.
            if (_structurer >= 0 && _random.Chance(0.5))
            {
                player = _structurer;
            }

            _structurer = player;
            return Cents(_random.Between(800_000, 999_999));
        }

        return chance < 0.025
            ? Cents(_random.Between(100, 400) * 10_000 + 10_000)
            : Cents(_random.Between(1, 4 + (int)_random.Exponential(18)) * 2_000);
    }

    private static Money Cents(long cents) => new(cents * (Money.Scale / 100));
}

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

    /// <summary>The kinds; one named twice is twice as frequent.</summary>
    public static IReadOnlyList<CageKind> All { get; } =
    [
        new("CASH_IN", "Cash"), new("CASH_IN", "Cash"), new("CASH_IN", "Cash"),
        new("CASH_OUT", "Cash"), new("CASH_OUT", "Cash"), new("CASH_OUT", "Cash"),
        new("CHIP_PURCHASE", "Cash"), new("CHIP_PURCHASE", "Cash"), new("CHIP_REDEMPTION", "Cash"), new("CHIP_REDEMPTION", "Cash"),
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
