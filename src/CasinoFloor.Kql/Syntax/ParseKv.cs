namespace CasinoFloor.Kql.Syntax;

internal sealed record ParseKvSyntax(Expr Source, IReadOnlyList<(string Name, KqlType Type)> Columns, IReadOnlyDictionary<string, string> Properties, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ParseKvSyntax ParseKv(Token first)
    {
        var source = Postfix();
        ExpectWord("as");
        Expect("(");
        var columns = List(ColumnDeclaration);
        Expect(")");
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (TryWord("with"))
        {
            Expect("(");
            do
            {
                var name = Name();
                Expect("=");
                properties[name] = Current.Kind is TokenKind.Text or TokenKind.Word ? Take().Text : throw Unexpected("a value");
            }
            while (TrySign(","));
            Expect(")");
        }

        return new ParseKvSyntax(source, columns, properties, SpanFrom(first));
    }
}
