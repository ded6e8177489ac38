using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>Writes cash events.</summary>
/// <remarks>
/// A sample: <c>{"event_id":"…","cage_location":"Main Cage","event_type":"CASH_IN","event_timestamp":"2026-11-20T18:00:40.000Z",
/// "player_id":"PLY-003704","amount":300.00,"currency":"USD","payment_method":"Cash","cashier_id":"CSH-073","shift":"Swing"}</c>.
/// </remarks>
internal sealed class CageMessages(EventOutput output)
{
    private uint _markers = 300_000;

    /// <summary>A transaction.</summary>
    public void Write(CageKind kind, byte[] window, int player, Money amount, SimulatorRandom random, long at)
    {
        output.Begin(EventStream.Cash, "event_id"u8, at)
            .Text("cage_location"u8, window).AsKey()
            .Text("event_type"u8, kind.Type);
        var message = output.Time("event_timestamp"u8)
            .Id("player_id"u8, "PLY-"u8, player + 1, 6)
            .Amount("amount"u8, amount)
            .Text("currency"u8, "USD"u8)
            .Text("payment_method"u8, kind.PaymentMethod)
            .Id("cashier_id"u8, "CSH-"u8, random.Between(1, 99), 3);
        if (amount.Units > 5_000 * Money.Scale)
        {
            message.Id("supervisor_id"u8, "SUP-"u8, random.Between(1, 19), 3);
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
}
