using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>How figures and their distance from the usual are written.</summary>
public static class UsualWords
{
    private const double MostPercent = 200;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A figure as written.</summary>
    public static string Value(KeyFigure figure, double? value) => (figure, value) switch
    {
        (_, null) => Figures.Unknown,
        (KeyFigure.Games, { } rate) => Figures.Rate(rate),
        (KeyFigure.Hold, { } percent) => Figures.Percent(percent),
        (KeyFigure.Occupancy, { } machines) => Figures.Count((long)Math.Round(machines)),
        (KeyFigure.Jackpots, { } jackpots) => jackpots == Math.Truncate(jackpots) ? Figures.Count((long)jackpots) : jackpots.ToString("N1", Culture),
        (_, { } amount) => Figures.Dollars(Money.FromDecimal((decimal)amount)),
    };

    /// <summary>The distance from the usual: <c>12 % under usual</c>, <c>1.2 pts over usual</c>, <c>usual 2.1</c>.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="value">Its value; null is unknown.</param>
    /// <param name="usual">What is usual.</param>
    /// <param name="than">What follows over and under: <c>usual</c>, <c>a usual Tuesday 21:00</c>.</param>
    public static string Against(KeyFigure figure, double? value, UsualValue usual, string than = "usual")
    {
        if (value is not { } known || figure == KeyFigure.Jackpots)
            return $"usual {Value(figure, usual.Mean)}";

        var difference = known - usual.Mean;
        if (figure == KeyFigure.Hold)
            return Math.Abs(difference) < 0.05 ? "as usual" : $"{Math.Abs(difference).ToString("N1", Culture)} pts {Side(difference)} {than}";

        if (usual.Mean <= 0)
            return known == 0 ? "as usual" : "usually none";

        var percent = difference / usual.Mean * 100;
        return Math.Abs(percent) < 0.5 ? "as usual"
            : percent >= MostPercent ? $"{(known / usual.Mean).ToString("N1", Culture)} times {than}"
            : $"{Math.Abs(percent).ToString("N0", Culture)} % {Side(percent)} {than}";
    }

    /// <summary>The same as a sentence with what is usual and how sure it is.</summary>
    public static string Sentence(string label, KeyFigure figure, double? value, UsualValue usual, string time)
    {
        var against = Against(figure, value, usual, $"a usual {time}");
        var subject = against.StartsWith("usual ", StringComparison.Ordinal) ? $"A {against.Replace("usual ", $"usual {time} has ", StringComparison.Ordinal)}"
            : $"{label} {against}: {Value(figure, usual.Mean)}";
        var weeks = usual.Weeks == 1 ? "one week before" : $"average of {Figures.Count(usual.Weeks)} weeks";
        var spread = usual.Spread is { } known ? $", standard deviation {Spread(figure, known)}" : "";
        return $"{subject} ({weeks}{spread}).";
    }

    private static string Spread(KeyFigure figure, double spread) => figure switch
    {
        KeyFigure.Hold => $"{spread.ToString("N1", Culture)} pts",
        KeyFigure.Occupancy or KeyFigure.Jackpots => spread.ToString("N1", Culture),
        _ => Value(figure, spread),
    };

    private static string Side(double difference) => difference > 0 ? "over" : "under";
}
