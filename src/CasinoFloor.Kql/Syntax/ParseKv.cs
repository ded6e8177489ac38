namespace CasinoFloor.Kql.Syntax;

/// <param name="Source">The text.</param>
/// <param name="Columns">The keys to extract, with their types.</param>
/// <param name="Properties">What stands after <c>with</c>; quote and escape may come several times.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ParseKvSyntax(Expr Source, IReadOnlyList<(string Name, KqlType Type)> Columns, IReadOnlyList<(string Name, string Value, TextSpan Span)> Properties, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ParseKvSyntax ParseKv(Token first)
    {
        var source = Postfix();
        ExpectWord("as");
        Expect("(");
        var columns = List(ColumnDeclaration);
        Expect(")");
        List<(string, string, TextSpan)> properties = [];
        if (TryWord("with"))
        {
            Expect("(");
            properties = List(Property);
            Expect(")");
        }

        return new ParseKvSyntax(source, columns, properties, SpanFrom(first));
    }

    private (string Name, string Value, TextSpan Span) Property()
    {
        var first = Current;
        var name = Name();
        Expect("=");
        return Current.Kind is TokenKind.Text or TokenKind.Word or TokenKind.Literal
            ? (name, Take().Text, SpanFrom(first))
            : throw Unexpected("a value");
    }
}
