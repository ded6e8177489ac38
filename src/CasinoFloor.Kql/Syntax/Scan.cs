namespace CasinoFloor.Kql.Syntax;

/// <param name="Name">The step's name.</param>
/// <param name="Condition">When a row matches the step.</param>
/// <param name="Assignments">What a matching row assigns.</param>
/// <param name="Output">Which rows are emitted: <c>all</c> or <c>none</c>.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ScanStep(string Name, Expr Condition, IReadOnlyList<(string Name, Expr Value)> Assignments, string Output, TextSpan Span);

internal sealed record ScanSyntax(
    string? MatchColumn, IReadOnlyList<ParameterSyntax> Declared, IReadOnlyList<ScanStep> Steps, TextSpan Span)
    : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ScanSyntax Scan(Token first)
    {
        var options = Options("with_match_id");
        if (Current.IsWord("order") || Current.IsWord("partition"))
        {
            throw KqlFailure.Unsupported($"scan {Current.Text} by", Current.Span);
        }

        var declared = new List<ParameterSyntax>();
        if (TryWord("declare"))
        {
            Expect("(");
            declared = List(Parameter);
            Expect(")");
        }

        ExpectWord("with");
        Expect("(");
        var steps = new List<ScanStep>();
        while (!Current.Is(")"))
        {
            steps.Add(ScanStep());
            TrySign(";");
        }

        Expect(")");
        return new ScanSyntax(options.TryGetValue("with_match_id", out var id) ? id.Text : null, declared, steps, SpanFrom(first));
    }

    private ScanStep ScanStep()
    {
        var first = Current;
        ExpectWord("step");
        var name = Name();
        if (TryWord("optional"))
        {
            throw KqlFailure.Unsupported("scan optional step", SpanFrom(first));
        }

        var output = Options("output").TryGetValue("output", out var given) ? given.Text : "all";
        if (output is not ("all" or "none"))
        {
            throw output == "last"
                ? KqlFailure.Unsupported("scan step with output=last", given.Span)
                : KqlFailure.Semantic($"'{output}' is not an output of a step; use all or none.", given.Span);
        }

        Expect(":");
        var condition = Expression();
        var assignments = new List<(string, Expr)>();
        if (TrySign("=>"))
        {
            assignments = List(() =>
            {
                var column = Name();
                Expect("=");
                return (column, Expression());
            });
        }

        return new ScanStep(name, condition, assignments, output, SpanFrom(first));
    }
}
