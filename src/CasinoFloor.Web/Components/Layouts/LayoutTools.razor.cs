using System.Globalization;
using CasinoFloor.Engine.Layouts;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The editor's buttons.</summary>
public sealed partial class LayoutTools
{
    private static readonly double[] Grids = [0, 0.1, 0.25, 0.5, 1, 2];

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>Whether dragging over empty floor moves the view.</summary>
    [Parameter]
    public bool Pan { get; set; }

    /// <summary>Whether a press on a machine takes its bank.</summary>
    [Parameter]
    public bool Banks { get; set; }

    /// <summary>The draft or how it is shown has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>Another tool was chosen.</summary>
    [Parameter]
    public EventCallback<(bool Pan, bool Banks)> ToolChanged { get; set; }

    private LayoutDocument Document => Session.Document;

    private static string Pressed(bool holds) => holds ? "true" : "false";

    private Task DoAsync(Action edit)
    {
        edit();
        return Changed.InvokeAsync();
    }

    private Task SetGridAsync(ChangeEventArgs change) => DoAsync(() =>
    {
        if (double.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var grid) && Grids.Contains(grid))
            Session.Editor.Snap = Session.Editor.Snap with { Grid = grid };
    });

    private Task ToggleNeighboursAsync() =>
        DoAsync(() => Session.Editor.Snap = Session.Editor.Snap with { ToNeighbours = !Session.Editor.Snap.ToNeighbours });
}
