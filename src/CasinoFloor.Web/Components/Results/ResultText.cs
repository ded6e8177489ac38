using System.Globalization;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Results;

/// <summary>How values of an answer are written on a page: numbers with separators, moments in the property's time, an en dash for null and for what is no number.</summary>
public static class ResultText
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A number on its own: whole numbers as they are, others with two places, small ones with four.</summary>
    public static string Number(double value) => Number(value, Places(value));

    /// <summary>A value as a page shows it.</summary>
    /// <param name="value">See <see cref="KqlResultTable"/>.</param>
    /// <param name="places">Decimal places of a number; the same for a column, so that its points stand below one another.</param>
    /// <param name="calendar">For local times.</param>
    public static string Of(object? value, int places, PropertyCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return value switch
        {
            null => Figures.Unknown,
            double.NaN => Figures.Unknown,
            double number => Number(number, places),
            decimal number => number.ToString("N" + places.ToString(Culture), Culture),
            long number => number.ToString("N0", Culture),
            int number => number.ToString("N0", Culture),
            bool yes => yes ? "yes" : "no",
            DateTime moment => Moment(calendar.ToLocal(moment)),
            TimeSpan span => Span(span),
            _ => value.ToString() ?? "",
        };
    }

    /// <summary>An amount of money: whole dollars in a column that has no cents, else to the cent. What is no number is written as it is elsewhere.</summary>
    /// <param name="value">See <see cref="KqlResultTable"/>.</param>
    /// <param name="places">Decimal places of its column, of <see cref="Places(IEnumerable{object?})"/>.</param>
    /// <param name="calendar">For local times.</param>
    public static string Amount(object? value, int places, PropertyCalendar calendar) => value is int or long or decimal || (value is double number && double.IsFinite(number))
        ? Unsigned(((IFormattable)value).ToString(places == 0 ? "C0" : "C2", Culture))
        : Of(value, places, calendar);

    /// <summary>The value in full, for a tool-tip and for a file: ISO times in UTC, numbers to the last digit.</summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        DateTime moment => DateTime.SpecifyKind(moment, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Decimal places for a column: none for whole numbers, two, or four where all are below 1.</summary>
    public static int Places(IEnumerable<object?> values)
    {
        var (fractions, large) = (false, false);
        foreach (var value in values)
        {
            var number = value switch { double d => d, decimal m => (double)m, _ => 0 };
            fractions |= double.IsFinite(number) && number != Math.Truncate(number);
            large |= Math.Abs(number) >= 1;
        }

        return !fractions ? 0 : large ? 2 : 4;
    }

    private static int Places(double value) => Places([value]);

    private static string Number(double value, int places) =>
        double.IsFinite(value) ? Unsigned(value.ToString("N" + places.ToString(Culture), Culture)) : value.ToString(CultureInfo.InvariantCulture);

    // What rounds to nothing has no sign.
    private static string Unsigned(string text) => text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-', '\u2212');

    private static string Moment(DateTime local) =>
        local.ToString(local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan span) =>
        span.ToString(span.Ticks % TimeSpan.TicksPerSecond == 0 ? "c" : @"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
