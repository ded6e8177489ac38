using System.Globalization;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>How a single fact is written: with the unit that its column's name tells.</summary>
public static class FactText
{
    private const string Percent = "_percent";

    /// <summary>What it is called: <c>theoretical_hold_percent</c> is "Theoretical hold".</summary>
    /// <param name="column">The column's name.</param>
    public static string Name(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return ChartText.Name(column.EndsWith(Percent, StringComparison.Ordinal) ? column[..^Percent.Length] : column);
    }

    /// <summary>Its value: <c>9.0 %</c> in a column of percentages, <c>$0.01</c> for a denomination; an en dash for nothing.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="value">See <see cref="Kql.KqlResultTable"/>.</param>
    /// <param name="calendar">For local times.</param>
    public static string Value(string column, object? value, PropertyCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(column);
        return (column, value) switch
        {
            (_, null or "") => Figures.Unknown,
            (_, double or decimal) when column.EndsWith(Percent, StringComparison.Ordinal) => Figures.Percent(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            ("denomination", double or decimal) => Figures.Amount(Engine.Events.Money.FromDecimal(Convert.ToDecimal(value, CultureInfo.InvariantCulture))),
            _ => ResultText.Of(value, ResultText.Places([value]), calendar),
        };
    }
}
