using CasinoFloor.Engine.Floor;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>Conditions that want somebody, with why and since when.</summary>
public sealed partial class AttentionList
{
    private const int MostListed = 200;

    private bool _rendered;
    private (IReadOnlyList<AttentionEntry>? List, string Unknown) _shown;

    /// <summary>Worst and newest first; null before the first event.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<AttentionEntry>? Entries { get; set; }

    /// <summary>What stands in its place while nothing is known.</summary>
    [Parameter]
    public string Unknown { get; set; } = "Not known yet: no events have arrived.";

    /// <summary>Whether the script of the live map keeps it up to date: then it is rendered once.</summary>
    [Parameter]
    public bool Scripted { get; set; }

    /// <summary>The worst, as many as are listed.</summary>
    /// <param name="entries">All; null before the first event.</param>
    public static IReadOnlyList<AttentionEntry>? Listed(IReadOnlyList<AttentionEntry>? entries) =>
        entries is { Count: > MostListed } ? [.. entries.Take(MostListed)] : entries;

    /// <summary>What stands beside the title: how many there are in all.</summary>
    /// <param name="entries">The list; null before the first event.</param>
    public static string Note(IReadOnlyList<AttentionEntry>? entries) => entries is null ? Figures.Unknown : Figures.Count(entries.Count);

    /// <inheritdoc />
    protected override bool ShouldRender() => !_rendered || (!Scripted && (!ReferenceEquals(Entries, _shown.List) || Unknown != _shown.Unknown));

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => (_rendered, _shown) = (true, (Entries, Unknown));
}
