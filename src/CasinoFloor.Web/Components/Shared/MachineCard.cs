using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>A line of a machine's card.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As written.</param>
public sealed record CardLine(string Label, string Value);

/// <summary>A machine's figures as the map's card shows them.</summary>
/// <param name="Title">The machine's id.</param>
/// <param name="Subtitle">Section, bank, game.</param>
/// <param name="State">State of service and what holds besides.</param>
/// <param name="Lines">The figures.</param>
public sealed record MachineCard(string Title, string Subtitle, IReadOnlyList<string> State, IReadOnlyList<CardLine> Lines)
{
    /// <summary>Writes a machine's figures.</summary>
    /// <param name="detail">The machine.</param>
    /// <param name="withHold">Whether its hold is among them; not where the same page has it over stored minutes, until another moment.</param>
    public static MachineCard From(MachineDetail detail, bool withHold = true)
    {
        ArgumentNullException.ThrowIfNull(detail);
        var location = detail.Info.Location;
        string[] place =
        [
            location.FloorSection.Length > 0 ? location.FloorSection : Live.FloorPlan.NoSection,
            location.Bank.Length > 0 ? $"bank {location.Bank}" : "",
            location.GameTheme,
        ];
        return new MachineCard(
            detail.Info.Id,
            string.Join(" · ", place.Where(text => text.Length > 0)),
            [Conditions.Name(detail.View.Status), .. Conditions.Names(detail.View.Flags)],
            [.. LinesOf(detail, withHold)]);
    }

    private static IEnumerable<CardLine> LinesOf(MachineDetail detail, bool withHold)
    {
        if (detail.LockedBy is { } locked)
            yield return new("Hand pay", Figures.Amount(locked));

        yield return new("Spins, 5 min", Figures.Count(detail.Spins));
        yield return new("Coin-in, 5 min", Figures.Amount(detail.CoinIn));
        yield return new("Coin-out, 5 min", Figures.Amount(detail.CoinOut));
        if (withHold)
        {
            yield return new("Hold, 60 min", $"{Figures.Percent(detail.HoldPercent)} of {Figures.Count(detail.HoldSample)} spins");
            yield return new("Theoretical hold", Figures.Percent(detail.Info.Location.TheoreticalHold * 100));
            yield return new("Against theoretical", Figures.Points(detail.View.HoldDelta));
        }

        yield return new("Last win, 15 min", detail.View.LastWin > 0 ? Figures.Amount(Money.FromDecimal((decimal)detail.View.LastWin)) : Figures.Unknown);
        yield return new("Heat score", detail.View.Heat.ToString("0.00", CultureInfo.InvariantCulture));
        yield return new("Hopper", Figures.Percent(detail.HopperLevel));
        yield return new("Errors, 15 min", Figures.Count(detail.Errors));
        yield return new("Last event", detail.LastSeen is { } seen ? $"{Figures.Age(detail.AsOf - seen)} ago" : Figures.Unknown);
    }
}
