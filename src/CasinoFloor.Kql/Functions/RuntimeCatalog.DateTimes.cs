using System.Globalization;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>The calendar.</content>
internal static partial class RuntimeCatalog
{
    private static void AddDateTimes(Action<string, RuntimeFunction> add)
    {
        add("startof", a => Moment(a[1]) is { } t && Long(a[2]) is { } n ? Text(Start(a[0]!, t, n)) : null);
        add("endof", a => Moment(a[1]) is { } t && Long(a[2]) is { } n ? Text(End(a[0]!, t, n)) : null);
        add("datetime_part", a => Moment(a[1]) is { } t ? Text(Part(a[0]!, t)) : null);
        add("datetime_add", a => Long(a[1]) is { } n && Moment(a[2]) is { } t ? Text(Shift(a[0]!, t, n)) : null);
        add("datetime_diff", a => Moment(a[1]) is { } x && Moment(a[2]) is { } y ? Text(Difference(a[0]!, x, y)) : null);
        add("make_datetime", MakeDateTime);
        add("make_timespan", a =>
        {
            var parts = a.Select(Real).ToList();
            if (parts.Contains(null))
            {
                return null;
            }

            var (days, hours, minutes, seconds) = parts.Count switch
            {
                4 => (parts[0]!.Value, parts[1]!.Value, parts[2]!.Value, parts[3]!.Value),
                3 => (0, parts[0]!.Value, parts[1]!.Value, parts[2]!.Value),
                _ => (0, parts[0]!.Value, parts[1]!.Value, 0),
            };
            if (days < 0 || hours is < 0 or >= 24 || minutes is < 0 or >= 60 || seconds is < 0 or >= 60)
            {
                return null;
            }

            return Text((long)Math.Round((((((days * 24) + hours) * 60) + minutes) * 60 * 1e7) + (seconds * 1e7)));
        });
        add("unixtime", a => Literals.TryDecimal(a[1] ?? "", out var n) && Literals.TryDecimal(a[0]!, out var scale)
            && n * scale is var ticks && ticks > -DateTime.UnixEpoch.Ticks && ticks < DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks
            ? Text(DateTime.UnixEpoch.Ticks + (long)ticks) : null);
        add("datetime_utc_to_local", a => Moment(a[0]) is { } t && Zone(a[1]!) is { } zone ? Text(Valid(t.Ticks + zone.GetUtcOffset(DateTime.SpecifyKind(t, DateTimeKind.Utc)).Ticks)) : null);
        add("datetime_local_to_utc", a => Moment(a[0]) is { } t && Zone(a[1]!) is { } zone ? Text(Valid(t.Ticks - zone.GetUtcOffset(DateTime.SpecifyKind(t, DateTimeKind.Unspecified)).Ticks)) : null);
    }

    private static DateTime? Moment(string? ticks) => Long(ticks) is { } value and >= 0 && value <= DateTime.MaxValue.Ticks ? new DateTime(value) : null;

    private static long? Valid(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : null;

    private static TimeZoneInfo? Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static long? Start(string unit, DateTime t, long offset)
    {
        var day = t.Date;
        return unit switch
        {
            "day" => Days(day, offset),
            "week" => Days(day, (offset * 7) - (int)day.DayOfWeek),
            "month" => Months(new DateTime(t.Year, t.Month, 1), offset),
            _ => Months(new DateTime(t.Year, 1, 1), offset * 12),
        };
    }

    private static long? End(string unit, DateTime t, long offset) =>
        Start(unit, t, offset) is not { } start ? null : (Start(unit, t, offset + 1) ?? DateTime.MaxValue.Ticks + 1) is var next && next > start ? next - 1 : null;

    private static long? Days(DateTime t, long days) => Math.Abs(days) > 4_000_000 ? null : Valid(t.Ticks + (days * TimeSpan.TicksPerDay));

    private static long? Months(DateTime t, long months)
    {
        var total = (t.Year * 12L) + t.Month - 1 + months;
        var (year, month) = (total / 12, (int)(total % 12) + 1);
        return year is < 1 or > 9999 ? null : new DateTime((int)year, month, Math.Min(t.Day, DateTime.DaysInMonth((int)year, month))).Ticks + t.TimeOfDay.Ticks;
    }

    private static string Unit(string name) => name.ToLowerInvariant();

    private static long? Part(string part, DateTime t) => Unit(part) switch
    {
        "year" => t.Year,
        "quarter" => (t.Month + 2) / 3,
        "month" => t.Month,
        "week_of_year" or "weekofyear" or "week" => ISOWeek.GetWeekOfYear(t),
        "day" => t.Day,
        "dayofyear" => t.DayOfYear,
        "hour" => t.Hour,
        "minute" => t.Minute,
        "second" => t.Second,
        "millisecond" => t.Millisecond,
        "microsecond" => t.Ticks % TimeSpan.TicksPerSecond / 10,
        "nanosecond" => t.Ticks % TimeSpan.TicksPerSecond * 100,
        _ => null,
    };

    private static long UnitTicks(string unit) => unit switch
    {
        "week" => 7 * TimeSpan.TicksPerDay,
        "day" => TimeSpan.TicksPerDay,
        "hour" => TimeSpan.TicksPerHour,
        "minute" => TimeSpan.TicksPerMinute,
        "second" => TimeSpan.TicksPerSecond,
        "millisecond" => TimeSpan.TicksPerMillisecond,
        "microsecond" => TimeSpan.TicksPerMicrosecond,
        _ => 0,
    };

    private static long? Shift(string part, DateTime t, long n)
    {
        switch (Unit(part))
        {
            case "year":
                return Math.Abs(n) > 10_000 ? null : Months(t, n * 12);
            case "quarter":
                return Math.Abs(n) > 50_000 ? null : Months(t, n * 3);
            case "month":
                return Math.Abs(n) > 150_000 ? null : Months(t, n);
            case "nanosecond":
                return Valid(t.Ticks + (n / 100));
            case var unit when UnitTicks(unit) is var ticks and > 0:
                return (Int128)t.Ticks + ((Int128)n * ticks) is var sum && sum >= 0 && sum <= DateTime.MaxValue.Ticks ? (long)sum : null;
            default:
                return null;
        }
    }

    /// <summary>How many boundaries of the unit lie between; weeks begin on Sunday.</summary>
    private static long? Difference(string part, DateTime x, DateTime y)
    {
        switch (Unit(part))
        {
            case "year":
                return x.Year - y.Year;
            case "quarter":
                return ((x.Year - y.Year) * 4L) + ((x.Month + 2) / 3) - ((y.Month + 2) / 3);
            case "month":
                return ((x.Year - y.Year) * 12L) + x.Month - y.Month;
            case "week":
                return ((x.Ticks / TimeSpan.TicksPerDay) + 1) / 7 - (((y.Ticks / TimeSpan.TicksPerDay) + 1) / 7);
            case "nanosecond":
                return (x.Ticks - y.Ticks) * 100;
            case var unit when UnitTicks(unit) is var ticks and > 0:
                return (x.Ticks / ticks) - (y.Ticks / ticks);
            default:
                return null;
        }
    }

    private static string? MakeDateTime(string?[] a)
    {
        var parts = a.Select(Real).ToList();
        if (parts.Contains(null) || parts.Count < 3)
        {
            return null;
        }

        var (year, month, day, hour, minute) = ((int)parts[0]!, (int)parts[1]!, (int)parts[2]!, (int)(parts.ElementAtOrDefault(3) ?? 0), (int)(parts.ElementAtOrDefault(4) ?? 0));
        var second = parts.ElementAtOrDefault(5) ?? 0;
        return year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or >= 60
            ? null
            : Text(new DateTime(year, month, day, hour, minute, 0).Ticks + (long)Math.Round((decimal)second * TimeSpan.TicksPerSecond));
    }
}
