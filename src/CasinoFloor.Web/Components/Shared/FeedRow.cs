using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>
/// The rows of the lists beside the map, as markup that is made once for an entry and shared by all viewers: two hundred rows of components
/// for each open page would cost more than the map. The map's script answers clicks by <c>data-machine</c>, and counts the ages on.
/// </summary>
public static class FeedRow
{
    private static readonly ConditionalWeakTable<object, string> Made = [];

    /// <summary>A hand pay: level, amount, machine, age, and whether the machine is still locked.</summary>
    public static MarkupString Of(JackpotEntry entry) => Once(entry, static entry => $"""
        <button type="button" class="row" data-machine="{entry.Machine.ToString(CultureInfo.InvariantCulture)}" title="Show {Text(entry.MachineId)} on the map">{Level(entry.Level)}
        <span class="row-main"><span class="row-title num">{Text(Figures.Amount(entry.Amount))}</span>
        <span class="row-sub">{Text(entry.MachineId)} · {Text(entry.FloorSection.Length == 0 ? Live.FloorPlan.NoSection : entry.FloorSection)}</span></span>
        <span class="row-side">{Since(entry.EventTime)} {(entry.ResetAt is null ? "<span class=\"pill locked\">Locked</span>" : "<span class=\"pill\">Reset</span>")}</span></button>
        """);

    /// <summary>A condition: severity, what, where, why and since when.</summary>
    public static MarkupString Of(AttentionEntry entry) => Once(entry, static entry => $"""
        <button type="button" class="row" {(entry.Machine < 0 ? "disabled" : $"data-machine=\"{entry.Machine.ToString(CultureInfo.InvariantCulture)}\"")}>{Level(entry.Severity)}
        <span class="row-main"><span class="row-title">{Text(Conditions.Name(entry.Kind))}</span>
        <span class="row-sub"><span class="row-machine">{(entry.Machine < 0 ? "Whole floor" : Text(entry.MachineId))}</span> {Text(entry.Why)}</span></span>
        <span class="row-side">{Since(entry.Since)}</span></button>
        """);

    private static MarkupString Once<T>(T entry, Func<T, string> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new MarkupString(Made.TryGetValue(entry, out var made) ? made : Made.GetValue(entry, key => make((T)key)));
    }

    private static string Level(Severity level)
    {
        var name = level.ToString().ToUpperInvariant();
        return $"""<span class="level" data-level="{name}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="{Shape(level)}" /></svg>{name}</span>""";
    }

    // A shape for each level: octagon, triangle, diamond, circle.
    private static string Shape(Severity level) => level switch
    {
        Severity.Critical => "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
        Severity.High => "M8 1l7.5 14H.5z",
        Severity.Medium => "M8 .5L15.5 8 8 15.5.5 8z",
        _ => "M8 2a6 6 0 110 12A6 6 0 018 2z",
    };

    private static string Since(DateTime time) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<time class="age num" datetime="{time:o}" data-since="{Figures.UnixMilliseconds(time)}" title="{time:yyyy-MM-dd HH:mm:ss} UTC"></time>""");

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
