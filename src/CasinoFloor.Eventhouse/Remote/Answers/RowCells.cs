using System.Globalization;
using System.Text;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>
/// Goes through the cells of a row, such as <c>[1,"a",null,{"x":[2]},"2015-01-01T01:01:01.0000001Z"]</c>, and reads them by their columns' types. Whatever does not
/// fit means that the answer cannot be trusted.
/// </summary>
internal ref struct RowCells
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly KqlResultColumn[] _columns;
    private Utf8JsonReader _reader;

    /// <summary>Stands before the first cell.</summary>
    public RowCells(ReadOnlySpan<byte> json, KqlResultColumn[] columns)
    {
        _json = json;
        _columns = columns;
        _reader = new Utf8JsonReader(json);
        _reader.Read();
        Column = -1;
    }

    /// <summary>The column of the current cell.</summary>
    public int Column { get; private set; }

    /// <summary>The type of the current cell's column.</summary>
    public readonly KqlType Type => _columns[Column].Type;

    /// <summary>Whether the current cell is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Goes to the next cell; false behind the last one.</summary>
    /// <exception cref="AnswerFormatException">There are more or fewer cells than columns.</exception>
    public bool Next()
    {
        _reader.Read();
        var isEnd = _reader.TokenType == JsonTokenType.EndArray;
        Column++;
        return isEnd == (Column == _columns.Length)
            ? !isEnd
            : throw new AnswerFormatException($"A row has {(isEnd ? "fewer" : "more")} cells than the {_columns.Length} columns.");
    }

    /// <summary>The current cell as a result has it: see <see cref="KqlResultTable"/>.</summary>
    public object? Value() => (Type, IsNull) switch
    {
        (KqlType.String, _) => Text(),
        (_, true) => null,
        (KqlType.Bool, _) => Bool(),
        (KqlType.Int, _) => Int(),
        (KqlType.Long, _) => Long(),
        (KqlType.Real, _) => Real(),
        (KqlType.Decimal, _) => Decimal(),
        (KqlType.DateTime, _) => Moment(),
        (KqlType.TimeSpan, _) => TimeSpan.TryParse(StringOf(), CultureInfo.InvariantCulture, out var span) ? span : throw Wrong(),
        (KqlType.Guid, _) => _reader.TokenType == JsonTokenType.String && _reader.TryGetGuid(out var guid) ? guid : throw Wrong(),
        _ => Dynamic(),
    };

    /// <summary>A yes or no.</summary>
    public readonly bool Bool() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when _reader.TryGetInt32(out var number) => number != 0,
        _ => throw Wrong(),
    };

    /// <summary>A 32-bit number.</summary>
    public readonly int Int() => _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var number) ? number : throw Wrong();

    /// <summary>A 64-bit number.</summary>
    public readonly long Long() => _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number) ? number : throw Wrong();

    /// <summary>A floating-point number; those that JSON has no number for are texts.</summary>
    public readonly double Real()
    {
        if (_reader.TokenType == JsonTokenType.Number)
        {
            return _reader.GetDouble();
        }

        return _reader.TokenType != JsonTokenType.String ? throw Wrong()
            : _reader.ValueTextEquals("NaN"u8) ? double.NaN
            : _reader.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity
            : _reader.ValueTextEquals("-Infinity"u8) ? double.NegativeInfinity
            : throw Wrong();
    }

    /// <summary>A decimal, sent as a text. Kusto's own have up to 34 digits, of which the first 28 are kept.</summary>
    public readonly decimal Decimal()
    {
        var text = _reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? _reader.ValueSpan : throw Wrong();
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
    }

    /// <summary>A moment in UTC.</summary>
    public readonly DateTime Moment() =>
        _reader.TokenType == JsonTokenType.String && _reader.TryGetDateTimeOffset(out var moment) ? moment.UtcDateTime : throw Wrong();

    /// <summary>A text; a missing one is empty.</summary>
    public string Text() => _reader.TokenType switch
    {
        JsonTokenType.String => StringOf(),
        JsonTokenType.Null => "",
        _ => Raw(),
    };

    /// <summary>Copies the bytes of a text; gives how many there are.</summary>
    /// <param name="target">At least as long as the row.</param>
    public readonly int CopyText(Span<byte> target)
    {
        if (_reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            throw Wrong();
        }

        try
        {
            return IsNull ? 0 : _reader.CopyString(target);
        }
        catch (InvalidOperationException broken)
        {
            throw NoText(broken);
        }
    }

    /// <summary>What is wrong with the current cell.</summary>
    public readonly AnswerFormatException Wrong() => new($"The column '{_columns[Column].Name}' of type {Type.Name()} has a value that does not fit.");

    // A text stays a JSON string; the empty one is how some versions of the protocol write null.
    private string? Dynamic() => Raw() is var text && text == "\"\"" ? null : text;

    private readonly string StringOf()
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            throw Wrong();
        }

        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException broken)
        {
            throw NoText(broken);
        }
    }

    // Escapes that are half of a character.
    private readonly AnswerFormatException NoText(Exception broken) =>
        new($"The column '{_columns[Column].Name}' has a text that is no text: {broken.Message}", broken);

    private string Raw()
    {
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return Encoding.UTF8.GetString(_json[start..(int)_reader.BytesConsumed]);
    }
}
