using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Machines;

/// <summary>The table of machines; only the rows in view are in the document. Drawn again only when it is given other rows, columns or another order.</summary>
public sealed partial class MachineGrid
{
    private (IReadOnlyList<MachineRow> Rows, IReadOnlyList<MachineColumn> Columns, MachineFilter Filter)? _rendered;
    private IReadOnlyList<MachineColumn>? _columns;
    private MachineColumn[] _shown = [];
    private IReadOnlyList<MachineRow>? _rows;
    private List<MachineRow> _items = [];

    /// <summary>The machines, in order; another list when anything in it changed.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MachineRow> Rows { get; set; } = [];

    /// <summary>The columns beside the machine's id; another list when they changed.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MachineColumn> Columns { get; set; } = [];

    /// <summary>Which order the rows are in.</summary>
    [Parameter, EditorRequired]
    public MachineFilter Filter { get; set; } = new();

    /// <summary>A heading was pressed.</summary>
    [Parameter]
    public EventCallback<MachineColumn> Sorted { get; set; }

    /// <summary>How a column's cells stand.</summary>
    internal static string Align(MachineColumn column) => column.IsNumber ? "number" : "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(Columns, _columns))
            _shown = [MachineColumn.All[0], .. _columns = Columns];

        if (!ReferenceEquals(Rows, _rows))
            _items = [.. _rows = Rows];
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _rendered is not var (rows, columns, filter) || !ReferenceEquals(rows, Rows) || !ReferenceEquals(columns, Columns) || filter != Filter;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender) => _rendered = (Rows, Columns, Filter);

    private string SortOf(MachineColumn column) => Filter.SortedBy != column ? "none" : Filter.Descending ? "descending" : "ascending";

    private string Arrow(MachineColumn column) => Filter.SortedBy != column ? "" : Filter.Descending ? "▼" : "▲";
}
