namespace CasinoFloor.Engine.Decoding;

/// <summary>Lays a dialect's settings over those of the dialect it starts from.</summary>
internal static class DialectMerge
{
    /// <summary>A new set of options: <paramref name="own"/> where it says something, else <paramref name="basis"/>.</summary>
    public static DialectOptions Over(DialectOptions basis, DialectOptions own) => new()
    {
        TimeZone = string.IsNullOrWhiteSpace(own.TimeZone) ? basis.TimeZone : own.TimeZone,
        Slot = Over(basis.Slot, own.Slot),
        Table = Over(basis.Table, own.Table),
        Security = Over(basis.Security, own.Security),
        Cash = Over(basis.Cash, own.Cash),
        CashFlow = new CashFlowOptions
        {
            In = Either(own.CashFlow.In, basis.CashFlow.In),
            Out = Either(own.CashFlow.Out, basis.CashFlow.Out),
            PaymentMethods = Either(own.CashFlow.PaymentMethods, basis.CashFlow.PaymentMethods),
        },
    };

    private static StreamDialectOptions Over(StreamDialectOptions basis, StreamDialectOptions own)
    {
        var merged = new StreamDialectOptions();
        foreach (var layer in (ReadOnlySpan<StreamDialectOptions>)[basis, own])
        {
            Copy(layer.EventTypes, merged.EventTypes);
            Copy(layer.Fields, merged.Fields);
            foreach (var (type, fields) in layer.FieldsByType)
            {
                if (!merged.FieldsByType.TryGetValue(type, out var target))
                {
                    merged.FieldsByType[type] = target = new(StringComparer.OrdinalIgnoreCase);
                }

                Copy(fields, target);
            }
        }

        return merged;
    }

    private static void Copy<T>(Dictionary<string, T> from, Dictionary<string, T> to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }

    private static string[] Either(string[] own, string[] basis) => own.Length > 0 ? own : basis;
}
