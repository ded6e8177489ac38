using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Table events. Required: table, type, time.</summary>
internal sealed class TableDecoder(FieldReader fields, HeaderReader header) : StreamDecoder<TableEvent>(fields, header)
{
    protected override EventList<TableEvent> List(EventBatch batch) => batch.Tables;

    protected override void Begin(ref TableEvent table, in EventHeader start, EventTypeEntry type)
    {
        table.Timestamp = start.Timestamp;
        table.Message = start.Message;
        table.Type = start.Type;
        table.HandsPlayed = -1;
        table.HoursPlayed = float.NaN;
    }

    protected override void Fill(ref TableEvent table, int field, int source)
    {
        switch ((TableField)field)
        {
            case TableField.EventId: table.EventId = Fields.Text(source); break;
            case TableField.TableId: table.TableId = Fields.Text(source); break;
            case TableField.Amount: table.Amount = Fields.Amount(source); break;
            case TableField.ChipDenomination: table.ChipDenomination = Fields.Amount(source); break;
            case TableField.MinBet: table.MinBet = Fields.Amount(source); break;
            case TableField.MaxBet: table.MaxBet = Fields.Amount(source); break;
            case TableField.AverageBet: table.AverageBet = Fields.Amount(source); break;
            case TableField.TheoreticalWin: table.TheoreticalWin = Fields.SignedAmount(source); break;
            case TableField.ActualWinLoss: table.ActualWinLoss = Fields.SignedAmount(source); break;
            case TableField.DropAmount: table.Drop = Fields.Amount(source); break;
            case TableField.HandsPlayed: table.HandsPlayed = Fields.Count(source); break;
            case TableField.HoursPlayed: table.HoursPlayed = Fields.Hours(source); break;
            case TableField.GameType: table.GameType = Fields.Text(source); break;
            case TableField.FloorSection: table.FloorSection = Fields.Text(source); break;
            case TableField.DealerId: table.DealerId = Fields.Text(source); break;
            case TableField.PlayerId: table.PlayerId = Fields.Text(source); break;
            case TableField.RatingId: table.RatingId = Fields.Text(source); break;
            case TableField.MarkerNumber: table.MarkerNumber = Fields.Text(source); break;
            case TableField.SlipNumber: table.SlipNumber = Fields.Text(source); break;
            case TableField.Shift: table.Shift = Fields.Text(source); break;
        }
    }

    protected override int Missing(in TableEvent table, uint filled) =>
        table.TableId.IsEmpty ? (int)TableField.TableId : -1;

    protected override void Complete(ref TableEvent table, DecodeContext context, EventTypeEntry type)
    {
        table.Identity = context.Identify(table.EventId, table.Message);
    }
}
