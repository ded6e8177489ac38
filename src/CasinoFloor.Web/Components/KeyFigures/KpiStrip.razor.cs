using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.KeyFigures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>
/// The floor's key figures over a window that the viewer chooses, each with its course and the usual. The address keeps the window. Live ones are rendered
/// once: from then on the map's script (<c>wwwroot/js/floor/panels.js</c>) keeps them up to date and answers the choice.
/// </summary>
public sealed partial class KpiStrip
{
    private const string WindowKey = "figures";

    private FigureWindow _window;
    private KpiView _view = new("", []);
    private bool _rendered;
    private FloorSummary? _shown;

    /// <summary>The floor now; null before the first event.</summary>
    [Parameter, EditorRequired]
    public FloorSummary? Summary { get; set; }

    /// <summary>Whether the summary is one of a past moment: shown as it is, over 5 minutes, without comparison.</summary>
    [Parameter]
    public bool Past { get; set; }

    [Inject]
    private KpiBoard Board { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _window = WindowWords.Parse(QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).GetValueOrDefault(WindowKey).ToString());

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ShouldRender())
            _view = Past ? Board.OfPast(Summary) : Board.Of(_window, Summary);
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => !_rendered || (Past && !ReferenceEquals(Summary, _shown));

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => (_rendered, _shown) = (true, Summary);
}
