using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>
/// The words of a command, read one at a time because what follows them (a query, CSV, another command) has rules of its own.
/// Words of commands may hold hyphens and are written in any case.
/// </summary>
internal sealed class CommandReader(string text, int start)
{
    private readonly Lexer _lexer = new(text, start);
    private Token? _current;
    private TextSpan _last = new(start, 0);

    public string Text => text;

    public Token Current => _current ??= _lexer.Next();

    public TextSpan Span => new(start, Math.Max(0, _last.End - start));

    public Token Take()
    {
        var token = Current;
        _last = token.Span;
        _current = null;
        return token;
    }

    public bool TrySign(string sign)
    {
        if (!Current.Is(sign))
        {
            return false;
        }

        Take();
        return true;
    }

    public void Expect(string sign)
    {
        if (!TrySign(sign))
        {
            throw Unexpected($"'{sign}'");
        }
    }

    public bool IsWord(string word) => Current.Kind == TokenKind.Word && Current.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool TryWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }

        Take();
        return true;
    }

    public void ExpectWords(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!TryWord(word))
            {
                throw Unexpected($"'{word}'");
            }
        }
    }

    /// <summary>A word of the language in lower case, such as <c>create-or-alter</c>; empty when there is none.</summary>
    public string Keyword()
    {
        if (Current.Kind != TokenKind.Word)
        {
            return "";
        }

        var word = Take().Text;
        while (Current.Is("-") && !Current.SpaceBefore)
        {
            Take();
            word += Current.Kind == TokenKind.Word && !Current.SpaceBefore ? "-" + Take().Text : throw Unexpected("a word after '-'");
        }

        return word.ToLowerInvariant();
    }

    /// <summary>The name of a table, database, ...: plain, or <c>['any text']</c>.</summary>
    public string Name(string what)
    {
        if (TrySign("["))
        {
            var name = Literal(what);
            Expect("]");
            return name;
        }

        return Current.Kind == TokenKind.Word && Current.Text[0] != '!' ? Take().Text : throw Unexpected(what);
    }

    /// <summary>One name, or several in parentheses.</summary>
    public List<string> Names(string what)
    {
        Expect("(");
        var names = new List<string> { Name(what) };
        while (TrySign(","))
        {
            names.Add(Name(what));
        }

        Expect(")");
        return names;
    }

    /// <summary>A string literal.</summary>
    public string Literal(string what) => Current.Kind == TokenKind.Text ? Take().Text : throw Unexpected(what);

    /// <summary>A string literal; literals that follow one another are one text.</summary>
    public string LongLiteral(string what)
    {
        var value = Literal(what);
        while (Current.Kind == TokenKind.Text)
        {
            value += Take().Text;
        }

        return value;
    }

    /// <summary>All that is left, unread, after a sign that has just been taken; the command ends with it.</summary>
    public string Rest(out int at)
    {
        at = _last.End;
        _last = new TextSpan(at, text.Length - at);
        _current = new Token(TokenKind.End, "", null, default, new TextSpan(text.Length, 0), false);
        return text[at..];
    }

    public void End()
    {
        if (Current.Kind != TokenKind.End)
        {
            throw Unexpected("the end of the command");
        }
    }

    public KqlFailure Unexpected(string expected) => KqlFailure.Syntax(
        Current.Kind == TokenKind.End ? $"The command ends where {expected} is expected." : $"Expected {expected}, found '{Shorten(Current.Text)}'.",
        Current.Span);

    public KqlFailure Unsupported(string command) => KqlFailure.Unsupported(command, Span);

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "...";
}
