using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private const int MaxPartitions = 64;

    /// <summary>Runs the body for each value of the key, as Kusto's own strategy does; what values there are is asked first.</summary>
    private Rel Partition(Rel input, PartitionSyntax partition)
    {
        var key = input.Find(partition.Key) ?? throw KqlFailure.Semantic($"'{partition.Key}' is not a column here.", partition.KeySpan);
        if (key.Type == KqlType.Dynamic)
        {
            throw KqlFailure.Semantic("Rows cannot be partitioned by a dynamic value.", partition.KeySpan);
        }

        var shared = new MaterializeRel(input);
        var distinct = new SummarizeRel(shared, [new Item(NewColumn(key.Name, key.Type), new BoundColumn(key, partition.KeySpan))], []);
        var values = _probe?.Read(distinct, partition.KeySpan).Select(r => r[0]).ToList() ?? [null];
        if (values.Count > MaxPartitions)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, $"partition has more than {MaxPartitions} values.", partition.KeySpan);
        }

        // Without rows there is no value to run it for: one run tells the columns, and gives no rows.
        var isEmpty = values.Count == 0;
        var parts = (isEmpty ? [null] : values).Select(value =>
        {
            var constant = Constant(value, key.Type, partition.KeySpan);
            if (partition.Query is { } query)
            {
                return (WithKey(partition.Key, constant, query), "");
            }

            Rel rel = new FilterRel(shared, Operators.Call(
                "is", KqlType.Bool, partition.KeySpan, (e, c) => $"({e.Sql(c.Arguments[0])} IS NOT DISTINCT FROM {e.Sql(c.Arguments[1])})",
                new BoundColumn(key, partition.KeySpan), constant));
            return (partition.Body.Aggregate(rel, Operator), "");
        }).ToList();
        var union = Union(parts, false, null);
        return isEmpty ? new FilterRel(union, new BoundLiteral(false, KqlType.Bool, partition.KeySpan)) : union;
    }

    /// <summary>Binds a query that sees nothing of the rows but the key's value.</summary>
    private Rel WithKey(string name, BoundLiteral value, Expr query)
    {
        var outer = _scope;
        _scope = new Scope(outer);
        _scope.Declare(name, new ScalarSymbol(value));
        try
        {
            return RequireTable(query);
        }
        finally
        {
            _scope = outer;
        }
    }

    /// <summary>A result value as a constant again.</summary>
    private static BoundLiteral Constant(object? value, KqlType type, TextSpan span) => new(
        value switch
        {
            DateTime moment => moment.Ticks,
            TimeSpan length => length.Ticks,
            int number => (long)number,
            null when type == KqlType.String => "",
            _ => value,
        },
        type,
        span);
}
