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
        var byName = new Dictionary<string, Expr>(StringComparer.Ordinal);
        foreach (var named in arguments.OfType<NamedExpr>())
        {
            if (!byName.TryAdd(named.Names[0], named.Value))
            {
                throw KqlFailure.Semantic($"'{named.Names[0]}' is given twice.", named.Span);
            }
        }

        var positional = arguments.Where(a => a is not NamedExpr).ToList();
        if (positional.Count > parameters.Count || byName.Keys.Any(n => parameters.All(p => p.Name != n)))
        {
            throw KqlFailure.Semantic($"'{function.Name}' takes {parameters.Count} argument(s).", span);
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = parameters[i];
            var argument = byName.GetValueOrDefault(parameter.Name) ?? (i < positional.Count ? positional[i] : parameter.Default)
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
