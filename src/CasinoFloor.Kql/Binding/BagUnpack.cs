using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>Turns the members of a bag into columns; what members there are, and of what types, is asked first.</summary>
    private ProjectRel BagUnpack(Rel input, EvaluateSyntax evaluate)
    {
        var bag = PluginColumn(input, evaluate, 0);
        if (bag.Type != KqlType.Dynamic)
        {
            throw KqlFailure.Semantic("bag_unpack needs a dynamic column.", bag.Span);
        }

        var (prefix, conflict, ignored) = UnpackOptions(evaluate);
        var shared = new MaterializeRel(input);
        if (evaluate.Schema is { } schema)
        {
            return Unpacked(shared, bag, schema, prefix, evaluate);
        }

        var members = Members(shared, bag).Where(m => !ignored.Contains(m.Name)).ToList();
        var items = input.Columns.Where(c => c.Sql != bag.Column.Sql).Select(c => new Item(c, new BoundColumn(c, default))).ToList();
        foreach (var (name, type) in members)
        {
            var item = new Item(NewColumn(prefix + name, type), MemberOf(bag, name, type));
            var existing = items.FindIndex(i => i.Column.Name == item.Column.Name);
            if (existing < 0)
            {
                items.Add(item);
            }
            else if (conflict == "replace_source")
            {
                items[existing] = item;
            }
            else if (conflict == "error")
            {
                throw KqlFailure.Semantic($"bag_unpack finds a member '{item.Column.Name}' where a column of that name exists.", evaluate.Span);
            }
        }

        return new ProjectRel(shared, items, shared.Ordering);
    }

    private static Bound MemberOf(BoundColumn bag, string name, KqlType type) =>
        Conversions.To(type, Access(bag, new BoundLiteral(name, KqlType.String, bag.Span), bag.Span));

    /// <summary>The columns that the query declares: of the input by their names, members for the others.</summary>
    private ProjectRel Unpacked(MaterializeRel shared, BoundColumn bag, IReadOnlyList<(string Name, KqlType Type)> schema, string prefix, EvaluateSyntax evaluate)
    {
        var items = evaluate.WithInput
            ? shared.Columns.Where(c => c.Sql != bag.Column.Sql).Select(c => new Item(c, new BoundColumn(c, default))).ToList()
            : [];
        foreach (var (name, type) in schema)
        {
            var source = shared.Columns.FirstOrDefault(c => c.Name == name && c.Sql != bag.Column.Sql);
            if (items.Any(i => i.Column.Name == name) || (source is not null && source.Type != type) || !name.StartsWith(prefix, StringComparison.Ordinal))
            {
                throw KqlFailure.Semantic($"bag_unpack cannot answer the column '{name}' that is declared.", evaluate.Span);
            }

            items.Add(source is not null
                ? new Item(source, new BoundColumn(source, default))
                : new Item(NewColumn(name, type), MemberOf(bag, name[prefix.Length..], type)));
        }

        return new ProjectRel(shared, items, shared.Ordering);
    }

    private (string Prefix, string Conflict, HashSet<string> Ignored) UnpackOptions(EvaluateSyntax evaluate)
    {
        var (prefix, conflict) = ("", "error");
        var ignored = new HashSet<string>(StringComparer.Ordinal);
        var position = 0;
        foreach (var argument in evaluate.Arguments.Skip(1))
        {
            var (name, expression) = argument is NamedExpr named ? (named.Names[0], named.Value) : (new[] { "OutputColumnPrefix", "columnsConflict", "ignoredProperties" }[Math.Min(position++, 2)], argument);
            switch (name, Scalar(expression, RowScope.Empty))
            {
                case ("OutputColumnPrefix", BoundLiteral { Value: string text }):
                    prefix = text;
                    break;
                case ("columnsConflict", BoundLiteral { Value: "error" or "replace_source" or "keep_source" } kind):
                    conflict = (string)kind.Value!;
                    break;
                case ("ignoredProperties", BoundLiteral { Value: string json, Type: KqlType.Dynamic }):
                    ignored.UnionWith(DynamicAccess.TextElements(json));
                    break;
                default:
                    throw KqlFailure.Semantic("This argument of bag_unpack is not valid.", argument.Span);
            }
        }

        return (prefix, conflict, ignored);
    }

    private List<(string Name, KqlType Type)> Members(Rel shared, BoundColumn bag)
    {
        var signature = Operators.Call("signature", KqlType.String, bag.Span, (e, c) => e.Udf("bag_signature", KqlType.String, e.Sql(c.Arguments[0])), bag);
        var rows = _probe?.Read(new SummarizeRel(shared, [new Item(NewColumn("", KqlType.String), signature)], []), bag.Span) ?? [];
        var types = new SortedDictionary<string, KqlType>(StringComparer.Ordinal);
        foreach (var (name, type) in rows.SelectMany(r => BagSignature.Read((string)r[0]!)))
        {
            types[name] = !types.TryGetValue(name, out var known) || known == type ? type
                : known.IsNumeric() && type.IsNumeric() ? KqlType.Real
                : KqlType.Dynamic;
        }

        return [.. types.Select(t => (t.Key, t.Value))];
    }
}
