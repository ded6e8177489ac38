using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace CasinoFloor.Kql.Syntax;

/// <content>Scalar expressions, by precedence.</content>
internal sealed partial class Parser
{
    private static readonly FrozenDictionary<string, int> Precedence = new Dictionary<string, int>
    {
        ["or"] = 1,
        ["and"] = 2,
        ["=="] = 3,
        ["!="] = 3,
        ["<>"] = 3,
        ["in"] = 3,
        ["!in"] = 3,
        ["in~"] = 3,
        ["!in~"] = 3,
        ["between"] = 3,
        ["!between"] = 3,
        ["<"] = 4,
        [">"] = 4,
        ["<="] = 4,
        [">="] = 4,
        ["+"] = 5,
        ["-"] = 5,
        ["*"] = 6,
        ["/"] = 6,
        ["%"] = 6,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> StringOperators = new[]
    {
        "=~", "!~", "has", "!has", "has_cs", "!has_cs", "contains", "!contains", "contains_cs", "!contains_cs", "startswith", "!startswith",
        "startswith_cs", "!startswith_cs", "endswith", "!endswith", "endswith_cs", "!endswith_cs", "hasprefix", "!hasprefix", "hasprefix_cs",
        "!hasprefix_cs", "hassuffix", "!hassuffix", "hassuffix_cs", "!hassuffix_cs", "has_any", "has_all", "matches", "like", "!like",
        "likecs", "!likecs", "notlike", "notcontains", "notcontains_cs",
    }.ToFrozenSet();

    private const int StringPrecedence = 7;

    /// <summary>What binds closer than <c>in</c> does.</summary>
    private const int AboveMembership = 4;
    private int _nesting;

    /// <summary>Whether a word or sign stands between two values.</summary>
    public static bool IsBinaryOperator(string word) => Precedence.ContainsKey(word) || StringOperators.Contains(word);

    private Expr Expression(int minimum = 1)
    {
        using var depth = Deeper();
        var first = Current;
        var left = Unary();
        var grown = 0;
        while (BinaryPrecedence(Current) is var precedence and > 0 && precedence >= minimum)
        {
            // A long chain a+b+c+... is a deep tree too; later stages walk it recursively.
            if (++grown + ++_nesting > 600)
            {
                throw new KqlFailure(KqlErrorCodes.TooComplex, "The expression has too many operators.", Current.Span);
            }

            left = Binary(left, first, precedence);
        }

        _nesting -= grown;
        return left;
    }

    private int BinaryPrecedence(Token token)
    {
        if (_isSearch && token.Is(":"))
        {
            return StringPrecedence;
        }

        if (token.Kind is not (TokenKind.Word or TokenKind.Sign))
        {
            return 0;
        }

        return Precedence.TryGetValue(token.Text, out var precedence) ? precedence : StringOperators.Contains(token.Text) ? StringPrecedence : 0;
    }

    private Expr Binary(Expr left, Token first, int precedence)
    {
        var op = Take();
        switch (op.Text)
        {
            case "between" or "!between":
                Expect("(");
                var low = Expression(5);
                Expect("..");
                var high = Expression(5);
                Expect(")");
                return new BetweenExpr(op.Text[0] == '!', left, low, high, SpanFrom(first));
            case "in" or "!in" or "in~" or "!in~" or "has_any" or "has_all":
                Expect("(");
                var items = Current.Is(")") ? [] : List(Tabular);
                Expect(")");
                return new InExpr(op.Text, left, items, SpanFrom(first));
            case "matches":
                ExpectWord("regex");
                return new BinaryExpr("matches regex", left, Expression(precedence + 1), SpanFrom(first));
            case "like" or "!like" or "likecs" or "!likecs" or "notlike" or "notcontains" or "notcontains_cs":
                throw KqlFailure.Unsupported(op.Text, op.Span);
            default:
                return new BinaryExpr(op.Text == "<>" ? "!=" : op.Text, left, Expression(precedence + 1), SpanFrom(first));
        }
    }

    private Expr Unary()
    {
        var first = Current;
        if (!first.Is("-") && !first.Is("+"))
        {
            return Postfix();
        }

        using var depth = Deeper();
        _index++;
        if (first.Is("-") && Current.Kind == TokenKind.HugeNumber && BigInteger.Parse(Current.Text, CultureInfo.InvariantCulture) == -(BigInteger)long.MinValue)
        {
            _index++;
            return new LiteralExpr(long.MinValue, KqlType.Long, SpanFrom(first));
        }

        var operand = Unary();
        return (first.Text, operand) switch
        {
            ("+", LiteralExpr { Value: long or double or decimal }) => operand,
            ("-", LiteralExpr { Value: long number } literal) when number != long.MinValue && literal.Type != KqlType.Int => literal with { Value = -number, Span = SpanFrom(first) },
            ("-", LiteralExpr { Value: double number } literal) => literal with { Value = -number, Span = SpanFrom(first) },
            ("-", LiteralExpr { Value: decimal number } literal) => literal with { Value = -number, Span = SpanFrom(first) },
            _ => new UnaryExpr(first.Text, operand, SpanFrom(first)),
        };
    }

    private Expr Postfix()
    {
        var first = Current;
        var value = Primary();
        for (var grown = 0; ; grown++)
        {
            if (grown > MaxDepth)
            {
                throw new KqlFailure(KqlErrorCodes.TooComplex, "The path is too long.", Current.Span);
            }

            if (value is CallExpr { Name: "database" or "cluster" } owner && Current.Is(".") && Ahead(1).Kind == TokenKind.Word && Ahead(2).Is("("))
            {
                _index++;
                value = WordExpression(Current) is CallExpr call ? new QualifiedCallExpr(owner, call, SpanFrom(first)) : throw Unexpected("a name");
            }
            else if (Current.Is(".") && (Ahead(1).Kind == TokenKind.Word || Ahead(1).Is("[")))
            {
                _index++;
                value = Current.Is("[") && Ahead(1).Kind != TokenKind.Text ? throw Unexpected("a name") : new MemberExpr(value, Name(), SpanFrom(first));
            }
            else if (Current.Is("[") && value is not LiteralExpr { Type: not KqlType.Dynamic })
            {
                _index++;
                var index = Expression();
                Expect("]");
                value = new IndexExpr(value, index, SpanFrom(first));
            }
            else
            {
                return value;
            }
        }
    }

    private Expr Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                _index++;
                return new LiteralExpr(token.Value, token.Type, token.Span);
            case TokenKind.Text:
                return Text();
            case TokenKind.HugeNumber:
                throw KqlFailure.Syntax($"'{Shorten(token.Text)}' does not fit into a long.", token.Span);
            case TokenKind.Sign when token.Text == "*":
                _index++;
                return new StarExpr(token.Span);
            case TokenKind.Sign when token.Text == "(":
                _index++;
                var inner = Tabular();
                Expect(")");
                return inner;
            case TokenKind.Sign when token.Text == "[" && Ahead(1).Kind == TokenKind.Text && Ahead(2).Is("]"):
                return Current.Is("[") ? new NameExpr(Name(), SpanFrom(token)) : throw Unexpected("a name");
            case TokenKind.Word when token.Text[0] != '!':
                return WordExpression(token);
            default:
                throw Unexpected("an expression");
        }
    }

    private LiteralExpr Text()
    {
        var first = Take();
        var value = first.Text;
        while (Current.Kind == TokenKind.Text)
        {
            value += Take().Text;
        }

        return new LiteralExpr(value, KqlType.String, SpanFrom(first));
    }

    private Expr WordExpression(Token token)
    {
        if (!Ahead(1).Is("("))
        {
            _index++;
            return token.Text switch
            {
                "true" or "True" or "TRUE" => new LiteralExpr(true, KqlType.Bool, token.Span),
                "false" or "False" or "FALSE" => new LiteralExpr(false, KqlType.Bool, token.Span),
                _ => new NameExpr(token.Text, token.Span),
            };
        }

        if (token.Text == "typeof")
        {
            _index++;
            return Typeof();
        }

        _index += 2;
        var arguments = Current.Is(")") ? [] : List(Argument);
        Expect(")");
        return new CallExpr(token.Text, arguments, SpanFrom(token));
    }

    private Expr Argument()
    {
        if (Current.Kind == TokenKind.Word && Ahead(1).Is("=") && Current.Text is not ("and" or "or"))
        {
            return Named();
        }

        return Tabular();
    }

    private TypeofExpr Typeof()
    {
        var first = Current;
        Expect("(");
        var types = List(() => TryName() is { } name && TrySign(":") ? TypeName() : TypeName());
        Expect(")");
        return new TypeofExpr(types, SpanFrom(first));

        string? TryName() => Ahead(1).Is(":") ? Name() : null;
    }

    /// <summary><c>name = expression</c>, <c>(a, b) = expression</c>, or the expression alone.</summary>
    private Expr Named() => Named(1);

    private Expr Named(int minimum)
    {
        var first = Current;
        if (first.Is("(") && TupleNames() is { } names)
        {
            return new NamedExpr(names, Expression(), true, SpanFrom(first));
        }

        var isBracketed = first.Is("[") && Ahead(1).Kind == TokenKind.Text && Ahead(2).Is("]") && Ahead(3).Is("=");
        if (isBracketed || (first.Kind == TokenKind.Word && Ahead(1).Is("=")))
        {
            var name = Name();
            Expect("=");
            return new NamedExpr([name], Expression(minimum), false, SpanFrom(first));
        }

        return Expression(minimum);
    }

    private List<string>? TupleNames()
    {
        var start = _index++;
        var names = new List<string>();
        while (Current.Kind == TokenKind.Word || (Current.Is("[") && Ahead(1).Kind == TokenKind.Text && Ahead(2).Is("]")))
        {
            names.Add(Name());
            if (!TrySign(","))
            {
                break;
            }
        }

        if (names.Count > 0 && Current.Is(")") && Ahead(1).Is("="))
        {
            _index += 2;
            return names;
        }

        _index = start;
        return null;
    }
}
