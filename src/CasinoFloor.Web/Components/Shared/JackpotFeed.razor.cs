using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Hand pays with level, amount, machine, age and whether the machine is still locked.</summary>
public sealed partial class JackpotFeed
{
    private bool _rendered;
    private (IReadOnlyList<JackpotEntry>? List, string Unknown) _shown;

    /// <summary>Newest first; null before the first event.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<JackpotEntry>? Jackpots { get; set; }

    /// <summary>What stands in its place while nothing is known.</summary>
    [Parameter]
    public string Unknown { get; set; } = "Not known yet: no events have arrived.";

    /// <summary>Whether the script of the live map keeps it up to date: then it is rendered once.</summary>
    [Parameter]
    public bool Scripted { get; set; }

    /// <summary>What stands beside the title.</summary>
    /// <param name="jackpots">The list; null before the first event.</param>
    public static string Note(IReadOnlyList<JackpotEntry>? jackpots) => jackpots?.Count(jackpot => jackpot.ResetAt is null) switch
    {
        null => Figures.Unknown,
        0 => "none locked",
        { } locked => $"{Figures.Count(locked)} locked",
    };

    /// <inheritdoc />
    protected override bool ShouldRender() => !_rendered || (!Scripted && (!ReferenceEquals(Jackpots, _shown.List) || Unknown != _shown.Unknown));

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => (_rendered, _shown) = (true, (Jackpots, Unknown));
}
