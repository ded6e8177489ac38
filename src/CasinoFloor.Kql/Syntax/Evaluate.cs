namespace CasinoFloor.Kql.Syntax;

/// <param name="Plugin">Its name.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Schema">The columns it must answer; null when the query does not say.</param>
/// <param name="WithInput">Whether a star stands before them, for the columns of the input.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record EvaluateSyntax(
    string Plugin, IReadOnlyList<Expr> Arguments, IReadOnlyList<(string Name, KqlType Type)>? Schema, bool WithInput, TextSpan Span) : OperatorSyntax(Span);

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
        var withInput = false;
        if (TrySign(":"))
        {
            Expect("(");
            withInput = TrySign("*");
            schema = !withInput || TrySign(",") ? List(ColumnDeclaration) : [];
            Expect(")");
        }

        return new EvaluateSyntax(name, arguments, schema, withInput, SpanFrom(first));
    }
}
