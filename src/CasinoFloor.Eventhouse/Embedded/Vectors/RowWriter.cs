using System.Text;
using System.Text.Unicode;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>Writes one row of a chunk, column after column in the table's order, straight into the column vectors.</summary>
internal unsafe ref struct RowWriter : IRowWriter
{
    private readonly byte** _data;
    private readonly ulong** _validity;
    private readonly int _row;
    private readonly TextArena _texts;
    private int _column;

    /// <summary>Begins a row.</summary>
    public RowWriter(byte** data, ulong** validity, int row, TextArena texts)
    {
        _data = data;
        _validity = validity;
        _row = row;
        _texts = texts;
    }

    /// <summary>A text of a pinned batch; bytes that are no UTF-8 become replacement characters.</summary>
    public void Text(PinnedBatch batch, TextSlice slice)
    {
        if (!batch.IsAscii && !Utf8.IsValid(batch.Text(slice)))
        {
            Text(Encoding.UTF8.GetString(batch.Text(slice)));
            return;
        }

        StringCell.Write(_data[_column++] + ((nint)_row * StringCell.Size), batch.Buffer + slice.Start, slice.Length);
    }

    /// <summary>A string.</summary>
    public void Text(string text)
    {
        var place = _texts.Add(text, out var length);
        StringCell.Write(_data[_column++] + ((nint)_row * StringCell.Size), place, length);
    }

    /// <summary>UTF-8 of any life time: it is copied.</summary>
    public void Text(scoped ReadOnlySpan<byte> text) =>
        StringCell.Write(_data[_column++] + ((nint)_row * StringCell.Size), _texts.Add(text), text.Length);

    /// <summary>UTF-8 that never moves: constants and pinned tables.</summary>
    public void FixedText(scoped ReadOnlySpan<byte> text)
    {
        fixed (byte* place = text)
        {
            StringCell.Write(_data[_column++] + ((nint)_row * StringCell.Size), place, text.Length);
        }
    }

    /// <summary>A number; NaN is stored as null (unknown).</summary>
    public void Real(double value)
    {
        ((double*)_data[_column])[_row] = value;
        Valid(!double.IsNaN(value));
    }

    /// <summary>An amount.</summary>
    public void Real(Money value)
    {
        ((double*)_data[_column])[_row] = value.ToDouble();
        Valid(true);
    }

    /// <summary>An amount; null is unknown.</summary>
    public void Real(Money? value) => RealIf(value.HasValue, value.GetValueOrDefault());

    /// <summary>An amount, or null where the row's kind has none.</summary>
    public void RealIf(bool given, Money value)
    {
        ((double*)_data[_column])[_row] = value.ToDouble();
        Valid(given);
    }

    /// <summary>A decimal of precision 18 and scale 4, as money is counted.</summary>
    public void Decimal(Money value)
    {
        ((long*)_data[_column])[_row] = value.Units;
        Valid(true);
    }

    /// <summary>A decimal of precision 38, given in units of its last digit.</summary>
    public void Decimal(Int128 units)
    {
        ((Int128*)_data[_column])[_row] = units;
        Valid(true);
    }

    /// <summary>A 64-bit integer.</summary>
    public void Long(long value)
    {
        ((long*)_data[_column])[_row] = value;
        Valid(true);
    }

    /// <summary>A 32-bit integer; null is unknown.</summary>
    public void Int(int? value)
    {
        ((int*)_data[_column])[_row] = value.GetValueOrDefault();
        Valid(value.HasValue);
    }

    /// <summary>True, false or null.</summary>
    public void Bool(bool? value)
    {
        _data[_column][_row] = value.GetValueOrDefault() ? (byte)1 : (byte)0;
        Valid(value.HasValue);
    }

    /// <summary>A moment in UTC ticks.</summary>
    public void Time(long ticks) => Long(StoredTime.FromTicks(ticks));

    private void Valid(bool valid)
    {
        var word = _validity[_column++] + (_row >> 6);
        var bit = 1UL << (_row & 63);
        *word = valid ? *word | bit : *word & ~bit;
    }
}
