using CasinoFloor.Kql;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Shared.Results;

/// <summary>The rows of a result. Only those in view are in the document; a click on a column's name sorts.</summary>
public sealed partial class ResultGrid
{
    private const int LongestCell = 300;

    private KqlResultTable? _shown;
    private List<Row> _rows = [];
    private int _sorted = -1;
    private bool _descending;

    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public KqlResultTable Table { get; set; } = null!;

    /// <summary>What it is, for those who do not see it.</summary>
    [Parameter]
    public string Label { get; set; } = "Result";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Table))
            return;

        _shown = Table;
        _sorted = -1;
        _rows = [.. Table.Rows.Select((values, i) => new Row(i + 1, values))];
    }

    private void Sort(int column)
    {
        (_descending, _sorted) = (_sorted == column && !_descending, column);
        var ordered = _rows.Order(Comparer<Row>.Create((a, b) => Compare(a.Values[column], b.Values[column]) is var order && _descending ? -order : order));
        _rows = [.. ordered];
    }

    private static int Compare(object? a, object? b) =>
        a is string one && b is string other ? string.CompareOrdinal(one, other) : Comparer<object>.Default.Compare(a, b);

    private string Align(int column) => ResultText.IsNumber(Table.Columns[column].Type) ? "number" : "";

    private string SortOf(int column) => column != _sorted ? "none" : _descending ? "descending" : "ascending";

    private string Arrow(int column) => column != _sorted ? "" : _descending ? "▼" : "▲";

    private static string Shorten(string text) => text.Length <= LongestCell ? text : text[..LongestCell] + "…";

    private readonly record struct Row(int Number, object?[] Values);
}
