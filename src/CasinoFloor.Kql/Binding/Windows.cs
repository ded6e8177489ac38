using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal static class WindowFunctions
{
    public static IReadOnlyList<string> Names { get; } =
        ["row_number", "row_cumsum", "row_rank_dense", "row_rank_min", "row_rank", "prev", "next", "row_window_session"];

    public static bool IsWindow(string name) => Names.Contains(name);
}

/// <content>Functions over rows in their order. What one needs of others is worked out in steps before it, in hidden columns.</content>
internal sealed partial class Binder
{
    private Bound Window(CallExpr call, RowScope row)
    {
        var name = call.Name == "row_rank" ? "row_rank_dense" : call.Name;
        if (!row.AllowsWindows)
        {
            throw KqlFailure.Semantic($"'{name}' is not allowed here.", call.Span);
        }

        if (row.Input?.Ordering.IsSerialized != true)
        {
            throw KqlFailure.Semantic($"'{name}' needs rows in order: put sort or serialize before it.", call.Span);
        }

        var arguments = call.Arguments.Select(a => Simple(Scalar(a, row), row)).ToList();
        var (minimum, maximum) = name switch { "row_number" => (0, 2), "prev" or "next" => (1, 3), "row_window_session" => (3, 4), _ => (1, 2) };
        if (arguments.Count < minimum || arguments.Count > maximum)
        {
            throw KqlFailure.Semantic($"'{name}' takes {minimum} to {maximum} arguments.", call.Span);
        }

        if (name is "prev" or "next")
        {
            return Neighbour(name, arguments, row, call.Span);
        }

        if (name == "row_window_session")
        {
            return Session(arguments, row, call.Span);
        }

        var restart = arguments.ElementAtOrDefault(1);
        var partition = restart is null or BoundLiteral { Value: false } ? row.Input!.Ordering.Within : Runs(restart, row);
        var order = TotalOrder(row);
        switch (name)
        {
            case "row_number":
                Bound number = new BoundWindow(WindowKind.RowNumber, null, null, null, partition, order, KqlType.Long, call.Span);
                return arguments.Count == 0 || arguments[0] is BoundLiteral { Value: 1L }
                    ? number
                    : Operators.Bind("-", Operators.Bind("+", number, arguments[0], call.Span), new BoundLiteral(1L, KqlType.Long, call.Span), call.Span);
            case "row_cumsum":
                var type = arguments[0].Type;
                return type.IsNumeric() || type == KqlType.TimeSpan
                    ? new BoundWindow(WindowKind.RunningSum, arguments[0], null, null, partition, order, type, call.Span)
                    : throw KqlFailure.Semantic($"'row_cumsum' cannot add up {type.Name()}.", call.Span);
            default:
                return Rank(name, arguments[0], partition, order, row, call.Span);
        }
    }

    private static BoundWindow Neighbour(string name, List<Bound> arguments, RowScope row, TextSpan span)
    {
        var offset = arguments.ElementAtOrDefault(1);
        if (offset is not null && !offset.Type.IsInteger())
        {
            throw KqlFailure.Semantic("The distance must be a whole number.", offset.Span);
        }

        var otherwise = arguments.Count > 2 ? Coerce(arguments[2], arguments[0].Type, span) : null;
        var order = row.Input!.Ordering.IsTotal ? row.Input.Ordering.Keys[0].Column : null;
        return new BoundWindow(
            name == "prev" ? WindowKind.Lag : WindowKind.Lead, arguments[0], offset, otherwise, row.Input.Ordering.Within, order!, arguments[0].Type, span);
    }

    private Bound Rank(string name, Bound term, Column? partition, Column order, RowScope row, TextSpan span)
    {
        var before = new BoundWindow(WindowKind.Lag, term, null, null, partition, order, term.Type, span);
        var number = new BoundWindow(WindowKind.RowNumber, null, null, null, partition, order, KqlType.Long, span);
        var isMinimum = name == "row_rank_min";
        var begins = Operators.Call(
            "begins",
            KqlType.Long,
            span,
            (e, c) => $"CAST(CASE WHEN {e.Sql(c.Arguments[0])} = 1 OR {e.Sql(c.Arguments[1])} IS DISTINCT FROM {e.Sql(c.Arguments[2])} THEN {(isMinimum ? e.Sql(c.Arguments[0]) : "1")} ELSE 0 END AS BIGINT)",
            number,
            term,
            before);
        var mark = new BoundColumn(Hoist(begins, row), span);
        return new BoundWindow(isMinimum ? WindowKind.RunningMax : WindowKind.RunningSum, mark, null, null, partition, order, KqlType.Long, span);
    }

    /// <summary>Numbers the runs that begin where the condition holds.</summary>
    private Column Runs(Bound restart, RowScope row)
    {
        if (restart.Type != KqlType.Bool)
        {
            throw KqlFailure.Semantic("The restart argument must be a condition.", restart.Span);
        }

        var order = TotalOrder(row);
        var flag = Operators.Call("restart", KqlType.Long, restart.Span, (e, c) => $"CAST(CASE WHEN {e.Sql(c.Arguments[0])} THEN 1 ELSE 0 END AS BIGINT)", WithParts(restart, row)!);
        return Hoist(new BoundWindow(WindowKind.RunningSum, flag, null, null, null, order, KqlType.Long, restart.Span), row);
    }

    /// <summary>A condition to restart that also holds where another part of the rows begins, if they have parts; null for never.</summary>
    private Bound? WithParts(Bound? restart, RowScope row)
    {
        if (row.Input!.Ordering.Within is not { } within)
        {
            return restart;
        }

        var part = new BoundColumn(within, default);
        var before = new BoundWindow(WindowKind.Lag, part, null, null, null, TotalOrder(row), within.Type, default);
        var begins = Operators.Call("begins", KqlType.Bool, default, (e, c) => $"({e.Sql(c.Arguments[0])} IS DISTINCT FROM {e.Sql(c.Arguments[1])})", part, before);
        var first = new BoundColumn(Hoist(begins, row), default);
        return restart is null ? first : Operators.Call("or", KqlType.Bool, default, (e, c) => $"({e.Sql(c.Arguments[0])} OR {e.Sql(c.Arguments[1])})", restart, first);
    }

    private Bound Simple(Bound value, RowScope row)
    {
        if (row.Input is not null)
        {
            TotalOrder(row);
        }

        return value.Contains<BoundWindow>() ? new BoundColumn(Hoist(value, row), value.Span) : value;
    }

    /// <summary>The column that numbers the rows in their order; adds it when there is none yet.</summary>
    private Column TotalOrder(RowScope row)
    {
        var input = row.Input!;
        if (input.Ordering.IsTotal)
        {
            return input.Ordering.Keys[0].Column;
        }

        var column = NewColumn("", KqlType.Long);
        row.Input = new NumberedRel(input, column);
        return column;
    }

    /// <summary>Works a value out in a step of its own, in a column that the query cannot see.</summary>
    private Column Hoist(Bound value, RowScope row)
    {
        var input = row.Input!;
        var column = NewColumn("", value.Type);
        row.Input = new ProjectRel(
            input,
            [.. input.Columns.Select(c => new Item(c, new BoundColumn(c, default)))],
            input.Ordering,
            [.. input.Hidden.Select(c => new Item(c, new BoundColumn(c, default))), new Item(column, value)]);
        return column;
    }
}

/// <summary>Rows with a column that numbers them in their order.</summary>
internal sealed class NumberedRel(Rel input, Column number) : Rel(
    input.Columns, new Ordering([new OrderKey(number, false, true)], input.Ordering.IsSerialized, input.Ordering.IsExplicit, true) { Within = input.Ordering.Within })
{
    public Rel Input { get; } = input;

    public Column Number { get; } = number;

    /// <summary>With the columns of the order before: other functions of the same operator may rest on them.</summary>
    public override IReadOnlyList<Column> Hidden => [.. Input.Hidden, .. Input.Ordering.Keys.Select(k => k.Column)];
}
