namespace CasinoFloor.Kql.Syntax;

/// <param name="Key">The column whose values part the rows.</param>
/// <param name="KeySpan">Where it stands.</param>
/// <param name="Body">What is done with each part.</param>
/// <param name="Query">A query of its own in place of a body, which sees the key's value as a scalar.</param>
/// <param name="Span">Where the operator stands.</param>
internal sealed record PartitionSyntax(string Key, TextSpan KeySpan, IReadOnlyList<OperatorSyntax> Body, Expr? Query, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private PartitionSyntax Partition(Token first)
    {
        Options();
        ExpectWord("by");
        var keyToken = Current;
        var key = Name();
        if (!TrySign("{"))
        {
            return new PartitionSyntax(key, keyToken.Span, SubPipeline(), null, SpanFrom(first));
        }

        var query = Tabular();
        Expect("}");
        return new PartitionSyntax(key, keyToken.Span, [], query, SpanFrom(first));
    }
}
