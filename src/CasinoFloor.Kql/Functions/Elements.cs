using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Elements of arrays in columns of a type, as <c>to typeof()</c> asks for. The language says that this casts and does not convert, but not
/// what becomes of each element of another type, so those are refused when they are met.
/// </summary>
internal static class Elements
{
    public static Bound Cast(KqlType type, Bound element)
    {
        var converted = Conversions.To(type, element);
        return Operators.Call(
            "cast_element",
            type,
            element.Span,
            (e, c) => e.Checked($"(CASE WHEN {Fits(type, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1]))} THEN {e.Sql(c.Arguments[1])} ELSE {Refusal(type, c)} END)"),
            element,
            converted);
    }

    private static string Fits(KqlType type, string element, string converted)
    {
        var kind = $"coalesce(json_type({element}), 'NULL')";
        return type switch
        {
            KqlType.Bool => $"{kind} IN ('BOOLEAN', 'NULL')",
            KqlType.Int or KqlType.Long => $"{kind} IN ('UBIGINT', 'BIGINT', 'NULL')",
            KqlType.Real or KqlType.Decimal => $"{kind} IN ('UBIGINT', 'BIGINT', 'DOUBLE', 'NULL')",
            KqlType.String => $"{kind} IN ('VARCHAR', 'NULL')",
            _ => $"({kind} = 'NULL' OR ({kind} = 'VARCHAR' AND {converted} IS NOT NULL))",
        };
    }

    private static string Refusal(KqlType type, BoundCall call) =>
        $"CAST({Translation.Emitter.Refuse($"to typeof({type.Name()}) of an element of another type (expand it as dynamic and convert it)", call.Span)} AS {Translation.Emitter.TypeName(type)})";
}
