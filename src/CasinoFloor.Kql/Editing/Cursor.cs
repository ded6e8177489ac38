using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>A place in query text: the word being written, and what lies to the left of it.</summary>
internal sealed class Cursor
{
    private Cursor(EditorText text, int start, int position, FrameWalker walker)
    {
        Text = text;
        Start = start;
        Position = position;
        Walker = walker;
    }

    public EditorText Text { get; }

    /// <summary>Where the word being written begins; the position itself when there is none.</summary>
    public int Start { get; }

    public int Position { get; }

    public FrameWalker Walker { get; }

    public string Prefix => Text.Text[Start..Position];

    public Frame Frame => Walker.Current;

    /// <summary>The token before the word, in the same brackets and after the last pipe; null when there is none.</summary>
    public Token? Previous => Frame.Last;

    public static Cursor At(EditorText text, int position)
    {
        var start = position;
        var count = 0;
        while (count < text.Tokens.Count && text.Tokens[count].Span.Start < position)
        {
            count++;
        }

        if (count > 0 && text.Tokens[count - 1] is { Kind: TokenKind.Word } word && word.Span.End >= position)
        {
            start = word.Span.Start;
            count--;
        }

        var (first, before) = WithHyphens(text, start, count);
        var walker = Walk(text, before);
        return walker.Current.ExpectsOperator
            ? new Cursor(text, first, position, walker)
            : new Cursor(text, start, position, before == count ? walker : Walk(text, count));
    }

    private static FrameWalker Walk(EditorText text, int count)
    {
        var walker = new FrameWalker();
        for (var i = 0; i < count; i++)
        {
            walker.Add(text.Tokens[i]);
        }

        return walker;
    }

    /// <summary>An unfinished <c>project-aw</c> is three tokens, and one word to its writer.</summary>
    private static (int Start, int Count) WithHyphens(EditorText text, int start, int count)
    {
        while (count > 0 && text.Tokens[count - 1] is var token && token.Span.End == start && (token.Kind == TokenKind.Word || token.Is("-")))
        {
            start = token.Span.Start;
            count--;
        }

        return (start, count);
    }
}
