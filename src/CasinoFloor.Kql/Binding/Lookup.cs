using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private JoinRel Lookup(Rel left, LookupSyntax lookup)
    {
        var kind = lookup.Kind?.Text switch
        {
            null or "leftouter" => JoinKind.LeftOuter,
            "inner" => JoinKind.Inner,
            var other => throw KqlFailure.Semantic($"'{other}' is not a kind of lookup; use leftouter or inner.", lookup.Kind!.Value.Span),
        };
        var right = RequireTable(lookup.Right);
        var keys = lookup.Conditions.SelectMany(c => JoinKeys(c, left, right)).ToList();
        var omitted = keys.Select(k => ((BoundColumn)k.Right).Column.Sql).ToHashSet();
        return new JoinRel(left, right, kind, keys, JoinOutputs(left, right, true, true, kind, omitted));
    }
}
