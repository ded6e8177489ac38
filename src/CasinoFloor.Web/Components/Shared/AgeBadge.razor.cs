using System.Globalization;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>
/// The age of the data. Where a script takes it over (<see cref="Scripted"/>, <c>wwwroot/js/floor/age.js</c>) it goes on counting when
/// the connection is dead, which only the browser can see. Such a badge is rendered once and never as live: the page may lose the server
/// before its script has started.
/// </summary>
public sealed partial class AgeBadge
{
    private bool _rendered;

    /// <summary>The age to show; not used where a script knows better.</summary>
    [Parameter]
    public DataAge Age { get; set; }

    /// <summary>Whether a script keeps it up to date.</summary>
    [Parameter]
    public bool Scripted { get; set; }

    private string State => (Scripted ? AgeState.Unknown : Age.State).ToString().ToLowerInvariant();

    private string Text => Age switch
    {
        _ when Scripted => "connecting …",
        { State: AgeState.Live, Age: { } age } => string.Create(CultureInfo.InvariantCulture, $"live · {age.TotalSeconds:0.0} s"),
        { State: AgeState.Stale, Age: { } age } => $"stale · {Figures.Age(age)}",
        _ => "no data yet",
    };

    /// <inheritdoc />
    protected override bool ShouldRender() => !(Scripted && _rendered);

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _rendered = true;
}
