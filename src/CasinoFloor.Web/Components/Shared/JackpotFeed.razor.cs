using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Hand pays with level, amount, machine, age and whether the machine is still locked.</summary>
public sealed partial class JackpotFeed
{
    /// <summary>Newest first; null before the first event.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<JackpotEntry>? Jackpots { get; set; }

    /// <summary>A machine was chosen, by index.</summary>
    [Parameter]
    public EventCallback<int> OnPick { get; set; }

    private string Locked => Jackpots?.Count(jackpot => jackpot.ResetAt is null) switch
    {
        null => Figures.Unknown,
        0 => "none locked",
        { } locked => $"{Figures.Count(locked)} locked",
    };

    private static string Section(string name) => name.Length == 0 ? Live.FloorPlan.NoSection : name;
}
