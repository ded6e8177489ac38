using CasinoFloor.Engine.Events;
using CasinoFloor.Kql;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>A row of an answer, read by the names of its columns; what is missing or null is the default.</summary>
internal readonly struct AnswerRow
{
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly object?[] _values;

    private AnswerRow(IReadOnlyDictionary<string, int> columns, object?[] values)
    {
        _columns = columns;
        _values = values;
    }

    /// <summary>The rows of a table.</summary>
    public static IEnumerable<AnswerRow> Of(KqlResultTable table)
    {
        var columns = table.Columns.Select((column, i) => (column.Name, i)).ToDictionary(column => column.Name, column => column.i, StringComparer.Ordinal);
        return table.Rows.Select(row => new AnswerRow(columns, row));
    }

    public string Text(string column) => this[column] as string ?? "";

    public bool Flag(string column) => this[column] is true;

    public long Count(string column) => this[column] switch { long whole => whole, int small => small, _ => 0 };

    public double? Number(string column) => this[column] switch
    {
        double real => real,
        decimal exact => (double)exact,
        long whole => whole,
        _ => null,
    };

    public Money Amount(string column) => Number(column) is { } amount && double.IsFinite(amount) ? Money.FromDecimal((decimal)amount) : default;

    public DateTime? Moment(string column) => this[column] as DateTime?;

    private object? this[string column] => _columns.TryGetValue(column, out var index) ? _values[index] : null;
}
