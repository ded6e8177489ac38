using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>Rows with the start of the session that each belongs to.</summary>
/// <param name="input">Rows numbered from 1.</param>
/// <param name="number">The column that numbers them.</param>
/// <param name="value">The moment of a row, in ticks.</param>
/// <param name="restarts">Whether a row starts a session whatever its moment is; null for never.</param>
/// <param name="fromFirst">The distance from a session's first moment at which the next begins.</param>
/// <param name="fromNeighbour">The distance from one moment to the next at which the next session begins.</param>
/// <param name="start">The column with the start.</param>
internal sealed class SessionRel(Rel input, Column number, Bound value, Bound? restarts, Bound fromFirst, Bound fromNeighbour, Column start)
    : Rel(input.Columns, input.Ordering)
{
    public Rel Input { get; } = input;

    public Column Number { get; } = number;

    public Bound Value { get; } = value;

    public Bound? Restarts { get; } = restarts;

    public Bound FromFirst { get; } = fromFirst;

    public Bound FromNeighbour { get; } = fromNeighbour;

    public Column Start { get; } = start;

    public override IReadOnlyList<Column> Hidden => [.. Input.Hidden, Start];
}

internal sealed partial class Binder
{
    private BoundColumn Session(List<Bound> arguments, RowScope row, TextSpan span)
    {
        if (arguments[0].Type != KqlType.DateTime)
        {
            throw KqlFailure.Semantic("Argument 1 of 'row_window_session' must be a datetime.", arguments[0].Span);
        }

        foreach (var distance in arguments.Skip(1).Take(2).Where(a => a.Type != KqlType.TimeSpan || a is not BoundLiteral))
        {
            throw KqlFailure.Semantic("The distances of 'row_window_session' must be constant timespans.", distance.Span);
        }

        if (arguments.ElementAtOrDefault(3) is { } restart && restart.Type != KqlType.Bool)
        {
            throw KqlFailure.Semantic("The restart argument must be a condition.", restart.Span);
        }

        // Numbers without gaps, whatever order the rows came in; once, as equal rows may change places each time they are numbered.
        var restarts = WithParts(arguments.ElementAtOrDefault(3), row);
        var number = NewColumn("", KqlType.Long);
        var numbered = new MaterializeRel(new NumberedRel(row.Input!, number));
        var start = NewColumn("", KqlType.DateTime);
        row.Input = new SessionRel(numbered, number, arguments[0], restarts, arguments[1], arguments[2], start);
        return new BoundColumn(start, span);
    }
}
