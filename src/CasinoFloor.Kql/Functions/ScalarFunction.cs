using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;
using CasinoFloor.Kql.Translation;

namespace CasinoFloor.Kql.Functions;

/// <summary>How an unnamed column that a call forms is named.</summary>
internal enum ResultNaming
{
    None,
    FirstArgument,
    NameAndFirstArgument,
    OnlyArgument,
    Fixed,
}

/// <param name="Syntax">The call.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Names">The name that each argument suggests; null where it suggests none.</param>
internal sealed record TupleCall(CallExpr Syntax, List<Bound> Arguments, IReadOnlyList<string?> Names);

/// <summary>A scalar function: what it accepts, what it answers, and how it is said in SQL.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">
/// One letter for each parameter: s any scalar as text, l whole number, r number as real, n number as it is, b bool, t datetime,
/// p timespan, d dynamic, j any scalar as JSON, x any scalar as it is, g guid. A question mark makes the parameter before it
/// and all after it optional; a star repeats the last.
/// </param>
/// <param name="ResultType">The type of its result.</param>
/// <param name="Emit">Its SQL.</param>
internal sealed record ScalarFunction(
    string Name, string Parameters, Func<IReadOnlyList<Bound>, KqlType> ResultType, Func<Emitter, BoundCall, string> Emit)
{
    public ResultNaming Naming { get; init; }

    /// <summary>What the name of an unnamed column begins with, or is.</summary>
    public string NamePrefix { get; init; } = Name;

    /// <summary>Whether it may answer something else each time it is worked out.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>Binds a function with several named results.</summary>
    public Func<TupleCall, Bound>? Tuple { get; init; }

    /// <summary>The DuckDB TIMESTAMP form of a datetime result, when all it needs can be said in that form.</summary>
    public Func<Emitter, BoundCall, string?>? Timestamp { get; init; }

    public Bound Bind(IReadOnlyList<Bound> arguments, TextSpan span)
    {
        Check(arguments, span);
        var call = new BoundCall(this, arguments, ResultType(arguments), span);
        return Folding.Call(call) ?? call;
    }

    public char ParameterCode(int index)
    {
        var codes = Parameters.Replace("?", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
        return codes.Length == 0 ? 'x' : codes[Math.Min(index, codes.Length - 1)];
    }

    private void Check(IReadOnlyList<Bound> arguments, TextSpan span)
    {
        var codes = Parameters.Replace("?", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
        var optional = Parameters.IndexOf('?', StringComparison.Ordinal);
        var minimum = optional < 0 ? codes.Length : Math.Max(0, optional - 1);
        var maximum = Parameters.EndsWith('*') ? int.MaxValue : codes.Length;
        if (arguments.Count < minimum || arguments.Count > maximum)
        {
            var expected = minimum == maximum ? $"{minimum}" : maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
            throw KqlFailure.Semantic($"'{Name}' takes {expected} argument(s), not {arguments.Count}.", span);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var type = arguments[i].Type;
            var fits = ParameterCode(i) switch
            {
                'l' => type.IsInteger(),
                'r' or 'n' => type.IsNumeric(),
                'b' => type == KqlType.Bool,
                't' => type == KqlType.DateTime,
                'p' => type == KqlType.TimeSpan,
                'd' => type == KqlType.Dynamic,
                'g' => type == KqlType.Guid,
                _ => true,
            };
            if (!fits)
            {
                throw KqlFailure.Semantic($"Argument {i + 1} of '{Name}' cannot be of type {type.Name()}.", arguments[i].Span);
            }
        }
    }
}
