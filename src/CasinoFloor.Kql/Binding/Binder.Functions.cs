using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>Query parameters, and functions declared by <c>let</c>: their body is bound anew at each call.</content>
internal sealed partial class Binder
{
    private void DeclareParameters(DeclareParametersStatement declare)
    {
        foreach (var parameter in declare.Parameters)
        {
            if (parameter.Type is not { } type)
            {
                throw KqlFailure.Semantic("A query parameter must be a scalar.", parameter.Span);
            }

            DeclaredParameters.Add(new KqlParameter(
                parameter.Name, type, parameter.Default is { Span: var span } ? _query.Text.Substring(span.Start, span.Length) : null));
            _scope.Declare(parameter.Name, new ScalarSymbol(ParameterValue(parameter, type)));
        }
    }

    private Bound ParameterValue(ParameterSyntax parameter, KqlType type)
    {
        if (!_query.Parameters.TryGetValue(parameter.Name, out var given))
        {
            if (parameter.Default is not null)
            {
                return Coerce(Scalar(parameter.Default, RowScope.Empty), type, parameter.Span);
            }

            return _probe is null
                ? new BoundLiteral(type == KqlType.String ? "" : null, type, parameter.Span)
                : throw KqlFailure.Semantic($"The query parameter '{parameter.Name}' has no value.", parameter.Span);
        }

        object? value = given switch
        {
            null => type == KqlType.String ? "" : null,
            string text => ParameterText(text, type, parameter),
            DateTime moment => moment.ToUniversalTime().Ticks,
            DateTimeOffset moment => moment.UtcTicks,
            TimeSpan span => span.Ticks,
            int number => (long)number,
            float number => (double)number,
            _ => given,
        };
        var actual = value switch
        {
            long when type is KqlType.DateTime or KqlType.TimeSpan or KqlType.Int => type,
            long => KqlType.Long,
            double => KqlType.Real,
            decimal => KqlType.Decimal,
            bool => KqlType.Bool,
            Guid => KqlType.Guid,
            string when type == KqlType.Dynamic => type,
            string => KqlType.String,
            null => type,
            _ => throw KqlFailure.Semantic($"The value of the query parameter '{parameter.Name}' is of no supported type.", parameter.Span),
        };
        return Coerce(new BoundLiteral(value, actual, parameter.Span), type, parameter.Span);
    }

    private static object? ParameterText(string text, KqlType type, ParameterSyntax parameter)
    {
        if (type == KqlType.String)
        {
            return text;
        }

        try
        {
            // A literal in its own syntax, such as datetime(2024-01-01) or -1d; nothing else is accepted.
            if (Parser.Parse(text) is [ExpressionStatement { Value: LiteralExpr literal }] && (literal.Type == type || (type.IsNumeric() && literal.Type.IsNumeric())))
            {
                return literal.Value;
            }
        }
        catch (KqlFailure)
        {
            // Not a literal of the language; it may still be the plain text of the value.
        }

        if (type == KqlType.Dynamic)
        {
            return DynamicLiteral.Parse(text, parameter.Span);
        }

        return Literals.TryParse(text, type, out var value)
            ? value
            : throw KqlFailure.Semantic($"The value of the query parameter '{parameter.Name}' is not a {type.Name()}.", parameter.Span);
    }

    /// <summary>Binds a function's body with its arguments; answers a <see cref="Rel"/> or a <see cref="Bound"/>.</summary>
    private object Invoke(FunctionSymbol function, IReadOnlyList<Expr> arguments, RowScope row, TextSpan span)
    {
        if (++_callDepth > MaxCallDepth)
        {
            throw new KqlFailure(KqlErrorCodes.TooComplex, $"Calls of '{function.Name}' are nested too deeply.", span);
        }

        var local = new Scope(function.Scope);
        var parameters = function.Lambda.Parameters;
        var given = Given(function, arguments, span);
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            var argument = given[i] ?? parameter.Default
                ?? throw KqlFailure.Semantic($"'{function.Name}' needs a value for '{parameter.Name}'.", span);
            local.Declare(parameter.Name, parameter.Type is { } type
                ? new ScalarSymbol(Coerce(Scalar(argument, row), type, argument.Span), _pipelineDepth)
                : new TableSymbol(TableArgument(argument, parameter)));
        }

        var outerScope = _scope;
        _scope = local;
        try
        {
            foreach (var let in function.Lambda.Body.OfType<LetStatement>())
            {
                _scope.Declare(let.Name, LetSymbol(let));
            }

            return (object?)TryTable(function.Lambda.Result) ?? Scalar(function.Lambda.Result, RowScope.Empty);
        }
        finally
        {
            _scope = outerScope;
            _callDepth--;
        }
    }

    /// <summary>The argument of each parameter, or null; one without a name stands at the place of its parameter, also beside named ones.</summary>
    private static Expr?[] Given(FunctionSymbol function, IReadOnlyList<Expr> arguments, TextSpan span)
    {
        var parameters = function.Lambda.Parameters;
        var given = new Expr?[parameters.Count];
        var inOrder = true;
        for (var i = 0; i < arguments.Count; i++)
        {
            var named = arguments[i] as NamedExpr;
            var at = named is null ? i : Enumerable.Range(0, given.Length).FirstOrDefault(p => parameters[p].Name == named.Names[0], -1);
            if (at < 0 || at >= given.Length)
            {
                throw KqlFailure.Semantic($"'{function.Name}' takes {parameters.Count} argument(s).", span);
            }

            inOrder &= at == i;
            if (named is null && !inOrder)
            {
                throw KqlFailure.Semantic("An argument without a name cannot follow named ones that are out of order.", arguments[i].Span);
            }

            if (given[at] is not null)
            {
                throw KqlFailure.Semantic($"'{parameters[at].Name}' is given twice.", arguments[i].Span);
            }

            given[at] = named is null ? arguments[i] : named.Value;
        }

        return given;
    }

    private Rel TableArgument(Expr argument, ParameterSyntax parameter)
    {
        var rel = RequireTable(argument);
        foreach (var (name, type) in parameter.Columns!)
        {
            if (rel.Find(name) is not { } column || column.Type != type)
            {
                throw KqlFailure.Semantic($"The table given for '{parameter.Name}' must have a column '{name}' of type {type.Name()}.", argument.Span);
            }
        }

        return parameter.Columns.Count == 0 ? rel : Select(rel, [.. parameter.Columns.Select(c => rel.Find(c.Name)!)]);
    }
}
