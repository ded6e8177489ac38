namespace CasinoFloor.Kql.Syntax;

/// <param name="Name">The new name; null to keep the column's.</param>
/// <param name="Value">The array or bag.</param>
/// <param name="Type">The type given by <c>to typeof()</c>.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ExpandItem(string? Name, Expr Value, KqlType? Type, TextSpan Span);

internal sealed record MvExpandSyntax(bool ArrayKind, string? IndexColumn, IReadOnlyList<ExpandItem> Items, Expr? Limit, TextSpan Span) : OperatorSyntax(Span);

internal sealed partial class Parser
{
    /// <summary>The old name of the operator makes no more rows than this of one, unless the query says otherwise.</summary>
    private const long OldLimit = 128;

    private MvExpandSyntax MvExpand(Token first)
    {
        var options = Options("bagexpansion", "kind", "with_itemindex");
        var arrayKind = (options.TryGetValue("kind", out var kind) || options.TryGetValue("bagexpansion", out kind)) && kind.Text == "array";
        if (kind.Text is not (null or "array" or "bag"))
        {
            throw KqlFailure.Semantic($"'{kind.Text}' is not a kind of mv-expand; use bag or array.", kind.Span);
        }

        var index = options.TryGetValue("with_itemindex", out var column) ? column.Text : null;
        var items = List(ExpandItem);
        var limit = TryWord("limit") ? Expression() : first.IsWord("mvexpand") ? new LiteralExpr(OldLimit, KqlType.Long, first.Span) : null;
        return new MvExpandSyntax(arrayKind, index, items, limit, SpanFrom(first));
    }

    private ExpandItem ExpandItem()
    {
        var first = Current;
        var named = Named();
        KqlType? type = null;
        if (TryWord("to"))
        {
            ExpectWord("typeof");
            var types = Typeof().Types;
            type = types.Count == 1 ? types[0] : throw KqlFailure.Semantic("mv-expand needs one type for each column.", SpanFrom(first));
        }

        return named is NamedExpr { Names.Count: 1 } pair
            ? new ExpandItem(pair.Names[0], pair.Value, type, SpanFrom(first))
            : new ExpandItem(null, named, type, SpanFrom(first));
    }
}
