using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Rows with their rank within groups.</summary>
internal sealed class RankRel(Rel input, IReadOnlyList<Column> partition, IReadOnlyList<OrderKey> order, Column rank) : Rel(input.Columns, input.Ordering)
{
    public Rel Input { get; } = input;

    public IReadOnlyList<Column> Partition { get; } = partition;

    public IReadOnlyList<OrderKey> Order { get; } = order;

    public Column Rank { get; } = rank;

    public override IReadOnlyList<Column> Hidden => [Rank];
}

internal sealed partial class Binder
{
    private Rel TopNested(Rel input, TopNestedSyntax syntax)
    {
        var row = new RowScope { Input = input };
        var keys = new List<Item>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in syntax.Levels)
        {
            if (level.Others is not null && (syntax.Levels.Count > 1 || level.Count is null))
            {
                throw KqlFailure.Unsupported("top-nested with others at several levels, or without a number", level.Others.Span);
            }

            var value = Values([level.Value], row)[0];
            if (value.Value.Type == KqlType.Dynamic)
            {
                throw KqlFailure.Semantic("Rows cannot be grouped by a dynamic value.", value.Span);
            }

            keys.Add(new Item(NewColumn(Unique(value.Name ?? $"Column{keys.Count + 1}", used), value.Value.Type), value.Value));
        }

        // Every level groups the same rows by one key more, and joins what the level before has kept.
        Rel source = new MaterializeRel(new ProjectRel(
            input, [.. input.Columns.Select(c => new Item(c, new BoundColumn(c, default)))], input.Ordering, keys));
        Rel? kept = null;
        var columns = new List<Column>();
        var order = new List<OrderKey>();
        for (var i = 0; i < syntax.Levels.Count; i++)
        {
            var level = syntax.Levels[i];
            var aggregate = Values([level.Aggregate], new RowScope { Input = input, AllowsAggregates = true })[0];
            if (aggregate.Value is not BoundAggregate)
            {
                throw KqlFailure.Semantic("top-nested needs an aggregate to order by.", aggregate.Span);
            }

            var name = aggregate.IsExplicit ? aggregate.Name! : "aggregated_" + keys[i].Column.Name;
            var measure = new Item(NewColumn(Unique(name, used), aggregate.Value.Type), aggregate.Value);
            var groupKeys = keys.Take(i + 1).Select(k => new Item(NewColumn(k.Column.Name, k.Column.Type), new BoundColumn(k.Column, level.Span))).ToList();
            Rel grouped = new SummarizeRel(source, groupKeys, [measure]);
            var (key, sum) = (groupKeys[i].Column, measure.Column);
            var partition = new List<Column>();
            if (kept is not null)
            {
                var parents = columns.Where((_, c) => c % 2 == 0).ToList();
                var joinKeys = parents.Select((p, k) => new JoinKey(new BoundColumn(p, level.Span), new BoundColumn(groupKeys[k].Column, level.Span))).ToList();
                var outputs = columns.Select(c => (NewColumn(c.Name, c.Type), c, false))
                    .Concat([(NewColumn(key.Name, key.Type), key, true), (NewColumn(sum.Name, sum.Type), sum, true)]).ToList();
                grouped = new JoinRel(kept, grouped, JoinKind.Inner, joinKeys, outputs);
                columns = [.. outputs.Take(columns.Count).Select(o => o.Item1)];
                (key, sum) = (outputs[^2].Item1, outputs[^1].Item1);
                partition = [.. columns.Where((_, c) => c % 2 == 0)];
            }

            columns.AddRange([key, sum]);
            kept = grouped;
            if (level.Count is not null)
            {
                // Equal values are taken from the end of the alphabet first, as the engine was seen to do.
                var rank = NewColumn("", KqlType.Long);
                OrderKey[] by = [new(sum, !level.Ascending, level.Ascending), new(key, true, false)];
                var limit = RowCount(level.Count);
                kept = new FilterRel(
                    new RankRel(grouped, partition, by, rank),
                    Operators.Call("<=", KqlType.Bool, level.Span, (e, c) => $"({e.Sql(c.Arguments[0])} <= {e.Sql(c.Arguments[1])})", new BoundColumn(rank, level.Span), limit));
            }
        }

        for (var i = 0; i < syntax.Levels.Count; i++)
        {
            order.Add(new OrderKey(columns[(i * 2) + 1], !syntax.Levels[i].Ascending, syntax.Levels[i].Ascending));
            order.Add(new OrderKey(columns[i * 2], true, false));
        }

        var top = new ProjectRel(kept!, [.. columns.Select(c => new Item(c, new BoundColumn(c, default)))], new Ordering(order, false, true, false));
        return syntax.Levels[0].Others is { } others ? WithOthers(source, top, keys[0].Column, syntax.Levels[0], others) : top;
    }

    /// <summary>Adds a row with the aggregate over all rows whose value is not among the first ones. What it is when there are none is told nowhere.</summary>
    private UnionRel WithOthers(Rel source, ProjectRel top, Column key, TopNestedLevel level, Expr others)
    {
        var label = Scalar(others, RowScope.Empty);
        if (label is not BoundLiteral || label.Type != key.Type)
        {
            throw KqlFailure.Semantic($"The label of the others must be a constant {key.Type.Name()}.", others.Span);
        }

        var kept = new MaterializeRel(top);
        var rest = new JoinRel(
            source,
            kept,
            JoinKind.LeftAnti,
            [new JoinKey(new BoundColumn(key, level.Span), new BoundColumn(top.Columns[0], level.Span))],
            [.. source.AllColumns.Select(c => (c, c, false))]);
        var aggregate = Values([level.Aggregate], new RowScope { Input = rest, AllowsAggregates = true })[0].Value;
        var guarded = Operators.Call(
            "others",
            aggregate.Type,
            level.Span,
            (e, c) => $"(CASE WHEN {e.Sql(c.Arguments[1])} > 0 THEN {e.Sql(c.Arguments[0])} ELSE CAST({Translation.Emitter.Refuse("top-nested with others when there are none", others.Span)} AS {Translation.Emitter.TypeName(c.Type)}) END)",
            aggregate,
            new BoundAggregate(AggregateCatalog.Find("count")!, [], null, 0, KqlType.Long, level.Span));
        var sum = NewColumn(top.Columns[1].Name, aggregate.Type);
        var grouped = new SummarizeRel(rest, [], [new Item(sum, guarded)]);
        var row = new ProjectRel(
            grouped, [new Item(NewColumn(key.Name, key.Type), label), new Item(sum, new BoundColumn(sum, level.Span))], Ordering.None);
        return Union([(kept, ""), (row, "")], false, null);
    }
}
