using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>Query text as an editor has it: perhaps unfinished, in tokens, with the comments between them.</summary>
internal sealed class EditorText
{
    private EditorText(string text, List<Token> tokens, IReadOnlyList<KqlFailure> failures)
    {
        Text = text;
        Tokens = tokens;
        Failures = failures;
    }

    public string Text { get; }

    /// <summary>All tokens but the end; operators such as <c>project-away</c> are one word.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<KqlFailure> Failures { get; }

    public static EditorText Read(string text)
    {
        var (scanned, failures) = Lexer.Scan(text);
        var tokens = new List<Token>(scanned.Count);
        for (var i = 0; i < scanned.Count - 1; i++)
        {
            tokens.Add(scanned[i]);
            if (scanned[i].Kind == TokenKind.Word && (i == 0 || scanned[i - 1].Kind == TokenKind.Sign) && Hyphenated(scanned, i) is { } whole)
            {
                tokens[^1] = whole.Token;
                i = whole.Last;
            }
        }

        return new EditorText(text, tokens, failures);
    }

    /// <summary>The stretches between tokens that are comments.</summary>
    public IEnumerable<TextSpan> Comments()
    {
        var end = 0;
        foreach (var token in Tokens)
        {
            foreach (var comment in CommentsIn(end, token.Span.Start))
            {
                yield return comment;
            }

            end = token.Span.End;
        }

        foreach (var comment in CommentsIn(end, Text.Length))
        {
            yield return comment;
        }
    }

    /// <summary>Whether a position lies within a comment, a string or another literal, where nothing can be proposed.</summary>
    public bool IsInert(int position) =>
        Comments().Any(comment => comment.Start < position && position <= comment.End)
        || Tokens.Any(token => token.Span.Start < position
            && (position < token.Span.End ? token.Kind is TokenKind.Text or TokenKind.Literal or TokenKind.HugeNumber or TokenKind.Broken
                : position == token.Span.End && token.Kind is TokenKind.Broken or TokenKind.Literal or TokenKind.HugeNumber));

    private IEnumerable<TextSpan> CommentsIn(int start, int end)
    {
        for (var at = Text.IndexOf("//", start, end - start, StringComparison.Ordinal); at >= 0; at = Text.IndexOf("//", at, end - at, StringComparison.Ordinal))
        {
            var line = Text.IndexOf('\n', at, end - at);
            var stop = line < 0 ? end : line;
            yield return new TextSpan(at, stop - at);
            at = stop;
        }
    }

    private static (Token Token, int Last)? Hyphenated(List<Token> tokens, int first)
    {
        var (name, last) = (tokens[first].Text, first);
        while (last + 2 < tokens.Count && tokens[last + 1].Is("-") && tokens[last + 2].Kind == TokenKind.Word
            && tokens[last + 1].Span.Start == tokens[last].Span.End && tokens[last + 2].Span.Start == tokens[last + 1].Span.End)
        {
            name += "-" + tokens[last + 2].Text;
            last += 2;
        }

        return last > first && OperatorHelp.Find(name) is not null
            ? (new Token(TokenKind.Word, name, null, default, TextSpan.Between(tokens[first].Span, tokens[last].Span), false), last)
            : null;
    }
}
