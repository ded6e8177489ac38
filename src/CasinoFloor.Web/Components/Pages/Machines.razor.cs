using System.Globalization;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>All machines as they are now: filter, sort, columns, export. Only the rows in view are in the document.</summary>
public sealed partial class Machines
{
    // Figures that change faster than this cannot be read.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly HashSet<MachineColumn> _columns = [.. MachineColumn.All.Where(column => column.AtFirst)];
    private MachineFilter _filter = new();
    private MachineTable? _table;
    private List<MachineRow> _rows = [];
    private Refresher? _refresher;
    private bool _choosing;

    [Inject]
    private MachineBoard Board { get; set; } = null!;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IOptions<FloorLiveOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private DataAge Age => DataAge.Of(Feed.Latest?.Summary.LastReceived, Time.GetUtcNow().UtcDateTime, Options.Value.StaleAfter);

    private IEnumerable<MachineColumn> Shown => MachineColumn.All.Where(_columns.Contains);

    private IReadOnlyList<string> Sections => _table?.Sections ?? [];

    private string Counted => _table is null ? "" : $"{Figures.Count(_rows.Count)} of {Figures.Count(_table.Rows.Count)}";

    /// <inheritdoc />
    public void Dispose() => _refresher?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized() => Refresh();

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _refresher = new Refresher(Time, Interval, () => InvokeAsync(Tick));
    }

    private static string Align(MachineColumn column) => column.IsNumber ? "number" : "";

    private void Tick()
    {
        Refresh();
        StateHasChanged();
    }

    private void Refresh()
    {
        var table = Board.Latest();
        if (ReferenceEquals(table, _table))
            return;

        _table = table;
        Choose(_filter);
    }

    private void Choose(MachineFilter filter)
    {
        _filter = filter;
        _rows = _table is null ? [] : filter.Of(_table);
    }

    private void Search(ChangeEventArgs change) => Choose(_filter with { Text = change.Value as string ?? "" });

    private void ChooseSection(ChangeEventArgs change) => Choose(_filter with { Section = change.Value as string ?? "" });

    private void ChooseState(ChangeEventArgs change) =>
        Choose(_filter with { State = MachineState.All.FirstOrDefault(state => state.Name == change.Value as string) });

    private void Sort(MachineColumn column) => Choose(_filter.Press(column));

    private void Clear() => Choose(_filter with { Text = "", Section = "", State = null });

    private void Toggle(MachineColumn column)
    {
        if (!_columns.Remove(column))
            _columns.Add(column);
    }

    private string SortOf(MachineColumn column) => _filter.SortedBy != column ? "none" : _filter.Descending ? "descending" : "ascending";

    private string Arrow(MachineColumn column) => _filter.SortedBy != column ? "" : _filter.Descending ? "▼" : "▲";

    private async Task ExportAsync()
    {
        var columns = Shown.ToList();
        var lines = _rows.Select(row => CsvText.Line(columns.Select(column => column.Value(row))));
        using var stream = new DotNetStreamReference(new CsvStream(lines.Prepend(CsvText.Line(columns.Select(column => column.Name)))));
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        await module.InvokeVoidAsync("save", $"machines-{Feed.Latest!.Summary.AsOf.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}Z.csv", stream);
    }
}
