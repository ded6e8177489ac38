using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>A typed scalar expression.</summary>
internal abstract record Bound(KqlType Type, TextSpan Span)
{
    /// <summary>The expressions within.</summary>
    public virtual IEnumerable<Bound> Children => [];

    public bool Contains<T>()
        where T : Bound => this is T || Children.Any(c => c.Contains<T>());
}

/// <summary>A constant; see <see cref="LiteralExpr"/> for the form of values.</summary>
internal sealed record BoundLiteral(object? Value, KqlType Type, TextSpan Span) : Bound(Type, Span);

internal sealed record BoundColumn(Column Column, TextSpan Span) : Bound(Column.Type, Span);

internal sealed record BoundCall(ScalarFunction Function, IReadOnlyList<Bound> Arguments, KqlType Type, TextSpan Span) : Bound(Type, Span)
{
    public override IEnumerable<Bound> Children => Arguments;
}

/// <summary>The single value of a table: <c>toscalar(...)</c>.</summary>
internal sealed record BoundScalarQuery(Rel Rel, Column Column, TextSpan Span) : Bound(Column.Type, Span);

/// <summary>Membership in the first column of a table.</summary>
internal sealed record BoundInQuery(Bound Value, Rel Rel, Column Column, bool Negated, bool IgnoreCase, TextSpan Span) : Bound(KqlType.Bool, Span)
{
    public override IEnumerable<Bound> Children => [Value];
}

/// <summary>An aggregate over the rows of a group.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Filter">The condition of an <c>...if</c> form.</param>
/// <param name="Part">Which of its results, when it has several.</param>
/// <param name="Type">The result type.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record BoundAggregate(AggregateFunction Function, IReadOnlyList<Bound> Arguments, Bound? Filter, int Part, KqlType Type, TextSpan Span)
    : Bound(Type, Span)
{
    public override IEnumerable<Bound> Children => Filter is null ? Arguments : Arguments.Append(Filter);
}

internal enum WindowKind
{
    RowNumber,
    Lag,
    Lead,
    RunningSum,
    RunningMax,
}

/// <summary>A function over the rows in their order, perhaps within the runs that <paramref name="Partition"/> numbers.</summary>
internal sealed record BoundWindow(WindowKind Kind, Bound? Value, Bound? Offset, Bound? Default, Column? Partition, Column Order, KqlType Type, TextSpan Span)
    : Bound(Type, Span)
{
    public override IEnumerable<Bound> Children => new[] { Value, Offset, Default }.OfType<Bound>();
}

/// <summary>A function with several named results, such as <c>series_fit_line</c>; only items of project, extend, print and summarize take it whole.</summary>
internal sealed record BoundTuple(IReadOnlyList<(string Name, Bound Value)> Parts, TextSpan Span) : Bound(Parts[0].Value.Type, Span)
{
    public override IEnumerable<Bound> Children => Parts.Select(p => p.Value);
}
