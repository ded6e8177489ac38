using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>What can be named at a place: the columns of the rows there, and declared names. It comes from the binder itself, fed with what is whole.</summary>
internal sealed class CursorScope
{
    private readonly Cursor _cursor;
    private readonly Binder _binder;
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    public CursorScope(KqlCatalog catalog, Cursor cursor)
    {
        _cursor = cursor;
        _binder = new Binder(catalog, new KqlQuery(cursor.Text.Text), 0, null);
        Try(() => _binder.Bind(Parser.Parse(catalog.Functions)));
        foreach (var frame in cursor.Walker.Frames.Where(frame => frame.Role == FrameRole.Statements))
        {
            Declare(frame);
        }

        Rows = Resolve(Pipeline(cursor.Walker.Frames.Count - 1));
    }

    /// <summary>The rows that the operator at hand is given; null where there are none, or the text before it is not sound.</summary>
    public Rel? Rows { get; }

    /// <summary>The rows of the right side of a join whose conditions are being written; null elsewhere.</summary>
    public Rel? JoinedRows() => _cursor.Frame is { Operator.Name: "join" or "lookup" } frame && frame.Segment.FindIndex(token => token.IsWord("on")) is var on and > 0
        ? Resolve([frame.Segment[on - 1].Is(")") ? Slice(frame.LastGroup.Start + 1, frame.LastGroup.End - 1) : frame.Segment[on - 1].Text])
        : null;

    public IEnumerable<(string Name, Symbol Symbol)> Names => _binder.Declared;

    public bool IsParameter(string name) => _parameters.Contains(name);

    private string Slice(int start, int end) => _cursor.Text.Text[start..Math.Max(start, end)];

    private void Declare(Frame frame)
    {
        if (frame.Parameters is { } given)
        {
            Try(() =>
            {
                // The list is written as that of query parameters is; only its parsing is wanted.
                foreach (var parameter in Parser.Parse($"declare query_parameters{Slice(given.Start, given.End)}").OfType<DeclareParametersStatement>().SelectMany(p => p.Parameters))
                {
                    _parameters.Add(parameter.Name);
                    _binder.Assume(parameter);
                }
            });
        }

        foreach (var span in frame.Statements)
        {
            // Blanks before it keep its places, by which the binder finds the text of default values.
            Try(() => _binder.Bind([.. Parser.Parse(new string(' ', span.Start) + Slice(span.Start, span.End)).Where(s => s is not ExpressionStatement)]));
        }

        _parameters.UnionWith(_binder.DeclaredParameters.Select(parameter => parameter.Name));
    }

    /// <summary>The finished steps before a place, as text; empty when there are none.</summary>
    private List<string> Pipeline(int index)
    {
        var frame = _cursor.Walker.Frames[index];
        List<string> outer = frame.Role is FrameRole.Statements or FrameRole.Table || index == 0 ? [] : Outer(index);
        if (frame.Pipes.Count == 0)
        {
            return outer;
        }

        var steps = frame.Role == FrameRole.Operators ? outer : [];
        var start = frame.PipelineStart;
        foreach (var pipe in frame.Pipes)
        {
            steps.Add(Slice(start, pipe));
            start = pipe + 1;
        }

        steps.RemoveAll(string.IsNullOrWhiteSpace);
        return steps;
    }

    private List<string> Outer(int index)
    {
        var steps = Pipeline(index - 1);
        var outer = _cursor.Walker.Frames[index - 1];
        if (_cursor.Walker.Frames[index].Role == FrameRole.Operators && outer.Operator is { Name: "mv-apply" })
        {
            steps.Add("mv-expand " + Slice(outer.Segment[0].Span.End, outer.Last!.Span.Start));
        }

        return steps;
    }

    private Rel? Resolve(List<string> steps)
    {
        if (steps.Count == 0)
        {
            return null;
        }

        if (Bind(string.Join(" | ", steps)) is { } whole)
        {
            return whole;
        }

        // A step that is wrong is passed over: the columns of those after it are still worth proposing.
        var (sound, rows) = (steps[0], Bind(steps[0]));
        foreach (var step in rows is null ? [] : steps.Skip(1))
        {
            if (Bind($"{sound} | {step}") is { } next)
            {
                (sound, rows) = ($"{sound} | {step}", next);
            }
        }

        return rows;
    }

    private Rel? Bind(string text)
    {
        Rel? rows = null;
        Try(() => rows = _binder.Bind([.. Parser.Parse(text).Where(statement => statement is ExpressionStatement)]).LastOrDefault()?[^1]);
        return rows;
    }

    /// <summary>Text that is being written is often wrong; then the editor knows less, and says so elsewhere.</summary>
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (KqlFailure)
        {
            // The diagnostics tell what is wrong, at its place.
        }
    }
}
