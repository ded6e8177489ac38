using System.Globalization;
using System.Text;

namespace CasinoFloor.Kql.Syntax;

/// <summary>Cuts query text into tokens, e.g. <c>T | where d &gt; ago(1d) // note</c>.</summary>
internal sealed partial class Lexer(string text, int start = 0)
{
    private static readonly string[] Signs =
        ["==", "!=", "<>", "<=", ">=", "=~", "!~", "..", "=>", "|", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "=", "<", ">", "+", "-", "*", "/", "%", "@", "#", "?"];

    private int _position = start;

    public static List<Token> Tokenize(string text, int start = 0)
    {
        var lexer = new Lexer(text, start);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);

        return tokens;
    }

    /// <summary>Where the first token begins: the first character that is neither white space nor part of a comment.</summary>
    public static int Begin(string text)
    {
        var lexer = new Lexer(text);
        lexer.SkipSpace();
        return lexer._position;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private TextSpan SpanFrom(int start) => new(start, _position - start);

    public Token Next()
    {
        var before = _position;
        SkipSpace();
        var space = _position > before;
        var start = _position;
        if (_position >= text.Length)
        {
            return new Token(TokenKind.End, "", null, default, new TextSpan(text.Length, 0), space);
        }

        var c = Current;
        if (IsStringStart())
        {
            var value = ReadString();
            return new Token(TokenKind.Text, value, value, KqlType.String, SpanFrom(start), space);
        }

        if (char.IsAsciiDigit(c))
        {
            return ReadNumber(space);
        }

        if (IsWordStart(c) || (c == '!' && char.IsAsciiLetter(Peek(1))))
        {
            return ReadWord(space);
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, _position, sign, 0, sign.Length) == 0)
            {
                _position += sign.Length;
                return new Token(TokenKind.Sign, sign, null, default, SpanFrom(start), space);
            }
        }

        throw KqlFailure.Syntax($"Unexpected character '{c}'.", new TextSpan(start, 1));
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private void SkipSpace()
    {
        while (_position < text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current is '\uFEFF' or '\u200B')
            {
                _position++;
            }
            else if (Current == '/' && Peek(1) == '/')
            {
                while (_position < text.Length && Current != '\n')
                {
                    _position++;
                }
            }
            else
            {
                break;
            }
        }
    }

    private Token ReadWord(bool space)
    {
        var start = _position++;
        while (IsWordPart(Current))
        {
            _position++;
        }

        var word = text[start.._position];
        if (word is "in" or "!in" && Current == '~')
        {
            _position++;
            word += "~";
        }

        return TypedLiteral(word, start, space) ?? new Token(TokenKind.Word, word, null, default, SpanFrom(start), space);
    }

    private Token ReadNumber(bool space)
    {
        var start = _position;
        if (Current == '0' && Peek(1) is 'x' or 'X' && Current == '0')
        {
            _position += 2;
            while (char.IsAsciiHexDigit(Current))
            {
                _position++;
            }

            return ulong.TryParse(text.AsSpan(start + 2, _position - start - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex)
                ? Literal(unchecked((long)hex), KqlType.Long, start, space)
                : throw KqlFailure.Syntax("Not a hexadecimal number.", SpanFrom(start));
        }

        var isReal = false;
        SkipDigits();
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isReal = true;
            _position++;
            SkipDigits();
        }
        else if (Current == '.' && Peek(1) != '.' && !IsWordStart(Peek(1)))
        {
            isReal = true;
            _position++;
        }

        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isReal = true;
            _position += 2;
            SkipDigits();
        }

        var digits = text[start.._position];
        if (IsWordStart(Current))
        {
            var unitStart = _position;
            while (IsWordPart(Current))
            {
                _position++;
            }

            return TimeSpans.TryUnit(text[unitStart.._position], out var ticks) && TimeSpans.TryScale(digits, ticks, out var value)
                ? Literal(value, KqlType.TimeSpan, start, space)
                : throw KqlFailure.Syntax($"'{text[start.._position]}' is not a number or duration.", SpanFrom(start));
        }

        if (isReal)
        {
            return Literal(double.Parse(digits, CultureInfo.InvariantCulture), KqlType.Real, start, space);
        }

        return long.TryParse(digits, CultureInfo.InvariantCulture, out var number)
            ? Literal(number, KqlType.Long, start, space)
            : new Token(TokenKind.HugeNumber, digits, null, KqlType.Long, SpanFrom(start), space);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current))
        {
            _position++;
        }
    }

    private Token Literal(object? value, KqlType type, int start, bool space) =>
        new(TokenKind.Literal, text[start.._position], value, type, SpanFrom(start), space);

    private bool IsStringStart()
    {
        var offset = Current is 'h' or 'H' ? 1 : 0;
        if (Peek(offset) == '@')
        {
            offset++;
        }

        return Peek(offset) is '"' or '\'' || (Peek(offset) == '`' && Peek(offset + 1) == '`' && Peek(offset + 2) == '`')
            || (Peek(offset) == '~' && Peek(offset + 1) == '~' && Peek(offset + 2) == '~');
    }

    private string ReadString()
    {
        var start = _position;
        if (Current is 'h' or 'H')
        {
            _position++;
        }

        var verbatim = Current == '@';
        if (verbatim)
        {
            _position++;
        }

        var quote = Current;
        if (quote is '`' or '~')
        {
            var fence = new string(quote, 3);
            var end = text.IndexOf(fence, _position + 3, StringComparison.Ordinal);
            if (end < 0)
            {
                _position = text.Length;
                throw KqlFailure.Syntax("The string is not closed.", SpanFrom(start));
            }

            var content = text[(_position + 3)..end];
            _position = end + 3;
            return content;
        }

        var close = StringEnd(_position++, verbatim, verbatim) - 1;
        if (close < 0)
        {
            _position = LineEnd(start, verbatim);
            throw KqlFailure.Syntax("The string is not closed.", SpanFrom(start));
        }

        var result = new StringBuilder();
        while (_position < close)
        {
            var c = text[_position++];
            if (c == quote)
            {
                // Doubled within a verbatim string.
                _position++;
            }
            else if (c == '\\' && !verbatim)
            {
                c = ReadEscape(result);
                if (c == '\0')
                {
                    continue;
                }
            }

            result.Append(c);
        }

        _position = close + 1;
        return result.ToString();
    }

    private int LineEnd(int start, bool isLast)
    {
        var end = isLast ? -1 : text.AsSpan(start).IndexOfAny('\n', '\r');
        return end < 0 ? text.Length : start + end;
    }
}
