namespace CasinoFloor.Kql.Syntax;

internal sealed record RenderSyntax(string Kind, IReadOnlyDictionary<string, string> Properties, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private RenderSyntax Render(Token first)
    {
        var kind = Name();
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (TryWord("with"))
        {
            Expect("(");
            while (!Current.Is(")"))
            {
                var name = Name();
                Expect("=");
                var value = Render();
                while (Current.Is(",") && !(Ahead(1).Kind == TokenKind.Word && Ahead(2).Is("=")) && !Ahead(1).Is(")"))
                {
                    _index++;
                    value += "," + Render();
                }

                properties[name] = value;
                TrySign(",");
            }

            Expect(")");
        }
        else
        {
            foreach (var (name, value) in Options("title", "kind", "xcolumn", "ycolumns", "series", "xtitle", "ytitle", "xaxis", "yaxis", "legend", "accumulate"))
            {
                properties[name] = value.Text;
            }
        }

        return new RenderSyntax(kind, properties, SpanFrom(first));
    }

    private string Render()
    {
        if (TrySign("-"))
        {
            return "-" + Take().Text;
        }

        return Current.Kind is TokenKind.Word or TokenKind.Text or TokenKind.Literal ? Take().Text : Name();
    }
}
