using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator.Output;

namespace CasinoFloor.Web.Sources.Simulator.House;

/// <summary>Writes table events.</summary>
/// <remarks>
/// A sample: <c>{"event_id":"…","table_id":"TBL-007","event_type":"BUY_IN","event_timestamp":"2026-11-20T18:00:02.000Z",
/// "game_type":"Roulette","floor_section":"Main Pit","dealer_id":"DLR-0001","min_bet":25.00,"max_bet":2500.00,"player_id":"PLY-000042",
/// "amount":500.00}</c>.
/// </remarks>
internal sealed class TableMessages(EventOutput output)
{
    /// <summary>A player buys chips.</summary>
    public void BuyIn(TableGame table, TableSeat seat, long at)
    {
        Player(Begin(table, "BUY_IN"u8, at), seat).Amount("amount"u8, seat.BoughtIn).Amount("drop_amount"u8, table.Drop);
        output.Send();
    }

    /// <summary>A player leaves with chips.</summary>
    public void CashOut(TableGame table, TableSeat seat, Money amount, long at)
    {
        Player(Begin(table, "CASH_OUT"u8, at), seat).Amount("amount"u8, amount);
        output.Send();
    }

    /// <summary>A rating begins.</summary>
    public void RatingStart(TableGame table, TableSeat seat, long at)
    {
        Rating(Begin(table, "RATING_START"u8, at), seat);
        output.Send();
    }

    /// <summary>A rating ends with what it came to; <paramref name="won"/> is the player's win, negative for a loss.</summary>
    public void RatingEnd(TableGame table, TableSeat seat, int hands, double hours, Money expected, Money won, long at)
    {
        Rating(Begin(table, "RATING_END"u8, at), seat)
            .Number("hands_played"u8, hands)
            .Hundredths("hours_played"u8, (long)(hours * 100))
            .Amount("theoretical_win"u8, expected)
            .Amount("actual_win_loss"u8, won);
        output.Send();
    }

    /// <summary>Chips come from the cage (a fill) or go there (a credit).</summary>
    public void Chips(TableGame table, bool fill, Money amount, Money chip, uint slip, long at)
    {
        Begin(table, fill ? "FILL"u8 : "CREDIT"u8, at)
            .Amount("amount"u8, amount)
            .Amount("chip_denomination"u8, chip)
            .Id("slip_number"u8, fill ? "FIL-"u8 : "CRD-"u8, slip, 6);
        output.Send();
    }

    /// <summary>A marker is issued or paid.</summary>
    public void Marker(TableGame table, TableSeat seat, bool issued, Money amount, uint number, long at)
    {
        Player(Begin(table, issued ? "MARKER_ISSUED"u8 : "MARKER_PAID"u8, at), seat)
            .Amount("amount"u8, amount)
            .Id("marker_number"u8, "MRK-"u8, number, 6);
        output.Send();
    }

    /// <summary>A dealer comes or goes.</summary>
    public void Shift(TableGame table, bool begins, long at)
    {
        Begin(table, begins ? "SHIFT_START"u8 : "SHIFT_END"u8, at).Amount("drop_amount"u8, table.Drop);
        output.Send();
    }

    private static MessageBuilder Player(MessageBuilder message, TableSeat seat) => message.Id("player_id"u8, "PLY-"u8, seat.Player + 1, 6);

    private static MessageBuilder Rating(MessageBuilder message, TableSeat seat) =>
        Player(message, seat).Id("rating_id"u8, "RAT-"u8, seat.Rating, 8).Amount("average_bet"u8, seat.AverageBet);

    private MessageBuilder Begin(TableGame table, ReadOnlySpan<byte> type, long at)
    {
        output.Begin(EventStream.Table, "event_id"u8, at)
            .Id("table_id"u8, "TBL-"u8, table.Index + 1, 3).AsKey()
            .Text("event_type"u8, type);
        return output.Time("event_timestamp"u8)
            .Text("game_type"u8, table.Kind.Name)
            .Text("floor_section"u8, table.Kind.Pit)
            .Id("dealer_id"u8, "DLR-"u8, table.Dealer + 1, 4)
            .Amount("min_bet"u8, table.MinBet)
            .Amount("max_bet"u8, table.MaxBet);
    }
}
