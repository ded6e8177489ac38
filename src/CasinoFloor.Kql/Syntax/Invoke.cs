namespace CasinoFloor.Kql.Syntax;

internal sealed record InvokeSyntax(string Function, IReadOnlyList<Expr> Arguments, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private InvokeSyntax Invoke(Token first)
    {
        var name = Name();
        Expect("(");
        var arguments = Current.Is(")") ? [] : List(Argument);
        Expect(")");
        return new InvokeSyntax(name, arguments, SpanFrom(first));
    }
}
