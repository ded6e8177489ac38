namespace CasinoFloor.Kql.Syntax;

/// <summary>
/// A Pratt parser for the language. Every node carries its span; the first error ends the parse. Nesting is bounded, so that no
/// text can exhaust the stack.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 120;
    private const int MaxOperators = 200;

    private readonly List<Token> _tokens;
    private int _index;
    private int _depth;
    private int _operators;

    private Parser(string text, int start) => _tokens = Lexer.Tokenize(text, start);

    /// <param name="text">The text.</param>
    /// <param name="start">Where the query begins in it.</param>
    public static IReadOnlyList<StatementSyntax> Parse(string text, int start = 0) => new Parser(text, start).Statements(isStored: false);

    /// <summary>Stored functions: each may be as large as a query.</summary>
    public static IReadOnlyList<StatementSyntax> ParseStored(string text) => new Parser(text, 0).Statements(isStored: true);

    /// <summary>Checks parameters and body of a function that end the text; answers where the body begins.</summary>
    public static int ParseLambda(string text, int start)
    {
        var parser = new Parser(text, start);
        var body = parser.IsLambda(out var brace) ? parser._tokens[brace].Span.Start : throw parser.Unexpected("parameters in parentheses and a body in braces");
        parser.Lambda(parser.Current);
        return parser.Current.Kind == TokenKind.End ? body : throw parser.Unexpected("the end of the function");
    }

    private List<StatementSyntax> Statements(bool isStored)
    {
        var statements = new List<StatementSyntax>();
        while (Current.Kind != TokenKind.End)
        {
            if (TrySign(";"))
            {
                continue;
            }

            _operators = isStored ? 0 : _operators;
            statements.Add(Statement());
            if (Current.Kind != TokenKind.End)
            {
                Expect(";");
            }
        }

        return statements;
    }

    private Token Current => _tokens[_index];

    private Token Ahead(int count) => _tokens[Math.Min(_index + count, _tokens.Count - 1)];

    private Token Take() => _tokens[_index < _tokens.Count - 1 ? _index++ : _index];

    private bool TrySign(string sign)
    {
        if (!Current.Is(sign))
        {
            return false;
        }

        _index++;
        return true;
    }

    private bool TryWord(string word)
    {
        if (!Current.IsWord(word))
        {
            return false;
        }

        _index++;
        return true;
    }

    private Token Expect(string sign) => Current.Is(sign) ? Take() : throw Unexpected($"'{sign}'");

    private void ExpectWord(string word)
    {
        if (!TryWord(word))
        {
            throw Unexpected($"'{word}'");
        }
    }

    private KqlFailure Unexpected(string expected) => KqlFailure.Syntax(
        Current.Kind == TokenKind.End ? $"The query ends where {expected} is expected." : $"Expected {expected}, found '{Shorten(Current.Text)}'.",
        Current.Span);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private TextSpan SpanFrom(Token first) => TextSpan.Between(first.Span, _tokens[Math.Max(0, _index - 1)].Span);

    private Depth Deeper()
    {
        if (++_depth > MaxDepth)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, "The query is nested too deeply.", Current.Span);
        }

        return new Depth(this);
    }

    private StatementSyntax Statement()
    {
        var first = Current;
        if (first.IsWord("let") && !Ahead(1).Is("|"))
        {
            return Let();
        }

        if (first.IsWord("declare"))
        {
            return Declare();
        }

        if (first.IsWord("set") && Ahead(1).Kind == TokenKind.Word)
        {
            return Set();
        }

        if (first.Kind == TokenKind.Word && first.Text is "alias" or "restrict" && Ahead(1).Kind == TokenKind.Word)
        {
            throw KqlFailure.Unsupported(first.Text, first.Span);
        }

        if (first.Is("."))
        {
            throw KqlFailure.Unsupported("." + Ahead(1).Text, first.Span);
        }

        var value = Tabular();
        return new ExpressionStatement(value, SpanFrom(first));
    }

    /// <summary>A scalar or tabular expression with the operators after it.</summary>
    private Expr Tabular()
    {
        using var depth = Deeper();
        var first = Current;
        var operators = new List<OperatorSyntax>();
        Expr? source = null;
        if (SourceOperator() is { } start)
        {
            operators.Add(start);
        }
        else
        {
            source = Expression();
            if (!Current.Is("|"))
            {
                return source;
            }
        }

        while (TrySign("|"))
        {
            if (++_operators > MaxOperators)
            {
                throw new KqlFailure(KqlErrorCodes.TooComplex, $"The query has more than {MaxOperators} operators.", Current.Span);
            }

            operators.Add(Operator());
        }

        return new PipelineExpr(source, operators, SpanFrom(first));
    }

    /// <summary>A column, table or variable name, plain or as <c>['any text']</c>.</summary>
    private string Name()
    {
        if (Current.Is("[") && Ahead(1).Kind == TokenKind.Text && Ahead(2).Is("]"))
        {
            _index += 3;
            return _tokens[_index - 2].Text;
        }

        if (Current.Kind != TokenKind.Word || Current.Text[0] == '!')
        {
            throw Unexpected("a name");
        }

        return Take().Text;
    }

    private KqlType TypeName()
    {
        var token = Current;
        if (token.Kind == TokenKind.Word && KqlTypes.TryParse(token.Text, out var type))
        {
            _index++;
            return type;
        }

        throw Unexpected("a type");
    }

    private List<T> List<T>(Func<T> item)
    {
        var items = new List<T> { item() };
        while (TrySign(","))
        {
            items.Add(item());
        }

        return items;
    }

    private readonly struct Depth(Parser parser) : IDisposable
    {
        public void Dispose() => parser._depth--;
    }
}
