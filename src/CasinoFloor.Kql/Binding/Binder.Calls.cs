using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>Function calls: declared by the query, special forms, aggregates, windows, then the catalogue of scalar functions.</content>
internal sealed partial class Binder
{
    /// <summary>Forms that the catalogue does not have, and that take their arguments unevaluated.</summary>
    private static readonly HashSet<string> SpecialNames = new(StringComparer.Ordinal) { "now", "ago", "toscalar", "materialize", "column_ifexists", "columnifexists", "bin_auto", "estimate_data_size" };

    private Bound Call(CallExpr call, RowScope row)
    {
        if (_scope.Find(call.Name) is FunctionSymbol function)
        {
            return Invoke(function, call.Arguments, row, call.Span) as Bound
                ?? throw KqlFailure.Semantic($"'{call.Name}' answers a table; a scalar is expected here.", call.Span);
        }

        if (Special(call, row) is { } special)
        {
            return special;
        }

        if (AggregateCatalog.Find(call.Name) is { } aggregate && (row.AllowsAggregates || ScalarCatalog.Find(call.Name) is null))
        {
            return row.AllowsAggregates
                ? Aggregate(aggregate, call, row)
                : throw KqlFailure.Semantic($"The aggregate '{call.Name}' is not allowed here.", call.Span);
        }

        if (WindowFunctions.IsWindow(call.Name))
        {
            return Window(call, row);
        }

        if (ScalarCatalog.Find(call.Name) is not { } scalar)
        {
            throw ScalarCatalog.IsKnown(call.Name) ? KqlFailure.Unsupported(call.Name, call.Span)
                : SpecialNames.Contains(call.Name) ? KqlFailure.Semantic($"'{call.Name}' cannot take {call.Arguments.Count} argument(s).", call.Span)
                : KqlFailure.Semantic($"'{call.Name}' is not a known function.", call.Span);
        }

        var arguments = call.Arguments.Select(a => Scalar(a, row)).ToList();
        if (scalar.Tuple is { } tuple)
        {
            return tuple(new TupleCall(call, arguments, [.. call.Arguments.Select(a => ResultName(a, row))]));
        }

        return scalar.Bind(arguments, call.Span);
    }

    private Bound? Special(CallExpr call, RowScope row)
    {
        switch (call.Name)
        {
            case "extract" or "extract_json" or "extractjson" or "percentile_tdigest" when call.Arguments is [.., TypeofExpr { Types: [var type] }]:
                return Conversions.To(type, Call(call with { Arguments = [.. call.Arguments.SkipLast(1)] }, row));
            case "now" when call.Arguments.Count <= 1:
                var moment = new BoundLiteral(_now, KqlType.DateTime, call.Span);
                return call.Arguments.Count == 0 ? moment : Operators.Bind("+", moment, Scalar(call.Arguments[0], row), call.Span);
            case "ago" when call.Arguments.Count == 1:
                return Operators.Bind("-", new BoundLiteral(_now, KqlType.DateTime, call.Span), Scalar(call.Arguments[0], row), call.Span);
            case "toscalar" when call.Arguments.Count == 1:
                return ToScalar(call, row);
            case "materialize" when call.Arguments.Count == 1:
                throw KqlFailure.Semantic("materialize() makes a table; a scalar is expected here.", call.Span);
            case "column_ifexists" or "columnifexists" when call.Arguments.Count == 2:
                var name = (Scalar(call.Arguments[0], row) as BoundLiteral)?.Value as string
                    ?? throw KqlFailure.Semantic("The column name must be a constant.", call.Arguments[0].Span);
                return row.Input?.Find(name) is { } column ? new BoundColumn(column, call.Span) : Scalar(call.Arguments[1], row);
            case "pack_all" when call.Arguments.Count <= 1:
                return PackAll(call, row);
            case "pack_array" when call.Arguments is [StarExpr]:
                return ScalarCatalog.Find("pack_array")!.Bind(
                    [.. RequireInput(row, call.Span).Columns.Select(c => new BoundColumn(c, call.Span))], call.Span);
            case "bag_pack_columns":
                return ScalarCatalog.Find("bag_pack")!.Bind(
                    [.. call.Arguments.SelectMany(a => new[] { new BoundLiteral(ResultName(a, row) ?? "", KqlType.String, a.Span), Scalar(a, row) })], call.Span);
            case "estimate_data_size" when call.Arguments.Count > 0:
                return DataSize(call, row);
            case "ingestion_time" when call.Arguments.Count == 0:
                return IngestionTime(call, row);
            case "current_principal" or "current_cluster_endpoint" or "current_principal_details" or "current_principal_is_member_of":
                throw KqlFailure.Unsupported(call.Name, call.Span);
            case "current_database":
                return new BoundLiteral(_catalog.Database, KqlType.String, call.Span);
            case "bin_auto" when call.Arguments.Count == 1:
                var size = _options.GetValueOrDefault("query_bin_auto_size")
                    ?? throw KqlFailure.Semantic("'bin_auto' needs the size of a bin: write set query_bin_auto_size = 1h; before the query.", call.Span);
                return _options.GetValueOrDefault("query_bin_auto_at") is { } point
                    ? Call(call with { Name = "bin_at", Arguments = [call.Arguments[0], size, point] }, row)
                    : Call(call with { Name = "bin", Arguments = [call.Arguments[0], size] }, row);
            case "assert":
                throw KqlFailure.Unsupported("assert", call.Span);
            case "in" or "union *":
                throw KqlFailure.Semantic("An expression is expected here.", call.Span);
            default:
                return null;
        }
    }

    private static Rel RequireInput(RowScope row, TextSpan span) => row.Input ?? throw KqlFailure.Semantic("There is no row here.", span);

    private Bound ToScalar(CallExpr call, RowScope row)
    {
        if (TryTable(call.Arguments[0]) is not { } rel)
        {
            return Scalar(call.Arguments[0], row);
        }

        var column = rel.Columns.Count > 0 ? rel.Columns[0] : throw KqlFailure.Semantic("The table has no column.", call.Span);
        return new BoundScalarQuery(rel, column, call.Span);
    }

    private static Bound PackAll(CallExpr call, RowScope row)
    {
        var ignoreEmpty = call.Arguments is [LiteralExpr { Value: true }];
        var arguments = new List<Bound> { new BoundLiteral(ignoreEmpty, KqlType.Bool, call.Span) };
        foreach (var column in RequireInput(row, call.Span).Columns)
        {
            arguments.Add(new BoundLiteral(column.Name, KqlType.String, call.Span));
            arguments.Add(new BoundColumn(column, call.Span));
        }

        return ScalarCatalog.Find("pack_all")!.Bind(arguments, call.Span);
    }

    /// <summary>The bytes of the values: of texts their length, of numbers and moments their width. The size of other values is not published.</summary>
    private Bound DataSize(CallExpr call, RowScope row)
    {
        var values = call.Arguments.SelectMany(a => a is StarExpr
            ? RequireInput(row, call.Span).Columns.Select(c => (Bound)new BoundColumn(c, a.Span))
            : [Scalar(a, row)]);
        return values.Select(value => value.Type switch
        {
            KqlType.String => ScalarCatalog.Find("string_size")!.Bind([value], value.Span),
            KqlType.Int => new BoundLiteral(4L, KqlType.Long, value.Span),
            KqlType.Long or KqlType.Real or KqlType.DateTime or KqlType.TimeSpan => new BoundLiteral(8L, KqlType.Long, value.Span),
            _ => throw KqlFailure.Unsupported($"estimate_data_size() of a {value.Type.Name()}", value.Span),
        }).Aggregate((sum, size) => Operators.Bind("+", sum, size, call.Span));
    }

    private static Bound IngestionTime(CallExpr call, RowScope row)
    {
        for (var rel = row.Input; rel is not null; rel = rel switch { FilterRel filter => filter.Input, TakeRel take => take.Input, MaterializeRel rows => rows.Input, _ => null })
        {
            if (rel is TableRel { Ingestion: { } column })
            {
                return new BoundColumn(column, call.Span);
            }
        }

        return new BoundLiteral(null, KqlType.DateTime, call.Span);
    }

    /// <summary>The name a column gets when the query gives none; null when the expression suggests none.</summary>
    private string? ResultName(Expr expression, RowScope row)
    {
        switch (expression)
        {
            case NameExpr name:
                return row.Input?.Find(name.Name) is not null ? name.Name : _scope.Find(name.Name) is ScalarSymbol ? name.Name : null;
            case MemberExpr member:
                return ResultName(member.Target, row) is { } target ? $"{target}_{member.Member}" : member.Member;
            case IndexExpr { Index: LiteralExpr { Value: { } key } } index when key is string or long:
                return ResultName(index.Target, row) is { } owner ? $"{owner}_{key}" : key.ToString();
            case CallExpr { Name: "column_ifexists" or "columnifexists", Arguments: [LiteralExpr { Value: string column }, _] }:
                return row.Input?.Find(column)?.Name;
            case CallExpr { Name: "bin_auto", Arguments: [var binned] }:
                return ResultName(binned, row);
            case CallExpr call when row.AllowsAggregates && AggregateCatalog.Find(call.Name) is not null && _scope.Find(call.Name) is null:
                return AggregateName(call, row) is { Length: > 0 } aggregate ? aggregate : null;
            case CallExpr call when _scope.Find(call.Name) is null && call.Arguments.Count > 0:
                var function = ScalarCatalog.Find(call.Name);
                return function?.Naming switch
                {
                    ResultNaming.FirstArgument => ResultName(call.Arguments[0], row),
                    ResultNaming.NameAndFirstArgument => $"{function.NamePrefix}_{ResultName(call.Arguments[0], row)}",
                    ResultNaming.OnlyArgument when call.Arguments.Count == 1 => ResultName(call.Arguments[0], row),
                    ResultNaming.Fixed => function.NamePrefix,
                    _ => null,
                };
            default:
                return null;
        }
    }
}
