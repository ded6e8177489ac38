using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Charts;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Results;

/// <summary>An answer as a table. Only the rows in view are drawn; 100,000 stay usable.</summary>
public sealed partial class ResultGrid
{
    // As in the style sheet.
    private const float RowHeight = 33;

    // A longer text stands in its tool-tip.
    private const int LongText = 60;

    private KqlResultTable? _shown;
    private int[] _order = [];
    private int[] _places = [];
    private bool[] _isMoney = [];
    private int? _sorted;
    private bool _descending;

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public KqlResultTable Table { get; set; } = null!;

    /// <summary>Names of the columns that are amounts of money; an exact grid writes them as the Eventhouse gave them.</summary>
    [Parameter]
    public IReadOnlyCollection<string> Money { get; set; } = [];

    /// <summary>What screen readers call it.</summary>
    [Parameter]
    public string Label { get; set; } = "Answer";

    /// <summary>Whether values and headings stand as the Eventhouse gave them, for those who write queries: columns' own names, UTC, every digit, nulls named, rows numbered.</summary>
    [Parameter]
    public bool Exact { get; set; }

    /// <summary>The row that is marked, by its place in the answer.</summary>
    [Parameter]
    public int? Picked { get; set; }

    /// <summary>A row was picked, by its place in the answer.</summary>
    [Parameter]
    public EventCallback<int> RowPicked { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(Table, _shown))
            return;

        // The next answer to the same question stays sorted as the last one was.
        if (_shown is null || !_shown.Columns.SequenceEqual(Table.Columns))
            (_sorted, _descending) = (null, false);

        _shown = Table;
        _places = [.. Table.Columns.Select((_, i) => ResultText.Places(Table.Rows.Select(row => row[i])))];
        _isMoney = [.. Table.Columns.Select(column => Money.Contains(column.Name))];
        Order();
    }

    // Greatest first, least first, as it came.
    private void Sort(int column)
    {
        (_sorted, _descending) = _sorted != column ? (column, true) : _descending ? (column, false) : ((int?)null, false);
        Order();
    }

    private void Order() =>
        _order = _sorted is { } column ? ResultOrder.By(Table.Rows, column, _descending) : [.. Enumerable.Range(0, Table.Rows.Count)];

    private string Heading(KqlResultColumn column) => Exact ? column.Name : ChartText.Name(column.Name);

    private string SortState(int column) => _sorted != column ? "none" : _descending ? "descending" : "ascending";

    private string Mark(int column) => _sorted != column ? "" : _descending ? "▼" : "▲";

    private string Text(int column, object? value)
    {
        var text = Exact ? ResultText.Exact(value)
            : _isMoney[column] ? ResultText.Amount(value, _places[column], Calendar)
            : ResultText.Of(value, _places[column], Calendar);
        return text.Length > LongText ? string.Concat(text.AsSpan(0, LongText), "…") : text;
    }

    private string? Hint(object? value) => value switch
    {
        double or DateTime when !Exact => ResultText.Exact(value),
        string { Length: > LongText } text => text,
        _ => null,
    };

    private static string? Align(KqlResultColumn column) => ChartColumns.IsNumber(column.Type) ? "right" : null;
}
