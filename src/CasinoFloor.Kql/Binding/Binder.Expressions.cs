using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>Scalar expressions.</content>
internal sealed partial class Binder
{
    /// <summary>Binds an expression that must be one scalar value.</summary>
    private Bound Scalar(Expr expression, RowScope row) => ScalarOrTuple(expression, row) switch
    {
        BoundTuple tuple => tuple.Parts[0].Value,
        var value => value,
    };

    private Bound ScalarOrTuple(Expr expression, RowScope row)
    {
        switch (expression)
        {
            case LiteralExpr literal:
                return new BoundLiteral(literal.Value, literal.Type, literal.Span);
            case NameExpr name:
                return Name(name, row);
            case MemberExpr member:
                return Member(member, row);
            case IndexExpr index:
                return Element(index, row);
            case UnaryExpr unary:
                return Operators.Signed(unary.Operator, Scalar(unary.Operand, row), unary.Span);
            case BinaryExpr binary:
                return Binary(binary, row);
            case BetweenExpr between:
                return Between(between, row);
            case InExpr membership:
                return In(membership, row);
            case CallExpr call:
                return Call(call, row);
            case QualifiedCallExpr call:
                return Invoke(Stored(call), call.Call.Arguments, row, call.Call.Span) as Bound ?? throw KqlFailure.Semantic("A table is not allowed here; use toscalar().", call.Span);
            case NamedExpr named:
                throw KqlFailure.Semantic("A name is not allowed here.", named.Span);
            case StarExpr star:
                throw KqlFailure.Semantic("'*' is not allowed here.", star.Span);
            case TypeofExpr type:
                throw KqlFailure.Semantic("typeof() is not allowed here.", type.Span);
            case PipelineExpr pipeline:
                throw KqlFailure.Semantic("A table is not allowed here; use toscalar().", pipeline.Span);
            default:
                throw KqlFailure.Semantic("A scalar expression is expected here.", expression.Span);
        }
    }

    private Bound Name(NameExpr name, RowScope row)
    {
        if (row.Input?.Find(name.Name) is { } column)
        {
            return new BoundColumn(column, name.Span);
        }

        switch (_scope.Find(name.Name))
        {
            case ScalarSymbol scalar when scalar.Depth < _pipelineDepth && scalar.Value.Contains<BoundColumn>():
                throw KqlFailure.Semantic($"'{name.Name}' depends on a row outside of this query and cannot be used in it.", name.Span);
            case ScalarSymbol scalar:
                return scalar.Value with { Span = name.Span };
            case TableSymbol:
                throw KqlFailure.Semantic($"'{name.Name}' is a table; a scalar is expected here.", name.Span);
            case FunctionSymbol { Lambda.Parameters.Count: 0 } function when Invoke(function, [], row, name.Span) is Bound value:
                return value;
            default:
                throw KqlFailure.Semantic(
                    row.Input is null ? $"'{name.Name}' is not a known variable." : $"'{name.Name}' is not a column or variable here.", name.Span);
        }
    }

    private Bound Member(MemberExpr member, RowScope row)
    {
        if (member.Target is NameExpr owner && row.Member?.Invoke(owner.Name, member.Member, member.Span) is { } special)
        {
            return special;
        }

        return Access(Scalar(member.Target, row), new BoundLiteral(member.Member, KqlType.String, member.Span), member.Span);
    }

    /// <summary>An element of an array or bag, or one of the results of a function that has several.</summary>
    private Bound Element(IndexExpr index, RowScope row) => ScalarOrTuple(index.Target, row) switch
    {
        BoundTuple { Parts: { Count: > 1 } parts } when index.Index is LiteralExpr { Value: long number } && number >= 0 && number < parts.Count => parts[(int)number].Value,
        BoundTuple => throw KqlFailure.Unsupported("an element of a function that has results of its own (give the result a name first)", index.Span),
        var target => Access(target, Scalar(index.Index, row), index.Span),
    };

    private static Bound Access(Bound target, Bound index, TextSpan span)
    {
        if (target.Type != KqlType.Dynamic)
        {
            throw KqlFailure.Semantic($"A value of type {target.Type.Name()} has no members; only dynamic values have.", span);
        }

        if (index.Type is not (KqlType.String or KqlType.Int or KqlType.Long or KqlType.Dynamic))
        {
            throw KqlFailure.Semantic("A member is named by text or by a whole number.", index.Span);
        }

        return new BoundCall(DynamicAccess.Function, [target, index], KqlType.Dynamic, span);
    }

    private Bound Binary(BinaryExpr binary, RowScope row)
    {
        // The tables of operands on both sides: a chain of 'and' and 'or' is walked without deep recursion on its left.
        if (binary.Left is StarExpr)
        {
            return AnyColumn(binary, row);
        }

        return Operators.Bind(binary.Operator, Scalar(binary.Left, row), Scalar(binary.Right, row), binary.Span);
    }

    /// <summary><c>* has "x"</c>: any column matches; for a negated operator none does.</summary>
    private Bound AnyColumn(BinaryExpr binary, RowScope row)
    {
        var columns = row.Input?.Columns ?? throw KqlFailure.Semantic("'*' is not allowed here.", binary.Left.Span);
        var value = Scalar(binary.Right, row);
        var negated = binary.Operator[0] == '!';
        var op = negated ? Operators.Opposite(binary.Operator) : binary.Operator;
        Bound any = new BoundLiteral(false, KqlType.Bool, binary.Span);
        foreach (var column in columns)
        {
            Bound text = new BoundColumn(column, binary.Left.Span);
            text = value.Type == KqlType.String ? Conversions.ToText(text) : text;
            if (value.Type == KqlType.String || column.Type == value.Type || (column.Type.IsNumeric() && value.Type.IsNumeric()))
            {
                any = Operators.Bind("or", any, Operators.Bind(op, text, value, binary.Span), binary.Span);
            }
        }

        return negated ? Operators.Not(any, binary.Span) : any;
    }

    private Bound Between(BetweenExpr between, RowScope row)
    {
        var value = Scalar(between.Value, row);
        var low = Scalar(between.Low, row);
        var high = Scalar(between.High, row);
        if (value.Type == KqlType.DateTime && high.Type == KqlType.TimeSpan)
        {
            high = Operators.Bind("+", low, high, between.Span);
        }

        var inside = Operators.Bind(
            "and", Operators.Bind(">=", value, low, between.Span), Operators.Bind("<=", value, high, between.Span), between.Span);
        return between.Negated ? Operators.Not(inside, between.Span) : inside;
    }

    private Bound In(InExpr expression, RowScope row)
    {
        var value = Scalar(expression.Value, row);
        var op = expression.Operator;
        if (op is "has_any" or "has_all")
        {
            return HasList(expression, Conversions.ToText(value), row);
        }

        var negated = op[0] == '!';
        var ignoreCase = op[^1] == '~';
        if (expression.Items is [var single] && TryTable(single) is { } rel)
        {
            return InTable(value, rel, negated, ignoreCase, expression.Span);
        }

        Bound? any = null;
        foreach (var item in expression.Items)
        {
            var bound = Scalar(item, row);
            var one = bound.Type == KqlType.Dynamic && value.Type != KqlType.Dynamic
                ? DynamicAccess.ContainedIn(value, bound, ignoreCase, expression.Span)
                : Operators.Bind(ignoreCase ? "=~" : "==", value, bound, expression.Span, isMembership: true);
            any = any is null ? one : Operators.Bind("or", any, one, expression.Span);
        }

        any ??= new BoundLiteral(false, KqlType.Bool, expression.Span);
        return negated ? Operators.NotTotal(any, expression.Span) : any;
    }

    private static Bound InTable(Bound value, Rel rel, bool negated, bool ignoreCase, TextSpan span)
    {
        var column = rel.Columns.Count > 0 ? rel.Columns[0] : throw KqlFailure.Semantic("The table has no column.", span);
        if (value.Type == KqlType.Dynamic || column.Type == KqlType.Dynamic || (value.Type != column.Type && !(value.Type.IsNumeric() && column.Type.IsNumeric())))
        {
            throw KqlFailure.Semantic($"Values of type {value.Type.Name()} cannot be found in a column of type {column.Type.Name()}.", span);
        }

        return new BoundInQuery(value, rel, column, negated, ignoreCase, span);
    }

    private Bound HasList(InExpr expression, Bound value, RowScope row)
    {
        Bound? result = null;
        foreach (var item in expression.Items)
        {
            var bound = TryTable(item) is { } rel ? ListOf(rel, item.Span) : Scalar(item, row);
            IEnumerable<Bound> needles = [bound];
            if (bound is BoundLiteral { Type: KqlType.Dynamic, Value: string json })
            {
                needles = DynamicAccess.TextElements(json).Select(t => (Bound)new BoundLiteral(t, KqlType.String, bound.Span));
            }
            else if (bound.Type == KqlType.Dynamic)
            {
                result = Joined(result, HasList(expression, value, bound));
                continue;
            }

            foreach (var needle in needles)
            {
                result = Joined(result, Operators.Bind("has", value, needle, expression.Span));
            }
        }

        return result ?? new BoundLiteral(expression.Operator == "has_all", KqlType.Bool, expression.Span);

        Bound Joined(Bound? left, Bound right) =>
            left is null ? right : Operators.Bind(expression.Operator == "has_any" ? "or" : "and", left, right, expression.Span);
    }

    private static BoundCall HasList(InExpr expression, Bound value, Bound list)
    {
        var mode = expression.Operator == "has_any" ? "'any'" : "'all'";
        return Operators.Call(
            "has_list", KqlType.Bool, expression.Span, (e, c) => e.Udf("has_list", KqlType.Bool, e.Sql(c.Arguments[0]), e.Sql(c.Arguments[1]), mode), value, list);
    }

    /// <summary>The first column of a table as one array.</summary>
    private BoundScalarQuery ListOf(Rel rel, TextSpan span)
    {
        var column = rel.Columns.Count > 0 ? rel.Columns[0] : throw KqlFailure.Semantic("The table has no column.", span);
        var list = new BoundAggregate(AggregateCatalog.Find("make_list")!, [Conversions.ToText(new BoundColumn(column, span))], null, 0, KqlType.Dynamic, span);
        var output = NewColumn("", KqlType.Dynamic);
        return new BoundScalarQuery(new SummarizeRel(rel, [], [new Item(output, list)]), output, span);
    }

    /// <summary>Makes a value of one type where another is declared; whole numbers widen, constants are rewritten.</summary>
    private static Bound Coerce(Bound value, KqlType type, TextSpan span)
    {
        if (value.Type == type)
        {
            return value;
        }

        if (value is BoundLiteral { Value: null })
        {
            return new BoundLiteral(type == KqlType.String ? "" : null, type, span);
        }

        if ((value.Type.IsNumeric() && type.IsNumeric()) || type == KqlType.Dynamic)
        {
            return Conversions.To(type, value);
        }

        if (value is BoundLiteral { Value: string text } && Literals.TryParse(text, type, out var parsed))
        {
            return new BoundLiteral(parsed, type, span);
        }

        throw KqlFailure.Semantic($"A value of type {type.Name()} is expected here, not {value.Type.Name()}.", span);
    }
}
