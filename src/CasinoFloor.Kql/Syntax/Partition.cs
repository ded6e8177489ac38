namespace CasinoFloor.Kql.Syntax;

internal sealed record PartitionSyntax(string Key, TextSpan KeySpan, IReadOnlyList<OperatorSyntax> Body, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private PartitionSyntax Partition(Token first)
    {
        Options();
        ExpectWord("by");
        var keyToken = Current;
        var key = Name();
        if (Current.Is("{"))
        {
            throw KqlFailure.Unsupported("partition with a braced sub-query", Current.Span);
        }

        return new PartitionSyntax(key, keyToken.Span, SubPipeline(), SpanFrom(first));
    }
}
