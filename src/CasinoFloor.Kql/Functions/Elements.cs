using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Elements of arrays in columns of a type, as <c>to typeof()</c> asks for. The language says that this casts, and neither parses nor converts:
/// a text is no number and no bool. What becomes of a number or a bool in a column of another type is not said, so it is refused when it is met.
/// </summary>
internal static class Elements
{
    private const string Others = "'VARCHAR', 'ARRAY', 'OBJECT'";

    public static Bound Cast(KqlType type, Bound element)
    {
        var converted = Conversions.To(type, element);
        return Operators.Call(
            "cast_element",
            type,
            element.Span,
            (e, c) => e.Checked($"(CASE {Misfits(type, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1]))}WHEN {Fits(type, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1]))} THEN {e.Sql(c.Arguments[1])} ELSE {Refusal(type, c)} END)"),
            element,
            converted);
    }

    /// <summary>Texts and structures where a number or a bool is asked for; NaN and the infinities are texts in JSON.</summary>
    private static string Misfits(KqlType type, string element, string converted) => type switch
    {
        KqlType.Bool or KqlType.Int or KqlType.Long or KqlType.Decimal => $"WHEN json_type({element}) IN ({Others}) THEN NULL ",
        KqlType.Real => $"WHEN json_type({element}) IN ({Others}) AND coalesce(isfinite({converted}), true) THEN NULL ",
        _ => "",
    };

    private static string Fits(KqlType type, string element, string converted)
    {
        var kind = $"coalesce(json_type({element}), 'NULL')";
        return type switch
        {
            KqlType.Bool => $"({kind} IN ('BOOLEAN', 'NULL', {Others}))",
            KqlType.Int or KqlType.Long => $"({kind} IN ('UBIGINT', 'BIGINT', 'NULL', {Others}))",
            KqlType.Real or KqlType.Decimal => $"({kind} IN ('UBIGINT', 'BIGINT', 'DOUBLE', 'NULL', {Others}))",
            KqlType.String => $"{kind} IN ('VARCHAR', 'NULL')",
            _ => $"({kind} = 'NULL' OR ({kind} = 'VARCHAR' AND {converted} IS NOT NULL) OR {IsNeither(kind, converted)})",
        };
    }

    /// <summary>A text or structure that cannot even be converted: it is null whether or not the engine tries to.</summary>
    private static string IsNeither(string kind, string converted) => $"({kind} IN ('VARCHAR', 'ARRAY', 'OBJECT') AND {converted} IS NULL)";

    private static string Refusal(KqlType type, BoundCall call) =>
        $"CAST({Translation.Emitter.Refuse($"to typeof({type.Name()}) of an element of another type (expand it as dynamic and convert it)", call.Span)} AS {Translation.Emitter.TypeName(type)})";
}
