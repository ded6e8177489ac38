using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Conditions that want somebody, with why and since when.</summary>
public sealed partial class AttentionList
{
    /// <summary>Worst and newest first; null before the first event.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<AttentionEntry>? Entries { get; set; }

    /// <summary>A machine was chosen, by index.</summary>
    [Parameter]
    public EventCallback<int> OnPick { get; set; }
}
