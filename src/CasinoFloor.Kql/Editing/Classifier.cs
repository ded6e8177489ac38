using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>Gives every word and sign its class, from left to right, in one pass.</summary>
internal sealed class Classifier
{
    private static readonly string[] Statements = ["let", "declare", "set", "alias", "restrict"];

    private readonly KqlCatalog _catalog;
    private readonly EditorText _text;
    private readonly FrameWalker _walker = new();
    private readonly Dictionary<string, KqlTextClass> _names = new(StringComparer.Ordinal);

    private Classifier(KqlCatalog catalog, EditorText text)
    {
        _catalog = catalog;
        _text = text;
    }

    public static IReadOnlyList<KqlSpan> Classify(KqlCatalog catalog, EditorText text)
    {
        var spans = new Classifier(catalog, text).Run();
        spans.AddRange(text.Comments().Select(comment => new KqlSpan(comment.Start, comment.Length, KqlTextClass.Comment)));
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private List<KqlSpan> Run()
    {
        var spans = new List<KqlSpan>(_text.Tokens.Count);
        for (var i = 0; i < _text.Tokens.Count; i++)
        {
            var token = _text.Tokens[i];
            var next = i + 1 < _text.Tokens.Count ? _text.Tokens[i + 1] : null;
            spans.Add(new KqlSpan(token.Span.Start, token.Span.Length, ClassOf(token, next)));
            _walker.Add(token);
        }

        return spans;
    }

    private KqlTextClass ClassOf(Token token, Token? next) => token.Kind switch
    {
        TokenKind.Text => KqlTextClass.Text,
        TokenKind.HugeNumber => KqlTextClass.Number,
        TokenKind.Literal => char.IsAsciiDigit(token.Text[0]) ? KqlTextClass.Number : KqlTextClass.Literal,
        TokenKind.Broken => token.Text[0] is '"' or '\'' or '@' or 'h' or 'H' ? KqlTextClass.Text : KqlTextClass.Error,
        TokenKind.Sign => token.Text is "|" or "(" or ")" or "[" or "]" or "{" or "}" or "," or ";" or ":" or "." ? KqlTextClass.Punctuation : KqlTextClass.Operator,
        _ => Word(token.Text, _walker.Current, next),
    };

    private KqlTextClass Word(string word, Frame frame, Token? next)
    {
        var last = frame.Last;
        if (last?.Is(".") == true)
        {
            return KqlTextClass.Column;
        }

        if (frame.ExpectsOperator)
        {
            return OperatorHelp.Find(word) is null ? KqlTextClass.Error : KqlTextClass.Keyword;
        }

        if (frame.Segment.Count == 0 && frame.Role is FrameRole.Statements && !frame.IsLetValue && Statements.Contains(word) && next?.Is("|") != true)
        {
            return KqlTextClass.Keyword;
        }

        if (frame.Role is FrameRole.Types or FrameRole.Declarations && (frame.Role == FrameRole.Types || last?.Is(":") == true) && KqlTypes.TryParse(word, out _))
        {
            return KqlTextClass.Type;
        }

        if (frame.Segment is [{ Text: "let" }])
        {
            return _names[word] = KqlTextClass.Variable;
        }

        if (frame.Segment is [{ Text: "declare" }] || IsClause(word, frame, next))
        {
            return KqlTextClass.Keyword;
        }

        if (frame.Role == FrameRole.Declarations && next?.Is(":") == true)
        {
            return frame.Head is { Text: "datatable" or "as" } ? KqlTextClass.Column : _names[word] = KqlTextClass.Parameter;
        }

        return KqlWords.IsBinary(word) || word == "regex" ? KqlTextClass.Operator : Name(word, frame, next);
    }

    /// <summary>Whether a word is one of its operator's own, or a value that an option takes.</summary>
    private static bool IsClause(string word, Frame frame, Token? next)
    {
        if (frame.Role is FrameRole.Properties)
        {
            return next?.Is("=") == true;
        }

        if (frame.Role is FrameRole.Steps && word is "step" or "output")
        {
            return true;
        }

        if (frame.Operator is not { } help)
        {
            return frame.Segment.Count == 0 && next?.Is("|") != true && OperatorHelp.Find(word) is { IsSource: true } && frame.Role is FrameRole.Statements or FrameRole.Table
                && (next?.Kind is TokenKind.Word or TokenKind.Text or TokenKind.Literal || next?.Is("(") == true);
        }

        var isOption = next?.Is("=") == true;
        var isFirst = frame.Segment.Count == 1;
        return (help.Name == "render" && (isFirst || word == "with"))
            || (frame.Segment.Count > 2 && frame.Last!.Is("=") && frame.Segment[^2].Text == "kind" && help.HasClause("kind"))
            || (help.HasClause(word) && (!isOption || help.Clauses.Contains(word + "=") || help.Clauses.Any(clause => clause.EndsWith(word + " =", StringComparison.Ordinal))));
    }

    private KqlTextClass Name(string word, Frame frame, Token? next)
    {
        if (word is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" or "null")
        {
            return KqlTextClass.Literal;
        }

        if (next?.Is("(") == true)
        {
            return word == "typeof" ? KqlTextClass.Keyword
                : AggregateCatalog.Find(word) is not null && (ScalarCatalog.Find(word) is null || IsAggregating()) ? KqlTextClass.Aggregate
                : KqlTypes.TryParse(word, out _) ? KqlTextClass.Literal
                : KqlTextClass.Function;
        }

        if (_names.TryGetValue(word, out var known))
        {
            return known;
        }

        var expectsTable = (frame.Segment.Count == 0 && frame.Pipes.Count == 0 && frame.Role is not (FrameRole.Call or FrameRole.Operators))
            || frame.Operator is { Name: "union" } || (frame.Operator is { Name: "join" or "lookup" } && !frame.Has("on"));
        return expectsTable && _catalog.Find(word) is not null ? KqlTextClass.Table : KqlTextClass.Column;
    }

    private bool IsAggregating() => _walker.Frames.LastOrDefault(frame => frame.Operator is not null)?.Operator?.Name is "summarize" or "make-series" or "top-nested" or "evaluate";
}
