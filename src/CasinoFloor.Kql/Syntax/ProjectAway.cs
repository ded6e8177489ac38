namespace CasinoFloor.Kql.Syntax;

internal sealed record ProjectAwaySyntax(IReadOnlyList<NamePattern> Patterns, TextSpan Span) : OperatorSyntax(Span);

/// <summary>A column name in which <c>*</c> stands for any text.</summary>
internal sealed record NamePattern(string Text, TextSpan Span)
{
    public bool HasWildcard => Text.Contains('*');

    public bool Matches(string name)
    {
        if (!HasWildcard)
        {
            return name == Text;
        }

        var parts = Text.Split('*');
        if (!name.StartsWith(parts[0], StringComparison.Ordinal) || name.Length < parts[0].Length + parts[^1].Length
            || !name.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        var position = parts[0].Length;
        var end = name.Length - parts[^1].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, position, end - position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + part.Length;
        }

        return true;
    }
}

internal sealed partial class Parser
{
    private ProjectAwaySyntax ProjectAway(Token first) => new(List(Pattern), SpanFrom(first));

    private NamePattern Pattern()
    {
        var first = Current;
        if (!first.Is("*") && !(Ahead(1).Is("*") && !Ahead(1).SpaceBefore && first.Kind == TokenKind.Word))
        {
            return new NamePattern(Name(), SpanFrom(first));
        }

        var text = "";
        do
        {
            text += Take().Text;
        }
        while (!Current.SpaceBefore && (Current.Is("*") || Current.Kind == TokenKind.Word || (Current.Kind == TokenKind.Literal && Current.Type == KqlType.Long)));
        return new NamePattern(text, SpanFrom(first));
    }
}
