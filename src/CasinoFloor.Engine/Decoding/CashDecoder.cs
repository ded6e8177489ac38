using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Cage transactions. Required: type, time, amount. Which way cash moved follows from the type, and only when it was paid
/// in cash (DOMAIN, section 5).
/// </summary>
internal sealed class CashDecoder(FieldReader fields, HeaderReader header) : StreamDecoder<CashEvent>(fields, header)
{
    protected override EventList<CashEvent> List(EventBatch batch) => batch.Cashes;

    protected override void Begin(ref CashEvent cash, in EventHeader start, EventTypeEntry type)
    {
        cash.Timestamp = start.Timestamp;
        cash.Message = start.Message;
        cash.Type = start.Type;
    }

    protected override void Fill(ref CashEvent cash, int field, int source)
    {
        switch ((CashField)field)
        {
            case CashField.EventId: cash.EventId = Fields.Text(source); break;
            case CashField.Amount: cash.Amount = Fields.Amount(source); break;
            case CashField.PlayerId: cash.PlayerId = Fields.Text(source); break;
            case CashField.Currency: cash.Currency = Fields.Text(source); break;
            case CashField.PaymentMethod: cash.PaymentMethod = Fields.Text(source); break;
            case CashField.CageLocation: cash.CageLocation = Fields.Text(source); break;
            case CashField.CashierId: cash.CashierId = Fields.Text(source); break;
            case CashField.SupervisorId: cash.SupervisorId = Fields.Text(source); break;
            case CashField.Shift: cash.Shift = Fields.Text(source); break;
            case CashField.MarkerNumber: cash.MarkerNumber = Fields.Text(source); break;
        }
    }

    protected override int Missing(in CashEvent cash, uint filled) =>
        (filled & (1u << (int)CashField.Amount)) == 0 ? (int)CashField.Amount : -1;

    protected override void Complete(ref CashEvent cash, DecodeContext context, EventTypeEntry type)
    {
        cash.Direction = IsCash(context, cash.PaymentMethod) ? type.Direction : CashDirection.None;
        cash.Identity = context.Identify(cash.EventId, cash.Message);
    }

    // A feed that does not say how it was paid must not hide cash from the compliance rules.
    private static bool IsCash(DecodeContext context, TextSlice method) =>
        method.IsEmpty || context.Dialect.CashMethods.Find(context.Batch.Text(method)) >= 0;
}
