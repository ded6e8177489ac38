using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CasinoFloor.Kql.Syntax;

/// <summary>
/// Reads the content of <c>dynamic(...)</c>, JSON with single quotes and typed literals allowed, into plain JSON text. Numbers are written as
/// the engine writes them: 1.50 is 1.5, and a whole number that is no long is a real one.
/// </summary>
internal sealed class DynamicLiteral
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly TextSpan _span;
    private readonly bool _isData;
    private readonly StringBuilder _json = new();
    private int _position;

    private DynamicLiteral(string text, TextSpan span, bool isData)
    {
        _text = text;
        _span = span;
        _isData = isData;
    }

    /// <summary>The JSON text, or null for <c>null</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="span">Its place, for errors.</param>
    /// <param name="isData">Whether it is a value that a query works on rather than a part of the query: typed literals are no JSON then.</param>
    public static string? Parse(string text, TextSpan span, bool isData = false)
    {
        var reader = new DynamicLiteral(text, span, isData);
        reader.Value(0);
        reader.Space();
        if (reader._position < text.Length)
        {
            throw reader.Fail();
        }

        var json = reader._json.ToString();
        return json == "null" ? null : json;
    }

    public static string Quote(string value) => "\"" + JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private KqlFailure Fail() => KqlFailure.Syntax("'dynamic(...)' does not hold a valid JSON value.", _span);

    private void Space()
    {
        while (char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }

    private void Value(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Fail();
        }

        Space();
        switch (Current)
        {
            case '{':
                Members('}', depth, true);
                break;
            case '[':
                Members(']', depth, false);
                break;
            case '"' or '\'':
                _json.Append(Quote(String()));
                break;
            case '@' when !_isData && _position + 1 < _text.Length && _text[_position + 1] is '"' or '\'':
                _json.Append(Quote(Verbatim()));
                break;
            default:
                Word();
                break;
        }
    }

    private void Members(char close, int depth, bool isBag)
    {
        _json.Append(Current);
        _position++;
        for (var first = true; ; first = false)
        {
            Space();
            if (Current == close)
            {
                _position++;
                _json.Append(close);
                return;
            }

            if (!first)
            {
                if (Current != ',')
                {
                    throw Fail();
                }

                _position++;
                Space();
                if (Current == close)
                {
                    continue;
                }

                _json.Append(',');
            }

            if (isBag)
            {
                _json.Append(Quote(Current is '"' or '\'' ? String() : throw Fail())).Append(':');
                Space();
                if (Current != ':')
                {
                    throw Fail();
                }

                _position++;
            }

            Value(depth + 1);
        }
    }

    private string Verbatim()
    {
        _position++;
        var quote = Current;
        var end = _text.IndexOf(quote, _position + 1);
        if (end < 0)
        {
            throw Fail();
        }

        var value = _text[(_position + 1)..end];
        _position = end + 1;
        return value;
    }

    private string String()
    {
        var quote = Current;
        var result = new StringBuilder();
        for (_position++; Current != quote; _position++)
        {
            if (_position >= _text.Length)
            {
                throw Fail();
            }

            if (Current != '\\')
            {
                result.Append(Current);
                continue;
            }

            _position++;
            if (Current == 'u' && _position + 4 < _text.Length
                && int.TryParse(_text.AsSpan(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                result.Append((char)unit);
                _position += 4;
                continue;
            }

            result.Append(Current switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', '\0' => throw Fail(), var c => c });
        }

        _position++;
        return result.ToString();
    }

    private void Word()
    {
        var start = _position;
        while (Current is not ',' and not ']' and not '}' and not '(' and not '\0')
        {
            _position++;
        }

        var word = _text[start.._position].Trim();
        if (Current == '(' && !_isData)
        {
            TypedValue(word);
        }
        else if (word is "true" or "false" or "null")
        {
            _json.Append(word);
        }
        else if (Functions.Json.Canonical(word) is { } number)
        {
            _json.Append(number);
        }
        else if (!_isData && word is "NaN" or "Infinity" or "-Infinity")
        {
            _json.Append(Quote(word));
        }
        else if (!_isData && TimeSpans.TryParse(word, out var ticks) && word.Length > 0)
        {
            _json.Append(Quote(TimeSpans.Format(ticks)));
        }
        else
        {
            throw Fail();
        }
    }

    private void TypedValue(string word)
    {
        var depth = 0;
        var start = _position + 1;
        do
        {
            depth += Current switch { '(' => 1, ')' => -1, '\0' => throw Fail(), _ => 0 };
            _position++;
        }
        while (depth > 0);
        var content = _text[start..(_position - 1)].Trim();
        if (word == "dynamic")
        {
            _json.Append(Parse(content, _span) ?? "null");
        }
        else if (content == "null" && KqlTypes.TryParse(word, out _))
        {
            _json.Append("null");
        }
        else if (KqlTypes.TryParse(word, out var type) && Literals.TryParse(content.Trim('"', '\''), type, out var value))
        {
            _json.Append(type switch
            {
                KqlType.DateTime => Quote(DateTimes.Format((long)value!)),
                KqlType.TimeSpan => Quote(TimeSpans.Format((long)value!)),
                KqlType.Guid => Quote(value!.ToString()!),
                KqlType.Bool => (bool)value! ? "true" : "false",
                KqlType.Real => Functions.Json.Number((double)value!),
                KqlType.String => Quote((string)value!),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            });
        }
        else
        {
            throw Fail();
        }
    }
}

/// <summary>Moments as text; values are ticks since 0001-01-01.</summary>
internal static class DateTimes
{
    public static string Format(long ticks) =>
        ticks < 0 || ticks > DateTime.MaxValue.Ticks ? "" : new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
