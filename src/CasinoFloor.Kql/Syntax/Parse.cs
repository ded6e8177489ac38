namespace CasinoFloor.Kql.Syntax;

/// <summary>A part of a parse pattern: literal text, a star, or a column with its type.</summary>
internal sealed record ParsePart(string? Text, bool IsStar, string? Column, KqlType Type, TextSpan Span);

internal sealed record ParseSyntax(bool Filter, string Kind, string Flags, Expr Source, IReadOnlyList<ParsePart> Parts, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    private ParseSyntax ParseText(Token first, bool filter)
    {
        var options = Options("kind", "flags");
        var kind = options.TryGetValue("kind", out var given) ? given.Text : "simple";
        if (kind is not ("simple" or "regex" or "relaxed"))
        {
            throw KqlFailure.Semantic($"'{kind}' is not a kind of parse; use simple, relaxed or regex.", given.Span);
        }

        if (options.Count == 0 && Current.IsWord("flags"))
        {
            Options("flags");
        }

        var flags = options.TryGetValue("flags", out var text) ? text.Text : "";
        var source = Expression();
        ExpectWord("with");
        var parts = new List<ParsePart>();
        while (Current.Kind is TokenKind.Text or TokenKind.Word || Current.Is("*") || Current.Is("["))
        {
            parts.Add(ParsePart());
        }

        return parts.Count == 0 ? throw Unexpected("a pattern") : new ParseSyntax(filter, kind, flags, source, parts, SpanFrom(first));
    }

    private ParsePart ParsePart()
    {
        var first = Current;
        if (first.Kind == TokenKind.Text)
        {
            _index++;
            return new ParsePart(first.Text, false, null, KqlType.String, first.Span);
        }

        if (TrySign("*"))
        {
            return new ParsePart(null, true, null, KqlType.String, first.Span);
        }

        var name = Name();
        var type = TrySign(":") ? TypeName() : KqlType.String;
        return new ParsePart(null, false, name, type, SpanFrom(first));
    }
}
