using System.Text;
using System.Text.Json;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Embedded.Writing;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>One row of an answer, with values as the embedded Eventhouse has them, so that both are read back by the same code.</summary>
internal sealed class AnswerRow : IRowReader
{
    private const int MoneyUnits = 10_000;

    private KqlResultColumn[] _columns = [];
    private object?[] _values = [];
    private byte[][] _texts = [];

    /// <summary>A table begins.</summary>
    public void Begin(KqlResultColumn[] columns)
    {
        _columns = columns;
        _values = new object?[columns.Length];
        _texts = new byte[columns.Length][];
    }

    /// <summary>Takes a row in place of the last one.</summary>
    public void Set(JsonElement row)
    {
        var i = 0;
        foreach (var cell in row.EnumerateArray())
        {
            _values[i] = CellReader.Read(cell, _columns[i].Type);
            _texts[i] = _values[i] is string text ? Encoding.UTF8.GetBytes(text) : [];
            i++;
        }

        if (i != _columns.Length)
        {
            throw new FormatException($"A row has {i} cells where there are {_columns.Length} columns.");
        }
    }

    /// <inheritdoc />
    public bool IsNull(int column, int row) => _values[column] is null;

    /// <inheritdoc />
    public ReadOnlySpan<byte> Text(int column, int row) => _texts[column];

    /// <inheritdoc />
    public string String(int column, int row) => _values[column] as string ?? "";

    /// <inheritdoc />
    public double Real(int column, int row) => _values[column] is { } value ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) : double.NaN;

    /// <inheritdoc />
    public long Long(int column, int row) => _values[column] switch
    {
        DateTime time => StoredTime.FromTicks(time.Ticks),
        decimal amount => (long)decimal.Round(amount * MoneyUnits),
        null => throw new FormatException($"The column {_columns[column].Name} is null where it must not be."),
        var value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <inheritdoc />
    public int Int(int column, int row) => checked((int)Long(column, row));

    /// <inheritdoc />
    public bool Bool(int column, int row) => _values[column] is true;

    /// <inheritdoc />
    public Int128 Decimal(int column, int row) => WideDecimal.ToUnits(Convert.ToDecimal(_values[column], System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Hands each row of an answer on.</summary>
/// <param name="take">Takes a row; it is valid until the call returns.</param>
internal sealed class RowSink(Action<IRowReader> take) : IAnswerSink
{
    private readonly AnswerRow _row = new();

    /// <inheritdoc />
    public void Begin(string name, KqlResultColumn[] columns) => _row.Begin(columns);

    /// <inheritdoc />
    public void Row(JsonElement row)
    {
        _row.Set(row);
        take(_row);
    }

    /// <inheritdoc />
    public void Visualization(KqlVisualization visualization)
    {
    }
}
