using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Conditions that want somebody, with why and since when.</summary>
public sealed partial class AttentionList
{
    private bool _rendered;
    private IReadOnlyList<AttentionEntry>? _shown;

    /// <summary>Worst and newest first; null before the first event.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<AttentionEntry>? Entries { get; set; }

    /// <inheritdoc />
    protected override bool ShouldRender() => !_rendered || !ReferenceEquals(Entries, _shown);

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => (_rendered, _shown) = (true, Entries);
}
