using System.Globalization;
using CasinoFloor.Engine.Layouts;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>Finds machines by their id, and says and changes in figures where the chosen ones stand.</summary>
public sealed partial class LayoutChosen
{
    private string _search = "";
    private string _miss = "";
    private string _bank = "";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>Whether it may be changed.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>The draft has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    /// <summary>A machine is to be chosen and shown.</summary>
    [Parameter]
    public EventCallback<int> Go { get; set; }

    private LayoutPlace? One => Session.Editor.Selection is { Count: 1, Indexes: var indexes } ? Session.Document.Places[indexes.First()] : null;

    private string Title => Session.Editor.Selection.Count switch
    {
        0 => "Nothing chosen",
        1 => One!.MachineId,
        var count => $"{LayoutEditor.Machines(count)} chosen",
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private async Task FindAsync()
    {
        var id = _search.Trim();
        _miss = "";
        if (id.Length == 0)
            return;

        var found = Session.Document.Places.Index()
            .Where(place => place.Item.MachineId.Contains(id, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(place => place.Item.MachineId.Equals(id, StringComparison.OrdinalIgnoreCase))
            .ThenBy(place => place.Item.MachineId, StringComparer.Ordinal)
            .Select(place => (int?)place.Index)
            .FirstOrDefault();
        if (found is { } index)
            await Go.InvokeAsync(index);
        else
            _miss = $"No machine has “{id}” in its id.";
    }

    private async Task MoveAsync(ChangeEventArgs change, bool isX)
    {
        var index = Session.Editor.Selection.Indexes.First();
        if (!MayEdit || One?.At is not { } at || !double.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var value))
            return;

        Session.Editor.Put($"Move {Session.Document.Places[index].MachineId}", index, isX ? at with { X = value } : at with { Y = value });
        await Changed.InvokeAsync();
    }

    private async Task SetBankAsync()
    {
        if (!MayEdit)
            return;

        Session.Editor.SetBank(_bank.Trim());
        await Changed.InvokeAsync();
    }
}
