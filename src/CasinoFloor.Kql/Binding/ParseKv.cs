using System.Text.Json;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ParseKv(Rel input, ParseKvSyntax parse)
    {
        var row = new RowScope { Input = input };
        var source = Conversions.ToText(Scalar(parse.Source, row));
        var format = JsonSerializer.Serialize(KeyValueFormat(parse));
        var bag = new BoundColumn(
            Hoist(
                Operators.Call(
                    "parse_kv",
                    KqlType.Dynamic,
                    parse.Span,
                    (e, c) => $"coalesce({e.Udf("parse_kv", KqlType.Dynamic, e.Sql(c.Arguments[0]), e.Parameter(format))}, CAST({Emitter.Refuse("parse-kv of a text whose keys and values do not alternate", c.Span)} AS {Emitter.TypeName(KqlType.Dynamic)}))",
                    source),
                row),
            parse.Span);
        var values = parse.Columns.Select(c => (c.Name, Conversions.To(
            c.Type, Conversions.ToText(Access(bag, new BoundLiteral(c.Name, KqlType.String, parse.Span), parse.Span))))).ToList();
        return WithColumns(row.Input!, input, values);
    }

    private static KeyValueFormat KeyValueFormat(ParseKvSyntax parse)
    {
        var format = new KeyValueFormat("", "", [], "", false, "", [.. parse.Columns.Select(c => c.Name)]);
        foreach (var (name, value, span) in parse.Properties)
        {
            format = (name, value) switch
            {
                ("pair_delimiter", { Length: > 0 }) => format with { Pair = value },
                ("kv_delimiter", { Length: > 0 }) => format with { KeyValue = value },
                ("quote", { Length: 1 or 2 }) => format with { Quotes = [.. format.Quotes, value] },
                ("escape", { Length: 1 }) => format with { Escapes = format.Escapes + value },
                ("greedy", "true" or "false") => format with { IsGreedy = value == "true" },
                ("regex", _) when RegexCache.Get(value) is { } regex => regex.GetGroupNumbers().Length == 3
                    ? format with { Regex = value }
                    : throw KqlFailure.Semantic("The pattern must have a group for the key and a group for the value.", span),
                _ => throw KqlFailure.Semantic($"'{name}' with this value is not a property of parse-kv.", span),
            };
        }

        return (format.Pair.Length == 0) == (format.KeyValue.Length == 0) && (format.Pair.Length > 0 || !format.IsGreedy)
            ? format
            : throw KqlFailure.Semantic("parse-kv needs both delimiters, or none and no greedy.", parse.Span);
    }
}
