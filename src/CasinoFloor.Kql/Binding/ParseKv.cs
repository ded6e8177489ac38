using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private ProjectRel ParseKv(Rel input, ParseKvSyntax parse)
    {
        var row = new RowScope { Input = input };
        var source = Conversions.ToText(Scalar(parse.Source, row));
        foreach (var name in parse.Properties.Keys.Where(k => k is not ("pair_delimiter" or "kv_delimiter" or "quote" or "escape" or "greedy")))
        {
            throw KqlFailure.Unsupported("parse-kv with " + name, parse.Span);
        }

        string Option(string name, string otherwise) => parse.Properties.GetValueOrDefault(name, otherwise);
        if (parse.Properties.ContainsKey("escape"))
        {
            throw KqlFailure.Unsupported("parse-kv with escape", parse.Span);
        }

        var (pair, keyValue, quote, greedy) = (Option("pair_delimiter", " "), Option("kv_delimiter", "="), Option("quote", ""), Option("greedy", "false"));
        var bag = new BoundColumn(
            Hoist(
                Operators.Call(
                    "parse_kv",
                    KqlType.Dynamic,
                    parse.Span,
                    (e, c) => e.Udf("parse_kv", KqlType.Dynamic, e.Sql(c.Arguments[0]), e.Parameter(pair), e.Parameter(keyValue), e.Parameter(quote), e.Parameter(greedy)),
                    source),
                row),
            parse.Span);
        var values = parse.Columns.Select(c => (c.Name, Conversions.To(
            c.Type, Conversions.ToText(Access(bag, new BoundLiteral(c.Name, KqlType.String, parse.Span), parse.Span))))).ToList();
        return WithColumns(row.Input!, input, values);
    }
}
