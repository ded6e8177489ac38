using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Table events. Required: table, type, time.</summary>
internal sealed class TableDecoder(FieldReader fields, HeaderReader header)
{
    /// <summary>Appends the event; false when the message fails.</summary>
    public bool TryDecode(DecodeContext context, int message)
    {
        if (!header.TryReadOpenType(context, out var type, out var entry) || !header.TryReadTime(context, out var timestamp))
        {
            return false;
        }

        ref var table = ref context.Batch.Tables.Add();
        table.Timestamp = timestamp;
        table.Message = message;
        table.Type = type;
        table.HandsPlayed = -1;
        table.HoursPlayed = float.NaN;
        var plan = entry?.Plan ?? context.Stream.Plan;
        for (var rest = plan.Select(context.Given); rest != 0; rest &= rest - 1)
        {
            var source = BitOperations.TrailingZeroCount(rest);
            Fill(ref table, (TableField)plan.Field(source), source);
            if (fields.Failed)
            {
                context.FailedField = plan.Field(source);
                context.Batch.Tables.RemoveLast();
                return false;
            }
        }

        if (table.TableId.IsEmpty)
        {
            context.Batch.Tables.RemoveLast();
            return header.Fail(context, (int)TableField.TableId, RejectionReason.MissingField);
        }

        table.HasEventId = !table.EventId.IsEmpty;
        table.Identity = context.Identify(table.EventId, message);
        return true;
    }

    private void Fill(ref TableEvent table, TableField field, int source)
    {
        switch (field)
        {
            case TableField.EventId: table.EventId = fields.Text(source); break;
            case TableField.TableId: table.TableId = fields.Text(source); break;
            case TableField.Amount: table.Amount = fields.Amount(source); break;
            case TableField.ChipDenomination: table.ChipDenomination = fields.Amount(source); break;
            case TableField.MinBet: table.MinBet = fields.Amount(source); break;
            case TableField.MaxBet: table.MaxBet = fields.Amount(source); break;
            case TableField.AverageBet: table.AverageBet = fields.Amount(source); break;
            case TableField.TheoreticalWin: table.TheoreticalWin = fields.SignedAmount(source); break;
            case TableField.ActualWinLoss: table.ActualWinLoss = fields.SignedAmount(source); break;
            case TableField.DropAmount: table.Drop = fields.Amount(source); break;
            case TableField.HandsPlayed: table.HandsPlayed = fields.Count(source); break;
            case TableField.HoursPlayed: table.HoursPlayed = fields.Hours(source); break;
            case TableField.GameType: table.GameType = fields.Text(source); break;
            case TableField.FloorSection: table.FloorSection = fields.Text(source); break;
            case TableField.DealerId: table.DealerId = fields.Text(source); break;
            case TableField.PlayerId: table.PlayerId = fields.Text(source); break;
            case TableField.RatingId: table.RatingId = fields.Text(source); break;
            case TableField.MarkerNumber: table.MarkerNumber = fields.Text(source); break;
            case TableField.SlipNumber: table.SlipNumber = fields.Text(source); break;
            case TableField.Shift: table.Shift = fields.Text(source); break;
        }
    }
}
