namespace CasinoFloor.Kql.Syntax;

internal sealed record EvaluateSyntax(string Plugin, IReadOnlyList<Expr> Arguments, IReadOnlyList<(string Name, KqlType Type)>? Schema, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private EvaluateSyntax Evaluate(Token first)
    {
        Options();
        var name = Name();
        Expect("(");
        var arguments = Current.Is(")") ? [] : List(Argument);
        Expect(")");
        List<(string, KqlType)>? schema = null;
        if (TrySign(":"))
        {
            Expect("(");
            schema = Current.Is("*") ? throw KqlFailure.Unsupported("output schema with *", Current.Span) : List(ColumnDeclaration);
            Expect(")");
        }

        return new EvaluateSyntax(name, arguments, schema, SpanFrom(first));
    }
}
