namespace CasinoFloor.Kql.Syntax;

/// <content>The same tokens for an editor, whose text is seldom whole: what is wrong is passed over.</content>
internal sealed partial class Lexer
{
    // Each costs an exception; text with more of them is not a query.
    private const int MostFailures = 50;

    /// <summary>Cuts text into tokens as far as possible. Text that is none becomes <see cref="TokenKind.Broken"/>, with its error in the second list.</summary>
    public static (List<Token> Tokens, List<KqlFailure> Failures) Scan(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        var failures = new List<KqlFailure>();
        do
        {
            lexer.SkipSpace();
            var start = lexer._position;
            try
            {
                tokens.Add(lexer.Next());
            }
            catch (KqlFailure failure)
            {
                failures.Add(failure);
                tokens.Add(lexer.Recover(start, failures.Count >= MostFailures));
            }
        }
        while (tokens[^1].Kind != TokenKind.End);

        return (tokens, failures);
    }

    private Token Recover(int start, bool giveUp)
    {
        if (giveUp)
        {
            _position = text.Length;
        }
        else if (_position == start)
        {
            _position++;
        }
        else if (text[start..Math.Min(_position, text.Length)].All(IsWordPart) && !char.IsAsciiDigit(text[start]))
        {
            // The name of a type before a parenthesis that is still open.
            return new Token(TokenKind.Word, text[start.._position], null, default, SpanFrom(start), false);
        }
        else if (StringQuote(start) is var quote and >= 0)
        {
            var verbatim = quote > start && text[quote - 1] == '@';
            var end = StringEnd(quote, verbatim, verbatim);
            _position = end < 0 ? LineEnd(start, verbatim) : end;
        }

        return new Token(TokenKind.Broken, text[start.._position], null, default, SpanFrom(start), false);
    }

    /// <summary>Where the quote of a string that starts here stands; -1 when no quoted string starts here.</summary>
    private int StringQuote(int start)
    {
        var quote = start;
        while (quote < text.Length && text[quote] is 'h' or 'H' or '@')
        {
            quote++;
        }

        return quote < text.Length && text[quote] is '"' or '\'' ? quote : -1;
    }
}
