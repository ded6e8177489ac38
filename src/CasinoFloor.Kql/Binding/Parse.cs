using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private Rel Parse(Rel input, ParseSyntax parse)
    {
        var row = new RowScope { Input = input };
        var source = Conversions.ToText(Scalar(parse.Source, row));
        if (parse.Kind == "regex")
        {
            foreach (var part in parse.Parts.Where(p => p.Text is { Length: > 2000 }))
            {
                throw new KqlFailure(KqlErrorCodes.TooComplex, "The pattern is too long.", part.Span);
            }
        }

        var columns = parse.Parts.Where(p => p.Column is not null).ToList();
        var pattern = ParsePattern.Describe(parse.Kind, parse.Flags, parse.Parts);
        ParsePattern.Validate(pattern, parse.Span);
        var captures = new BoundColumn(
            Hoist(Operators.Call("parse", KqlType.Dynamic, parse.Span, (e, c) => e.Udf("parse", KqlType.Dynamic, e.Parameter(pattern), e.Sql(c.Arguments[0])), source), row),
            parse.Span);
        var rel = row.Input!;
        if (parse.Filter)
        {
            rel = new FilterRel(rel, Operators.Call("matched", KqlType.Bool, parse.Span, (e, c) => $"({e.Sql(c.Arguments[0])} IS NOT NULL)", captures));
        }

        return WithColumns(rel, input, [.. columns.Select((p, i) => (p.Column!, Capture(captures, i, p.Type, p.Span)))]);
    }

    private static Bound Capture(Bound captures, int index, KqlType type, TextSpan span)
    {
        var text = Operators.Call(
            "capture", KqlType.String, span, (e, c) => $"coalesce(json_extract_string({e.Sql(c.Arguments[0])}, '$[{index}]'), '')", captures);
        return Conversions.To(type, text);
    }

    /// <summary>Adds columns, in place of those of the same name.</summary>
    private ProjectRel WithColumns(Rel rel, Rel visible, IReadOnlyList<(string Name, Bound Value)> values)
    {
        var items = visible.Columns.Select(c => new Item(c, new BoundColumn(c, default))).ToList();
        foreach (var (name, value) in values)
        {
            var item = new Item(NewColumn(name, value.Type), value);
            var existing = items.FindIndex(i => i.Column.Name == name);
            if (existing >= 0)
            {
                items[existing] = item;
            }
            else
            {
                items.Add(item);
            }
        }

        return new ProjectRel(rel, items, rel.Ordering);
    }
}
