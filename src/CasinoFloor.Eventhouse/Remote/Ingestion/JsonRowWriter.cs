using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Writes a row as one JSON object. What is unknown or empty is left out: a missing property is null, or the empty text.</summary>
/// <param name="writer">Stands inside the object.</param>
/// <param name="names">The columns' names in the table's order.</param>
internal ref struct JsonRowWriter(Utf8JsonWriter writer, JsonEncodedText[] names) : IRowWriter
{
    private int _column;

    /// <inheritdoc />
    public void Text(PinnedBatch batch, TextSlice slice)
    {
        var text = batch.Text(slice);
        if (!batch.IsAscii && !System.Text.Unicode.Utf8.IsValid(text))
        {
            Text(System.Text.Encoding.UTF8.GetString(text));
            return;
        }

        Text(text);
    }

    /// <inheritdoc />
    public void Text(string text)
    {
        var name = names[_column++];
        if (text.Length > 0)
        {
            writer.WriteString(name, text);
        }
    }

    /// <inheritdoc />
    public void Text(scoped ReadOnlySpan<byte> text)
    {
        var name = names[_column++];
        if (text.Length > 0)
        {
            writer.WriteString(name, text);
        }
    }

    /// <inheritdoc />
    public void FixedText(scoped ReadOnlySpan<byte> text) => Text(text);

    /// <inheritdoc />
    public void Real(double value)
    {
        var name = names[_column++];
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <inheritdoc />
    public void Real(Money value) => Real(value.ToDouble());

    /// <inheritdoc />
    public void Real(Money? value) => RealIf(value.HasValue, value.GetValueOrDefault());

    /// <inheritdoc />
    public void RealIf(bool given, Money value) => Real(given ? value.ToDouble() : double.NaN);

    /// <inheritdoc />
    public void Decimal(Money value) => writer.WriteNumber(names[_column++], value.ToDecimal());

    /// <inheritdoc />
    public void Decimal(Int128 units) => writer.WriteNumber(names[_column++], WideDecimal.FromUnits(units));

    /// <inheritdoc />
    public void Long(long value) => writer.WriteNumber(names[_column++], value);

    /// <inheritdoc />
    public void Int(int? value)
    {
        var name = names[_column++];
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <inheritdoc />
    public void Bool(bool? value)
    {
        var name = names[_column++];
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    /// <inheritdoc />
    public void Time(long ticks) => writer.WriteString(names[_column++], new DateTime(ticks, DateTimeKind.Utc));
}
