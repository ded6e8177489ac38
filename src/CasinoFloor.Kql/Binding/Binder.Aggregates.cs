using System.Globalization;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>Aggregate calls, among them those with several results.</content>
internal sealed partial class Binder
{
    private Bound Aggregate(AggregateFunction function, CallExpr call, RowScope row)
    {
        var inner = new RowScope { Input = row.Input };
        if (function.Name is "arg_max" or "arg_min" or "take_any" or "any")
        {
            return RowAggregate(function, call, inner, row.Keys);
        }

        if (function.Name == "count" && call.Arguments is [StarExpr])
        {
            call = call with { Arguments = [] };
        }

        var arguments = call.Arguments.Select(a => Scalar(a, inner)).ToList();
        Check(function, arguments, call.Span);
        Bound? filter = null;
        if (function.Predicate >= 0)
        {
            filter = arguments[function.Predicate];
            arguments.RemoveAt(function.Predicate);
        }

        if (function.Name == "count" && arguments is [{ Type: KqlType.Bool }])
        {
            throw KqlFailure.Unsupported("count() with a condition", call.Span);
        }

        if (AggregateCatalog.IsPercentile(function.Name))
        {
            return Percentiles(function, call, arguments, inner);
        }

        return new BoundAggregate(function, arguments, filter, 0, function.ResultType(arguments), call.Span);
    }

    private static void Check(AggregateFunction function, List<Bound> arguments, TextSpan span)
    {
        var codes = function.Parameters.Replace("?", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
        var optional = function.Parameters.IndexOf('?', StringComparison.Ordinal);
        var minimum = optional < 0 ? codes.Length : optional - 1;
        minimum = function.Predicate > 0 ? Math.Max(minimum, function.Predicate + 1) : minimum;
        if (arguments.Count < minimum || (arguments.Count > codes.Length && !function.Parameters.EndsWith('*')))
        {
            throw KqlFailure.Semantic($"'{function.Name}' takes {minimum} or more argument(s), not {arguments.Count}.", span);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var type = arguments[i].Type;
            var fits = codes[Math.Min(i, codes.Length - 1)] switch
            {
                'b' => type == KqlType.Bool,
                'l' => type.IsInteger(),
                'r' => type.IsNumeric(),
                'u' => type.IsNumeric() || type is KqlType.TimeSpan || (type == KqlType.DateTime && function.Name is "avg" or "avgif"),
                'o' => type is not KqlType.Dynamic,
                'd' => type == KqlType.Dynamic,
                _ => true,
            };
            if (!fits)
            {
                throw KqlFailure.Semantic($"Argument {i + 1} of '{function.Name}' cannot be of type {type.Name()}.", arguments[i].Span);
            }
        }
    }

    private BoundTuple RowAggregate(AggregateFunction function, CallExpr call, RowScope row, IReadOnlyList<Column> keys)
    {
        var input = RequireInput(row, call.Span);
        var names = new List<string>();
        var arguments = new List<Bound>();
        var isArg = function.Name.StartsWith("arg_", StringComparison.Ordinal);
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i] is StarExpr)
            {
                var used = arguments.OfType<BoundColumn>().Select(b => b.Column.Sql).Concat(keys.Select(k => k.Sql)).ToHashSet();
                foreach (var column in input.Columns.Where(c => used.Add(c.Sql)))
                {
                    names.Add(column.Name);
                    arguments.Add(new BoundColumn(column, call.Arguments[i].Span));
                }

                continue;
            }

            var (name, expression) = call.Arguments[i] is NamedExpr named ? (named.Names[0], named.Value) : (ResultName(call.Arguments[i], row), call.Arguments[i]);
            arguments.Add(Scalar(expression, row));
            names.Add(name ?? (isArg ? i == 0 ? function.Name[4..] + "_" : $"{function.Name[4..]}_{names[0]}_arg{i}" : $"any_arg{i}"));
        }

        Check(function, arguments, call.Span);
        if (function.Name == "any" && names.Count == 1)
        {
            names[0] = "any_" + names[0];
        }

        return new BoundTuple(
            [.. arguments.Select((a, i) => (names[i], (Bound)new BoundAggregate(function, arguments, null, i, a.Type, call.Span)))], call.Span);
    }

    private Bound Percentiles(AggregateFunction function, CallExpr call, List<Bound> arguments, RowScope row)
    {
        var type = function.ResultType(arguments);
        var name = ResultName(call.Arguments[0], row) ?? "";
        if (arguments[0].Type is KqlType.String or KqlType.Bool or KqlType.Guid)
        {
            throw KqlFailure.Semantic($"'{function.Name}' cannot be taken of type {arguments[0].Type.Name()}.", arguments[0].Span);
        }

        var weighted = function.Name.StartsWith("percentilew", StringComparison.Ordinal) || function.Name.StartsWith("percentilesw", StringComparison.Ordinal);
        var percentages = AggregateCatalog.Percentages(arguments.Skip(weighted ? 2 : 1));
        if (percentages.Count == 0)
        {
            throw KqlFailure.Semantic($"'{function.Name}' needs a percentage.", call.Span);
        }

        if (type == KqlType.Dynamic)
        {
            return new BoundTuple([($"percentiles_{name}", new BoundAggregate(function, arguments, null, 0, type, call.Span))], call.Span);
        }

        return new BoundTuple(
            [.. percentages.Select((p, i) => ($"percentile_{name}_{p.ToString("R", CultureInfo.InvariantCulture).Replace('.', '_')}",
                (Bound)new BoundAggregate(function, arguments, null, i, type, call.Span)))],
            call.Span);
    }

    /// <summary>The name of an unnamed aggregate column.</summary>
    private string AggregateName(CallExpr call, RowScope row)
    {
        var function = AggregateCatalog.Find(call.Name)!;
        var argument = call.Arguments.Count > 0 ? ResultName(call.Arguments[0], row) : null;
        return function.Prefix.Length == 0 ? argument ?? "" : function.Prefix + argument;
    }
}
