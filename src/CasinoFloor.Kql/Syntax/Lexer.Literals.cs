using System.Globalization;
using System.Text;

namespace CasinoFloor.Kql.Syntax;

/// <content>Escapes, and typed literals such as <c>datetime(2024-01-31 12:00)</c> whose content has rules of its own.</content>
internal sealed partial class Lexer
{
    /// <summary>Reads what follows a backslash; appends it itself and answers NUL when it is not one plain character.</summary>
    private char ReadEscape(StringBuilder result)
    {
        var start = _position - 1;
        var c = _position < text.Length ? text[_position++] : '\0';
        switch (c)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'a':
                return '\a';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'v':
                return '\v';
            case '\\' or '\'' or '"':
                return c;
            case 'u' when Hex(4, out var unit):
                result.Append((char)unit);
                return '\0';
            case 'U' when Hex(8, out var rune) && Rune.IsValid(rune):
                result.Append(new Rune(rune));
                return '\0';
            case 'x' when Hex(2, out var code):
                result.Append((char)code);
                return '\0';
            case >= '0' and <= '7':
                var value = c - '0';
                for (var i = 0; i < 2 && Current is >= '0' and <= '7'; i++)
                {
                    value = (value * 8) + (text[_position++] - '0');
                }

                result.Append((char)value);
                return '\0';
            default:
                throw KqlFailure.Syntax("Unknown escape sequence in a string.", SpanFrom(start));
        }
    }

    private bool Hex(int digits, out int value)
    {
        value = 0;
        if (_position + digits > text.Length
            || !int.TryParse(text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        _position += digits;
        return true;
    }

    private Token? TypedLiteral(string word, int start, bool space)
    {
        if (!KqlTypes.TryParse(word, out var type) || type == KqlType.String)
        {
            return null;
        }

        var open = _position;
        while (open < text.Length && char.IsWhiteSpace(text[open]))
        {
            open++;
        }

        if (open >= text.Length || text[open] != '(')
        {
            return null;
        }

        var close = ClosingParenthesis(open);
        if (close < 0)
        {
            throw KqlFailure.Syntax($"'{word}(' is not closed.", SpanFrom(start));
        }

        var content = text[(open + 1)..close].Trim();
        _position = close + 1;
        if (type == KqlType.Dynamic)
        {
            return Literal(DynamicLiteral.Parse(content, new TextSpan(open + 1, close - open - 1)), type, start, space);
        }

        if (content == "null")
        {
            return Literal(null, type, start, space);
        }

        if (content.Length > 1 && content[0] is '"' or '\'' && content[^1] == content[0])
        {
            content = content[1..^1];
        }

        return Literals.TryParse(content, type, out var value)
            ? Literal(value, type, start, space)
            : throw KqlFailure.Syntax($"'{word}({content})' is not a valid {type.Name()} literal.", SpanFrom(start));
    }

    private int ClosingParenthesis(int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    if (--depth == 0)
                    {
                        return i;
                    }

                    break;
                case '"' or '\'':
                    var end = StringEnd(i, text[i - 1] == '@', true);
                    if (end < 0)
                    {
                        return -1;
                    }

                    i = end - 1;
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>Where a string literal ends, its closing quote included; -1 when it is not closed.</summary>
    private int StringEnd(int open, bool verbatim, bool overLines)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == text[open])
            {
                if (!verbatim || i + 1 >= text.Length || text[i + 1] != text[open])
                {
                    return i + 1;
                }

                i++;
            }
            else if (text[i] == '\\' && !verbatim)
            {
                i++;
            }
            else if (text[i] is '\n' or '\r' && !overLines)
            {
                return -1;
            }
        }

        return -1;
    }
}
