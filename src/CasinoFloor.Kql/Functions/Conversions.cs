using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>The <c>to...()</c> functions, and the conversions that the language makes by itself.</summary>
internal static class Conversions
{
    private static readonly ScalarFunction TextOf = new("tostring", "x", _ => KqlType.String, (e, c) => e.Text(c.Arguments[0])) { Naming = ResultNaming.FirstArgument };

    private static readonly Dictionary<KqlType, ScalarFunction> Functions = Enum.GetValues<KqlType>().ToDictionary(
        t => t, t => new ScalarFunction("to" + t.Name(), "x", _ => t, (e, c) => Convert(e, c.Arguments[0], t)) { Naming = ResultNaming.FirstArgument });

    public static void Register(Action<ScalarFunction> add)
    {
        add(TextOf);
        foreach (var (name, type) in new[]
        {
            ("toint", KqlType.Int), ("tolong", KqlType.Long), ("toreal", KqlType.Real), ("todouble", KqlType.Real), ("todecimal", KqlType.Decimal),
            ("tobool", KqlType.Bool), ("toboolean", KqlType.Bool), ("todatetime", KqlType.DateTime), ("totimespan", KqlType.TimeSpan),
            ("totime", KqlType.TimeSpan), ("toguid", KqlType.Guid), ("todynamic", KqlType.Dynamic), ("toobject", KqlType.Dynamic),
            ("parse_json", KqlType.Dynamic), ("parsejson", KqlType.Dynamic),
        })
        {
            add(Functions[type] with { Name = name });
        }

        add(Functions[KqlType.DateTime] with { Name = "make_datetime", Naming = ResultNaming.OnlyArgument });
    }

    public static Bound ToText(Bound value) => value.Type == KqlType.String ? value : new BoundCall(TextOf, [value], KqlType.String, value.Span);

    public static Bound To(KqlType type, Bound value)
    {
        if (value.Type == type)
        {
            return value;
        }

        return (value, type) switch
        {
            (BoundLiteral { Value: null }, not KqlType.String) => new BoundLiteral(null, type, value.Span),
            (BoundLiteral { Value: long number, Type: KqlType.Long or KqlType.Int }, KqlType.Real) => new BoundLiteral((double)number, type, value.Span),
            (BoundLiteral { Value: long number, Type: KqlType.Long or KqlType.Int }, KqlType.Decimal) => new BoundLiteral((decimal)number, type, value.Span),
            (BoundLiteral { Value: long number, Type: KqlType.Int }, KqlType.Long) => new BoundLiteral(number, type, value.Span),
            (BoundLiteral { Value: long number and >= int.MinValue and <= int.MaxValue, Type: KqlType.Long }, KqlType.Int) => new BoundLiteral(number, type, value.Span),
            (_, KqlType.String) => ToText(value),
            _ => new BoundCall(Functions[type], [value], type, value.Span),
        };
    }

    private static string Convert(Emitter e, Bound value, KqlType type)
    {
        if (value.Type == type)
        {
            return e.Sql(value);
        }

        if (type == KqlType.Dynamic)
        {
            return value.Type == KqlType.String ? e.Udf("parse_json", type, e.Sql(value)) : e.Json(value);
        }

        var sql = e.Sql(value);
        return (value.Type, type) switch
        {
            (KqlType.Int or KqlType.Bool, KqlType.Long) => $"CAST({sql} AS BIGINT)",
            (KqlType.DateTime or KqlType.TimeSpan, KqlType.Long) => sql,
            (KqlType.Long, KqlType.DateTime or KqlType.TimeSpan) => sql,
            (KqlType.Int, KqlType.DateTime or KqlType.TimeSpan) => $"CAST({sql} AS BIGINT)",
            (KqlType.Real, KqlType.DateTime or KqlType.TimeSpan) => RealToLong(e, sql),
            (KqlType.Real, KqlType.Long) => RealToLong(e, sql),
            (KqlType.Real, KqlType.Int) => RealToInt(e, value, sql),
            (KqlType.Decimal, KqlType.Long) => $"TRY_CAST(trunc({sql}) AS BIGINT)",
            (KqlType.Decimal, KqlType.Int) => $"TRY_CAST(trunc({sql}) AS INTEGER)",
            (KqlType.Long or KqlType.DateTime or KqlType.TimeSpan, KqlType.Int) => Narrow(e, sql),
            (KqlType.Bool, KqlType.Int) => $"CAST({sql} AS INTEGER)",
            (KqlType.Bool or KqlType.Int or KqlType.Long or KqlType.Decimal or KqlType.DateTime or KqlType.TimeSpan, KqlType.Real) => $"CAST({sql} AS DOUBLE)",
            (KqlType.Bool, KqlType.Decimal) => $"CAST(CAST({sql} AS INTEGER) AS {Emitter.TypeName(type)})",
            (KqlType.Int or KqlType.Long or KqlType.DateTime or KqlType.TimeSpan, KqlType.Decimal) => $"CAST({sql} AS {Emitter.TypeName(type)})",
            (KqlType.Real, KqlType.Decimal) => e.Udf("parse_decimal", type, sql),
            (KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal, KqlType.Bool) => $"({sql} <> 0)",
            (KqlType.String, KqlType.Int) => TextToInt(e, value, sql),
            (KqlType.String, KqlType.Long) => e.Udf("parse_long", type, sql),
            (KqlType.String, KqlType.Real) => e.Udf("parse_real", type, sql),
            (KqlType.String, KqlType.Decimal) => e.Udf("parse_decimal", type, sql),
            (KqlType.String, KqlType.Bool) => e.Udf("parse_bool", type, sql),
            (KqlType.String, KqlType.DateTime) => e.Udf("parse_datetime", type, sql),
            (KqlType.String, KqlType.TimeSpan) => e.Udf("parse_timespan", type, sql),
            (KqlType.String, KqlType.Guid) => e.Udf("parse_guid", type, sql),
            (KqlType.Dynamic, KqlType.Int) => e.Udf("dynamic_to_int", type, sql),
            (KqlType.Dynamic, KqlType.Long) => e.Udf("dynamic_to_long", type, sql),
            (KqlType.Dynamic, KqlType.Real) => e.Udf("dynamic_to_real", type, sql),
            (KqlType.Dynamic, KqlType.Decimal) => e.Udf("parse_decimal", type, e.Text(value)),
            (KqlType.Dynamic, KqlType.Bool) => e.Udf("dynamic_to_bool", type, sql),
            (KqlType.Dynamic, KqlType.DateTime) => e.Udf("dynamic_to_datetime", type, sql),
            (KqlType.Dynamic, KqlType.TimeSpan) => e.Udf("dynamic_to_timespan", type, sql),
            (KqlType.Dynamic, KqlType.Guid) => e.Udf("parse_guid", type, e.Text(value)),
            _ => $"CAST(NULL AS {Emitter.TypeName(type)})",
        };
    }

    /// <summary>Cuts off the fraction; what does not fit becomes the smallest long, as the processor's own conversion does.</summary>
    private static string RealToLong(Emitter e, string sql) =>
        e.Checked($"(CASE WHEN {sql} IS NULL THEN NULL ELSE coalesce(TRY_CAST(trunc({sql}) AS BIGINT), CAST(-9223372036854775808 AS BIGINT)) END)");

    /// <summary>What the engine makes of a real number beyond the range of an int is not known: such a value is refused when it is met.</summary>
    private static string RealToInt(Emitter e, Bound value, string sql) => e.Checked(
        $"(CASE WHEN {sql} IS NULL THEN NULL WHEN {sql} > -2147483649 AND {sql} < 2147483648 THEN CAST(trunc({sql}) AS INTEGER) ELSE {Refusal("toint() of a number beyond the range of an int", value)} END)");

    /// <summary>Hexadecimal digits with the sign bit set are a negative long, but may be a negative int or none: they are refused when they are met.</summary>
    private static string TextToInt(Emitter e, Bound value, string sql) => e.Checked(
        $"coalesce({e.Udf("parse_int", KqlType.Int, sql)}, CASE WHEN regexp_matches({sql}, '^\\s*0[xX]0*[89a-fA-F][0-9a-fA-F]{{7,15}}\\s*$') THEN {Refusal("toint() of hexadecimal digits beyond the range of an int", value)} END)");

    private static string Refusal(string construct, Bound value) => $"CAST({Emitter.Refuse(construct, value.Span)} AS INTEGER)";

    private static string Narrow(Emitter e, string sql) =>
        e.Checked($"CAST(((({sql} & 4294967295) + 2147483648) & 4294967295) - 2147483648 AS INTEGER)");
}
