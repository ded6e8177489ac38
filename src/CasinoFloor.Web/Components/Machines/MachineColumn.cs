using System.Globalization;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>A column of the list of machines.</summary>
public sealed class MachineColumn
{
    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<MachineColumn> All { get; } =
    [
        OfText("machine_id", "Machine", row => row.Info.Id),
        OfText("floor_section", "Section", row => row.Section),
        OfText("bank", "Bank", row => row.Info.Location.Bank),
        OfText("state", "State", row => row.State, row => (int)row.Cell.Status * 256 + (int)row.Cell.Flags),
        OfNumber("coin_in_per_minute", "Coin-in / min", row => Math.Round(FloorScale.CoinInOf(row.Cell.CoinIn), 1), "C0", "Dollars a minute over the last 5 minutes, in steps of about 3 %, as on the map", most: FloorScale.CoinInMax),
        OfNumber("hold_delta", "Hold, pts", row => FloorScale.HoldOf(row.Cell.Hold), "+0.0;−0.0;0.0", "Actual hold of the last 60 minutes less theoretical hold, percentage points in steps of a half, as on the map", least: -FloorScale.HoldMax, most: FloorScale.HoldMax),
        OfNumber("heat", "Heat", row => Math.Round(FloorScale.HeatOf(row.Cell.Heat), 3), "0.00", "Events of the last 5 minutes / 100, as on the map", most: FloorScale.HeatMax),
        OfText("game_theme", "Game", row => row.Info.Location.GameTheme),
        OfNumber("denomination", "Denomination", row => row.Info.Location.Denomination.ToDecimal() is > 0 and var value ? (double)value : double.NaN, "C2", "Value of one credit"),
        OfNumber("theoretical_hold", "Theoretical", row => row.Info.Location.TheoreticalHold is { } hold ? Math.Round((double)hold * 100, 2) : double.NaN, "0.0 '%'", "Theoretical hold of the par sheet, percent", atFirst: false),
        OfText("machine_type", "Type", row => row.Info.Location.MachineType, atFirst: false),
        OfText("manufacturer", "Manufacturer", row => row.Info.Location.Manufacturer, atFirst: false),
    ];

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    private MachineColumn(string name, string title, bool number, bool atFirst, string hint)
    {
        Name = name;
        Title = title;
        IsNumber = number;
        AtFirst = atFirst;
        Hint = hint;
    }

    /// <summary>Its name in an export.</summary>
    public string Name { get; }

    /// <summary>Its heading.</summary>
    public string Title { get; }

    /// <summary>Whether it holds numbers: shown to the right, the greatest first when sorted.</summary>
    public bool IsNumber { get; }

    /// <summary>Whether it is shown until somebody hides it.</summary>
    public bool AtFirst { get; }

    /// <summary>What it means; empty where the heading says it.</summary>
    public string Hint { get; }

    /// <summary>What the list shows; never empty.</summary>
    public required Func<MachineRow, string> Text { get; init; }

    /// <summary>What an export holds: a text, a number, or null for what is not known.</summary>
    public required Func<MachineRow, object?> Value { get; init; }

    /// <summary>The order of two rows, least first; what is not known comes before all that is.</summary>
    public required Comparison<MachineRow> Order { get; init; }

    private static MachineColumn OfText(string name, string title, Func<MachineRow, string> text, Func<MachineRow, int>? rank = null, bool atFirst = true) =>
        new(name, title, number: false, atFirst, "")
        {
            Text = row => text(row) is { Length: > 0 } known ? known : Figures.Unknown,
            Value = row => text(row) is { Length: > 0 } known ? known : null,
            Order = rank is null
                ? (one, other) => string.CompareOrdinal(text(one), text(other))
                : (one, other) => rank(one).CompareTo(rank(other)),
        };

    // NaN is what is not known, and the least of all numbers in CompareTo. The least and the most stand for all that lies beyond, too.
    private static MachineColumn OfNumber(
        string name, string title, Func<MachineRow, double> number, string format, string hint, bool atFirst = true, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        new(name, title, number: true, atFirst, hint)
        {
            Text = row => number(row) is var value && double.IsNaN(value) ? Figures.Unknown : (value <= least ? "≤ " : value >= most ? "≥ " : "") + value.ToString(format, Culture),
            Value = row => number(row) is var value && double.IsNaN(value) ? null : value,
            Order = (one, other) => number(one).CompareTo(number(other)),
        };
}
