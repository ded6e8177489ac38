using System.Globalization;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>All machines as they are now: filter, sort, columns, export. The address holds what is chosen.</summary>
public sealed partial class Machines
{
    // Figures that change faster than this cannot be read.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // What is typed is ahead of the address: our own steps are known when they come back.
    private readonly List<string> _ownSteps = [];
    private string _address = "";
    private MachinesLink _link = null!;
    private MachineTable? _table;
    private List<MachineRow> _rows = [];
    private Refresher? _refresher;
    private AddressWatch? _watch;
    private bool _choosing;

    [Inject]
    private MachineBoard Board { get; set; } = null!;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private IReadOnlyList<string> Sections => _table?.Sections ?? [];

    private string Counted => _table is null ? "" : $"{Figures.Count(_rows.Count)} of {Figures.Count(_table.Rows.Count)}";

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _refresher?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _watch = new AddressWatch(Navigation, MachinesLink.Path, Moved);
        _address = Navigation.Uri;
        _link = MachinesLink.Parse(_address);
        Refresh();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick), DispatchExceptionAsync);
    }

    private void Tick()
    {
        if (Refresh())
            StateHasChanged();
    }

    /// <summary>Takes the newest machines; false when nothing that is listed changed.</summary>
    private bool Refresh()
    {
        var table = Board.Latest();
        if (ReferenceEquals(table, _table))
            return false;

        var isFirst = _table is null || table is null || _table.Rows.Count != table.Rows.Count;
        _table = table;
        return List() || isFirst;
    }

    private bool List()
    {
        // Somebody may have written the address: case does not matter.
        if (Sections.FirstOrDefault(section => section.Equals(_link.Filter.Section, StringComparison.OrdinalIgnoreCase)) is { } known)
            _link = _link with { Filter = _link.Filter with { Section = known } };

        var rows = _table is null ? [] : _link.Filter.Of(_table);
        if (rows.SequenceEqual(_rows, ReferenceEqualityComparer.Instance))
            return false;

        _rows = rows;
        return true;
    }

    private void Moved(string address)
    {
        if (_ownSteps.Remove(address))
            return;

        _ = InvokeAsync(() =>
        {
            _address = address;
            _link = MachinesLink.Parse(address);
            List();
            StateHasChanged();
        });
    }

    private void Show(MachinesLink link)
    {
        _link = link;
        List();
        // As the browser will report it; and it may not have reported the step before yet.
        var address = Navigation.ToAbsoluteUri(link.ToString()).AbsoluteUri;
        if (address == _address)
            return;

        _address = address;
        _ownSteps.Add(address);
        Navigation.NavigateTo(address, new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void Choose(MachineFilter filter) => Show(_link with { Filter = filter });

    private void Search(ChangeEventArgs change) => Choose(_link.Filter with { Text = change.Value as string ?? "" });

    private void ChooseSection(ChangeEventArgs change) => Choose(_link.Filter with { Section = change.Value as string ?? "" });

    private void ChooseState(ChangeEventArgs change) =>
        Choose(_link.Filter with { State = MachineState.All.FirstOrDefault(state => state.Name == change.Value as string) });

    private void Clear() => Choose(_link.Filter with { Text = "", Section = "", State = null });

    private async Task ExportAsync()
    {
        MachineColumn[] columns = [MachineColumn.All[0], .. _link.Columns];
        var lines = _rows.Select(row => CsvText.Line(columns.Select(column => column.Value(row))));
        await CsvFile.SaveAsync(
            Js, $"machines-{Feed.Latest!.Summary.AsOf.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}Z.csv", lines.Prepend(CsvText.Line(columns.Select(column => column.Name))));
    }
}
