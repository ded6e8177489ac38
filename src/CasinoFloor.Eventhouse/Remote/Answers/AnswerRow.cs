using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>One row of an answer, with values as the embedded Eventhouse has them, so that both are read back by the same code. Allocates nothing for a row.</summary>
internal sealed class AnswerRow : IRowReader
{
    private KqlResultColumn[] _columns = [];
    private Cell[] _cells = [];
    private byte[] _texts = [];

    /// <summary>A table begins.</summary>
    public void Begin(KqlResultColumn[] columns)
    {
        _columns = columns;
        _cells = new Cell[columns.Length];
    }

    /// <summary>Takes a row in place of the last one.</summary>
    public void Set(ReadOnlySpan<byte> json)
    {
        if (_texts.Length < json.Length)
        {
            _texts = new byte[Math.Max(json.Length, _texts.Length * 2)];
        }

        var texts = 0;
        var cells = new RowCells(json, _columns);
        while (cells.Next())
        {
            _cells[cells.Column] = Read(ref cells, ref texts);
        }
    }

    /// <inheritdoc />
    public bool IsNull(int column, int row) => _cells[column].IsNull;

    /// <inheritdoc />
    public ReadOnlySpan<byte> Text(int column, int row) => _texts.AsSpan(_cells[column].TextStart, _cells[column].TextLength);

    /// <inheritdoc />
    public string String(int column, int row) => Encoding.UTF8.GetString(Text(column, row));

    /// <inheritdoc />
    public double Real(int column, int row) => _cells[column].IsNull ? double.NaN : _cells[column].Real;

    /// <inheritdoc />
    public long Long(int column, int row) => Given(column).Integer;

    /// <inheritdoc />
    public int Int(int column, int row)
    {
        var number = Given(column).Integer;
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new AnswerFormatException($"The column '{_columns[column].Name}' has {number}, which is too large.");
    }

    /// <inheritdoc />
    public bool Bool(int column, int row) => Given(column).Integer != 0;

    /// <inheritdoc />
    public Int128 Decimal(int column, int row) => WideDecimal.ToUnits(Given(column).Decimal);

    private ref readonly Cell Given(int column)
    {
        if (_cells[column].IsNull)
        {
            throw new AnswerFormatException($"The column '{_columns[column].Name}' is null where it must not be.");
        }

        return ref _cells[column];
    }

    private Cell Read(ref RowCells cells, ref int texts)
    {
        if (cells.Type == KqlType.String)
        {
            var length = cells.CopyText(_texts.AsSpan(texts));
            var text = new Cell { TextStart = texts, TextLength = length };
            texts += length;
            return text;
        }

        if (cells.IsNull)
        {
            return new Cell { IsNull = true };
        }

        switch (cells.Type)
        {
            case KqlType.Bool:
                return new Cell { Integer = cells.Bool() ? 1 : 0 };
            case KqlType.Int or KqlType.Long:
                var number = cells.Long();
                return new Cell { Integer = number, Real = number };
            case KqlType.Real:
                return new Cell { Real = cells.Real() };
            case KqlType.Decimal:
                var amount = cells.Decimal();
                return new Cell { Decimal = amount, Real = (double)amount, Integer = MoneyUnits(amount) };
            case KqlType.DateTime:
                return new Cell { Integer = StoredTime.FromTicks(cells.Moment().Ticks) };
            default:
                throw cells.Wrong();
        }
    }

    // Only amounts are read so; other decimals, such as a detector's value, may be larger than any amount.
    private static long MoneyUnits(decimal amount) =>
        Math.Abs(amount) <= long.MaxValue / (decimal)Money.Scale ? Money.FromDecimal(amount).Units : 0;

    private readonly record struct Cell
    {
        public bool IsNull { get; init; }

        public long Integer { get; init; }

        public double Real { get; init; }

        public decimal Decimal { get; init; }

        public int TextStart { get; init; }

        public int TextLength { get; init; }
    }
}
