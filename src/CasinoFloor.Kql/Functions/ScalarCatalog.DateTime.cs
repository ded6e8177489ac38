using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <content>Moments and durations.</content>
internal static partial class ScalarCatalog
{
    private const long Day = TimeSpan.TicksPerDay;

    private static readonly string[] DateUnits =
        ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    private static readonly string[] DateParts =
        ["year", "quarter", "month", "week_of_year", "weekofyear", "day", "dayofyear", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    private static void AddDateTime(Action<ScalarFunction> add)
    {
        foreach (var unit in new[] { "day", "week", "month", "year" })
        {
            add(new("startof" + unit, "tl?", _ => KqlType.DateTime, (e, c) => e.Udf("startof", KqlType.DateTime, $"'{unit}'", e.Sql(c.Arguments[0]), Offset(e, c)))
            {
                Naming = unit == "day" ? ResultNaming.FirstArgument : ResultNaming.None,
                Timestamp = (e, c) => StartTimestamp(e, c, unit),
            });
            add(Native("endof" + unit, "tl?", KqlType.DateTime, (e, c) => e.Udf("endof", KqlType.DateTime, $"'{unit}'", e.Sql(c.Arguments[0]), Offset(e, c))));
        }

        Part("getyear", "year");
        Part("getmonth", "month");
        Part("monthofyear", "month");
        Part("dayofmonth", "day");
        Part("dayofyear", "dayofyear");
        Part("hourofday", "hour");
        Part("week_of_year", "weekofyear");
        Part("weekofyear", "weekofyear");
        add(Native("dayofweek", "t", KqlType.TimeSpan, (e, c) =>
        {
            // The engine answers null in the last days of the calendar, where the end of the week does not exist.
            var t = e.Sql(c.Arguments[0]);
            return e.Checked($"(CASE WHEN {t} < {DateTime.MaxValue.Ticks - (6 * Day)} THEN ((({t} // {Day}) + 1) % 7) * {Day} END)");
        }));
        foreach (var name in new[] { "datetime_part", "datepart" })
        {
            add(Native(name, "st", KqlType.Int, (e, c) => e.Udf("datetime_part", KqlType.Int, e.Parameter(PartName(c, DateParts)), e.Sql(c.Arguments[1]))));
        }

        add(Native("datetime_add", "slt", KqlType.DateTime, (e, c) =>
            e.Udf("datetime_add", KqlType.DateTime, e.Parameter(PartName(c, DateUnits)), e.Sql(c.Arguments[1]), e.Sql(c.Arguments[2]))));
        add(Native("datetime_diff", "stt", KqlType.Long, (e, c) =>
            e.Udf("datetime_diff", KqlType.Long, e.Parameter(PartName(c, DateUnits)), e.Sql(c.Arguments[1]), e.Sql(c.Arguments[2]))));
        add(Runtime("format_datetime", "ts", KqlType.String, ResultNaming.FirstArgument));
        add(Runtime("format_timespan", "ps", KqlType.String, ResultNaming.FirstArgument));
        add(new("make_datetime", "xx?xxxx", _ => KqlType.DateTime, (e, c) => c.Arguments.Count == 1
            ? e.Sql(Conversions.To(KqlType.DateTime, c.Arguments[0]))
            : e.Udf("make_datetime", KqlType.DateTime, [.. c.Arguments.Select(e.Sql)]))
        { Naming = ResultNaming.OnlyArgument });
        add(new("make_timespan", "xx?xx", _ => KqlType.TimeSpan, (e, c) => c.Arguments.Count == 1
            ? e.Sql(Conversions.To(KqlType.TimeSpan, c.Arguments[0]))
            : e.Udf("make_timespan", KqlType.TimeSpan, [.. c.Arguments.Select(e.Sql)]))
        { Naming = ResultNaming.OnlyArgument });
        foreach (var (unit, scale) in new[] { ("seconds", 10_000_000.0), ("milliseconds", 10_000.0), ("microseconds", 10.0), ("nanoseconds", 0.01) })
        {
            var name = $"unixtime_{unit}_todatetime";
            add(Native(name, "n", KqlType.DateTime, (e, c) => e.Udf("unixtime", KqlType.DateTime, $"'{scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}'", e.Sql(c.Arguments[0]))));
        }

        add(Runtime("datetime_utc_to_local", "ts", KqlType.DateTime));
        add(Runtime("datetime_local_to_utc", "ts", KqlType.DateTime));

        void Part(string name, string part) => add(Native(name, "t", KqlType.Int, (e, c) => DatePart(e, c.Arguments[0], part)));
    }

    private static string PartName(BoundCall call, string[] known) => Constant(call.Arguments[0]) is var name && known.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? name
        : throw Syntax.KqlFailure.Semantic($"'{name}' is not a part that '{call.Function.Name}' knows: it knows {string.Join(", ", known)}.", call.Arguments[0].Span);

    private static string Offset(Emitter e, BoundCall c) => c.Arguments.Count > 1 ? e.Sql(c.Arguments[1]) : "0";

    private static string DatePart(Emitter e, Bound value, string part) => value is not BoundLiteral && e.Timestamp(value) is { } moment
        ? $"CAST({part}({moment}) AS INTEGER)"
        : e.Udf("datetime_part", KqlType.Int, $"'{part}'", e.Sql(value));

    private static string? StartTimestamp(Emitter e, BoundCall c, string unit)
    {
        if (c.Arguments.Count > 1 || c.Arguments[0] is BoundLiteral || e.Timestamp(c.Arguments[0]) is not { } moment)
        {
            return null;
        }

        // DuckDB's weeks begin on Monday, the language's on Sunday.
        return unit == "week"
            ? e.Checked($"CAST(date_trunc('day', {moment}) - to_days(CAST(dayofweek({moment}) AS INTEGER)) AS TIMESTAMP)")
            : $"CAST(date_trunc('{unit}', {moment}) AS TIMESTAMP)";
    }
}
