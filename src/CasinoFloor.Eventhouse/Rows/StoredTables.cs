using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Table-game events from <c>table_events_live</c>.</summary>
internal sealed class StoredTables(IdentifyEvent identity) : StoredEventMap(identity)
{
    /// <inheritdoc />
    public override string Table => EventhouseTables.TableEvents.Name;

    /// <inheritdoc />
    public override string Columns =>
        """
        event_id, table_id, event_type, amount, chip_denomination, min_bet, max_bet, average_bet, theoretical_win, actual_win_loss, "drop",
        coalesce(hands_played, -1), hours_played, game_type, floor_section, dealer_id, player_id, rating_id, marker_number, slip_number, shift
        """;

    /// <inheritdoc />
    public override void Add(EventBatch batch, IRowReader reader, int row)
    {
        ref var game = ref batch.Tables.Add();
        game.Message = AddMessage(batch, reader, row);
        game.Timestamp = Time(reader, row);
        game.EventId = Text(batch, reader, First, row);
        game.Identity = Identify(batch, game.EventId);
        game.TableId = Text(batch, reader, First + 1, row);
        game.Type = Text(batch, reader, First + 2, row);
        game.Amount = Amount(3);
        game.ChipDenomination = Amount(4);
        game.MinBet = Amount(5);
        game.MaxBet = Amount(6);
        game.AverageBet = Amount(7);
        game.TheoreticalWin = Amount(8);
        game.ActualWinLoss = Amount(9);
        game.Drop = Amount(10);
        game.HandsPlayed = reader.Int(First + 11, row);
        game.HoursPlayed = (float)reader.Real(First + 12, row);
        game.GameType = Text(batch, reader, First + 13, row);
        game.FloorSection = Text(batch, reader, First + 14, row);
        game.DealerId = Text(batch, reader, First + 15, row);
        game.PlayerId = Text(batch, reader, First + 16, row);
        game.RatingId = Text(batch, reader, First + 17, row);
        game.MarkerNumber = Text(batch, reader, First + 18, row);
        game.SlipNumber = Text(batch, reader, First + 19, row);
        game.Shift = Text(batch, reader, First + 20, row);

        Money? Amount(int column) => StoredMoney.FromRealOrNull(reader.Real(First + column, row));
    }
}
