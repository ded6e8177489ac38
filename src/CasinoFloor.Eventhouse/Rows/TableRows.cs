using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>Table-game events as rows of <c>table_events_live</c>.</summary>
internal static class TableRows
{
    /// <summary>Writes an event's columns in the table's order.</summary>
    public static void Write<TRow>(ref TRow row, PinnedBatch batch, in TableEvent game, RowOrigin origin)
        where TRow : IRowWriter, allows ref struct
    {
        row.Text(batch, game.EventId);
        row.Text(batch, game.TableId);
        row.Text(batch, game.Type);
        row.Time(game.Timestamp);
        row.Real(game.Amount);
        row.Real(game.ChipDenomination);
        row.Real(game.MinBet);
        row.Real(game.MaxBet);
        row.Real(game.AverageBet);
        row.Real(game.TheoreticalWin);
        row.Real(game.ActualWinLoss);
        row.Real(game.Drop);
        row.Int(game.HandsPlayed < 0 ? null : game.HandsPlayed);
        row.Real(SinglePrecision.Widen(game.HoursPlayed));
        row.Text(batch, game.GameType);
        row.Text(batch, game.FloorSection);
        row.Text(batch, game.DealerId);
        row.Text(batch, game.PlayerId);
        row.Text(batch, game.RatingId);
        row.Text(batch, game.MarkerNumber);
        row.Text(batch, game.SlipNumber);
        row.Text(batch, game.Shift);
        origin.Write(ref row, batch, game.Message, game.Outcome);
    }
}
