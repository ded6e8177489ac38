using System.Numerics;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Engine.Decoding;

/// <summary>
/// Cage transactions. Required: type, time, amount. Which way cash moved follows from the type, and only when it was paid
/// in cash (DOMAIN, section 5).
/// </summary>
internal sealed class CashDecoder(FieldReader fields, HeaderReader header)
{
    /// <summary>Appends the event; false when the message fails.</summary>
    public bool TryDecode(DecodeContext context, int message)
    {
        if (!header.TryReadOpenType(context, out var type, out var entry) || !header.TryReadTime(context, out var timestamp))
        {
            return false;
        }

        ref var cash = ref context.Batch.Cashes.Add();
        cash.Timestamp = timestamp;
        cash.Message = message;
        cash.Type = type;
        var plan = entry?.Plan ?? context.Stream.Plan;
        var hasAmount = false;
        for (var rest = plan.Select(context.Given); rest != 0; rest &= rest - 1)
        {
            var source = BitOperations.TrailingZeroCount(rest);
            var field = (CashField)plan.Field(source);
            Fill(ref cash, field, source);
            hasAmount |= field == CashField.Amount;
            if (fields.Failed)
            {
                context.FailedField = (int)field;
                context.Batch.Cashes.RemoveLast();
                return false;
            }
        }

        if (!hasAmount)
        {
            context.Batch.Cashes.RemoveLast();
            return header.Fail(context, (int)CashField.Amount, RejectionReason.MissingField);
        }

        cash.Direction = IsCash(context, cash.PaymentMethod) && entry is not null ? entry.Direction : CashDirection.None;
        cash.HasEventId = !cash.EventId.IsEmpty;
        cash.Identity = context.Identify(cash.EventId, message);
        return true;
    }

    // A feed that does not say how it was paid must not hide cash from the compliance rules.
    private static bool IsCash(DecodeContext context, TextSlice method) =>
        method.IsEmpty || context.Dialect.CashMethods.Find(context.Batch.Text(method)) >= 0;

    private void Fill(ref CashEvent cash, CashField field, int source)
    {
        switch (field)
        {
            case CashField.EventId: cash.EventId = fields.Text(source); break;
            case CashField.Amount: cash.Amount = fields.Amount(source); break;
            case CashField.PlayerId: cash.PlayerId = fields.Text(source); break;
            case CashField.Currency: cash.Currency = fields.Text(source); break;
            case CashField.PaymentMethod: cash.PaymentMethod = fields.Text(source); break;
            case CashField.CageLocation: cash.CageLocation = fields.Text(source); break;
            case CashField.CashierId: cash.CashierId = fields.Text(source); break;
            case CashField.SupervisorId: cash.SupervisorId = fields.Text(source); break;
            case CashField.Shift: cash.Shift = fields.Text(source); break;
            case CashField.MarkerNumber: cash.MarkerNumber = fields.Text(source); break;
        }
    }
}
