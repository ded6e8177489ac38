using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>A value that a step's state keeps: a column of the input or a declared one, of the row that a step matched last.</summary>
/// <param name="Step">The number of the step that matched.</param>
/// <param name="Source">The column.</param>
/// <param name="Empty">Its value while there is no match.</param>
internal sealed record ScanValue(int Step, Column Source, Bound Empty);

/// <summary>A step of a scan. Conditions and assignments exist twice: over the state of the step before, which a match takes over, and over the step's own.</summary>
/// <param name="TakesOver">The condition over the state of the step before; null for the first step.</param>
/// <param name="GoesOn">The condition over the step's own state.</param>
/// <param name="Assigned">The value of each declared column in both cases; null where the step assigns none.</param>
/// <param name="Emits">Whether matches are in the result.</param>
internal sealed record ScanStepPlan(Bound? TakesOver, Bound GoesOn, IReadOnlyList<(Bound? TakesOver, Bound GoesOn)?> Assigned, bool Emits);

/// <summary>Rows matched against steps in order, as a state machine; one row for each match.</summary>
internal sealed class ScanRel(
    Rel input, Column number, IReadOnlyList<(Column Column, Bound Default)> declared, IReadOnlyList<ScanStepPlan> steps, IReadOnlyList<ScanValue> values, Column? matchId, Column order)
    : Rel(
        [.. input.Columns, .. declared.Select(d => d.Column), .. matchId is null ? [] : new[] { matchId }],
        new Ordering([new OrderKey(order, false, true)], true, input.Ordering.IsExplicit, true))
{
    public Rel Input { get; } = input;

    /// <summary>The column that numbers the rows from 1 without gaps.</summary>
    public Column Number { get; } = number;

    public IReadOnlyList<(Column Column, Bound Default)> Declared { get; } = declared;

    public IReadOnlyList<ScanStepPlan> Steps { get; } = steps;

    /// <summary>What conditions and assignments ask of the state.</summary>
    public IReadOnlyList<ScanValue> Values { get; } = values;

    public Column? MatchId { get; } = matchId;

    public Column Order { get; } = order;

    /// <summary>The SQL name of a value in the state of a step.</summary>
    public static string StateName(int state, ScanValue value) => $"s{state}_{value.Step}_{value.Source.Sql}";
}

internal sealed partial class Binder
{
    private const int MaxScanSteps = 16;

    private ScanRel Scan(Rel input, ScanSyntax scan)
    {
        if (!input.Ordering.IsSerialized)
        {
            throw KqlFailure.Semantic("'scan' needs rows in order: put sort or serialize before it.", scan.Span);
        }

        if (scan.Steps.Count is 0 or > MaxScanSteps)
        {
            throw KqlFailure.Semantic($"A scan has 1 to {MaxScanSteps} steps.", scan.Span);
        }

        var number = NewColumn("", KqlType.Long);
        var rows = new MaterializeRel(new NumberedRel(input, number));
        var declared = scan.Declared.Select(d => ScanColumn(rows, d)).ToList();
        var values = new List<ScanValue>();
        var names = scan.Steps.Select(s => s.Name).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            throw KqlFailure.Semantic("Two steps of the scan have the same name.", scan.Span);
        }

        var steps = scan.Steps.Select((step, i) => Step(step, i)).ToList();
        var used = rows.Columns.Select(c => c.Name).Concat(declared.Select(d => d.Column.Name)).ToHashSet(StringComparer.Ordinal);
        var id = scan.MatchColumn is null ? null
            : used.Add(scan.MatchColumn) ? NewColumn(scan.MatchColumn, KqlType.Long)
            : throw KqlFailure.Semantic($"The column name '{scan.MatchColumn}' is given twice.", scan.Span);
        return new ScanRel(rows, number, declared, steps, values, id, NewColumn("", KqlType.Long));

        ScanStepPlan Step(ScanStep step, int index)
        {
            var assigned = new (Bound? TakesOver, Bound GoesOn)?[declared.Count];
            foreach (var (name, value) in step.Assignments)
            {
                var place = declared.FindIndex(d => d.Column.Name == name);
                if (place < 0)
                {
                    throw KqlFailure.Semantic($"'{name}' is not a column that the scan declares.", value.Span);
                }

                assigned[place] = Both(index, row => Coerce(Scalar(value, row), declared[place].Column.Type, value.Span));
            }

            var condition = Both(index, row => Condition(step.Condition, row));
            return new ScanStepPlan(condition.TakesOver, condition.GoesOn, assigned, step.Output != "none");
        }

        (Bound? TakesOver, Bound GoesOn) Both(int index, Func<RowScope, Bound> bind) =>
            (index == 0 ? null : bind(State(index, index - 1)), bind(State(index, index)));

        RowScope State(int index, int state) => new()
        {
            Input = rows,
            Member = (owner, member, span) =>
            {
                var step = names.IndexOf(owner);
                if (step < 0)
                {
                    return null;
                }

                if (step > index)
                {
                    throw KqlFailure.Semantic($"The step '{owner}' comes after this one.", span);
                }

                var value = Value(step, member, span);
                return step <= state
                    ? new BoundColumn(value.Source with { Sql = ScanRel.StateName(state, value) }, span)
                    : value.Empty;
            },
        };

        ScanValue Value(int step, string member, TextSpan span)
        {
            var (column, empty) = declared.FirstOrDefault(d => d.Column.Name == member) is { Column: { } own } match ? (own, match.Default)
                : rows.Find(member) is { } source ? (source, new BoundLiteral(source.Type == KqlType.String ? "" : null, source.Type, span))
                : throw KqlFailure.Semantic($"'{member}' is not a column of the scan.", span);
            var value = values.Find(v => v.Step == step && v.Source.Sql == column.Sql);
            if (value is null)
            {
                value = new ScanValue(step, column, empty);
                values.Add(value);
            }

            return value;
        }
    }

    private (Column Column, Bound Default) ScanColumn(Rel rows, ParameterSyntax declared)
    {
        var type = declared.Type ?? throw KqlFailure.Semantic("A scan declares scalar columns.", declared.Span);
        if (rows.Find(declared.Name) is not null)
        {
            throw KqlFailure.Unsupported("scan that declares a column of the input anew", declared.Span);
        }

        var value = declared.Default is null
            ? new BoundLiteral(type == KqlType.String ? "" : null, type, declared.Span)
            : Coerce(Scalar(declared.Default, RowScope.Empty), type, declared.Span);
        return (NewColumn(declared.Name, type), value);
    }
}
