using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Editing;

/// <summary>Finds what can stand at a place.</summary>
internal sealed class Completer
{
    private static readonly (string, string)[] Literals =
        [("true", "bool"), ("false", "bool"), ("datetime(", "a moment in UTC"), ("timespan(", "a duration"), ("dynamic(", "a dynamic value")];

    private static readonly string[] OrderWords = ["asc", "desc", "first", "last"];

    private readonly KqlCatalog _catalog;
    private readonly Cursor _cursor;
    private readonly CursorScope _scope;
    private readonly Proposals _proposals;

    private Completer(KqlCatalog catalog, Cursor cursor)
    {
        _catalog = catalog;
        _cursor = cursor;
        _scope = new CursorScope(catalog, cursor);
        _proposals = new Proposals(cursor.Prefix);
    }

    public static KqlCompletions Complete(KqlCatalog catalog, EditorText text, int position)
    {
        if (text.IsInert(position))
        {
            return new KqlCompletions(position, 0, []);
        }

        var cursor = Cursor.At(text, position);
        var completer = new Completer(catalog, cursor);
        completer.Propose(cursor.Frame);
        return new KqlCompletions(cursor.Start, position - cursor.Start, completer._proposals.Best());
    }

    private void Propose(Frame frame)
    {
        if (frame.ExpectsOperator)
        {
            _proposals.AddOperators(OperatorHelp.All.Where(help => help.Name is not ("print" or "range" or "datatable")));
        }
        else if (frame.Last?.Is(".") == true)
        {
            Member(frame);
        }
        else if (frame.Operator is { } help)
        {
            Within(frame, help);
        }
        else
        {
            Elsewhere(frame);
        }
    }

    /// <summary>A place that belongs to no operator of the same brackets.</summary>
    private void Elsewhere(Frame frame)
    {
        switch (frame.Role)
        {
            case FrameRole.Types:
                _proposals.AddTypes();
                break;
            case FrameRole.Declarations when frame.Last?.Is(":") == true:
                _proposals.AddTypes();
                break;
            case FrameRole.Declarations when frame.Head is null && frame.Segment.Count == 0:
                Source();
                break;
            case FrameRole.Declarations:
                break;
            case FrameRole.Properties when frame.Last is null || frame.Last.Is(","):
                _proposals.Add(KqlWords.RenderProperties.Select(property => (property.Name + "=", property.Text)), KqlItemKind.Value);
                break;
            case FrameRole.Properties:
                _proposals.AddColumns(_scope.Rows);
                break;
            case FrameRole.Table when frame.Segment.Count == 0:
                Source();
                break;
            case FrameRole.Statements when frame.Segment.Count == 0:
                Source();
                if (frame.IsLetValue)
                {
                    Values(frame, null);
                }
                else
                {
                    _proposals.Add(KqlWords.Statements, KqlItemKind.Keyword);
                }

                break;
            case FrameRole.Statements when frame.Segment[0].IsWord("declare"):
                _proposals.Add([("query_parameters(", "names values given from outside")], KqlItemKind.Keyword);
                break;
            case FrameRole.Statements when !frame.IsLetValue:
            case FrameRole.Table:
                break;
            case FrameRole.Steps when frame.Segment.Count == 0:
                _proposals.Add([("step", "a step of the sequence")], KqlItemKind.Keyword);
                break;
            default:
                if (frame.Opener?.Is("(") == true && frame.Segment.Count == 0 && frame.Role == FrameRole.Expression)
                {
                    _proposals.AddTables(_catalog);
                }

                Expression(frame, _cursor.Walker.Frames.LastOrDefault(other => other.Operator is not null)?.Operator);
                break;
        }
    }

    /// <summary>A place within an operator, outside of brackets.</summary>
    private void Within(Frame frame, OperatorHelp help)
    {
        var last = frame.Last!;
        if (last.Is("=") && frame.Segment.Count > 2 && frame.Segment[^2].Text is "kind" && help.HasClause("kind"))
        {
            _proposals.Add(Kinds(help.Name), KqlItemKind.Value);
            return;
        }

        var isFirst = frame.Segment.Count == 1;
        switch (help.Name)
        {
            case "render" when isFirst:
                _proposals.Add(KqlWords.RenderKinds, KqlItemKind.Value);
                break;
            case "render":
                _proposals.Add([("with (", "properties of the picture")], KqlItemKind.Keyword, "");
                break;
            case "evaluate" when isFirst:
                _proposals.Add(KqlWords.Plugins.Select(plugin => (plugin.Name + "(", plugin.Text)), KqlItemKind.Function);
                break;
            case "evaluate" or "as" or "count" or "getschema" or "consume":
                break;
            case "invoke":
                _proposals.AddNames(_scope, true, false);
                break;
            case "union":
                Source();
                _proposals.AddClauses(help);
                break;
            case "join" or "lookup" when !frame.Has("on"):
                if (isFirst || (frame.Segment.Count > 2 && frame.Segment[^2].Is("=")))
                {
                    Source();
                }

                _proposals.AddClauses(help);
                break;
            case "join" or "lookup":
                JoinConditions(frame);
                break;
            case "project-away" or "project-keep" or "project-reorder" or "distinct":
                _proposals.AddColumns(_scope.Rows);
                break;
            case "project-rename":
                _proposals.AddColumns(last.Is("=") ? _scope.Rows : null);
                break;
            case "sort" or "order" or "scan" when isFirst:
                _proposals.AddClauses(help);
                break;
            default:
                Expression(frame, help);
                break;
        }
    }

    private static IReadOnlyList<(string Name, string Text)> Kinds(string name) => name switch
    {
        "join" => KqlWords.JoinKinds,
        "lookup" => [("leftouter", "all left rows; the default"), ("inner", "all pairs")],
        "union" => [("outer", "all columns; the default"), ("inner", "common columns")],
        "parse" or "parse-where" => [("simple", "the text as it is; the default"), ("regex", "regular expressions"), ("relaxed", "types need not fit")],
        "mv-expand" => [("bag", "properties as bags; the default"), ("array", "properties as pairs")],
        "make-series" => [("nonempty", "a series for no rows, too")],
        "search" => [("case_sensitive", "case matters"), ("case_insensitive", "case does not matter; the default")],
        _ => [],
    };

    private void Expression(Frame frame, OperatorHelp? help)
    {
        if (EndsValue(frame, help))
        {
            if (frame.Operator is not null)
            {
                _proposals.AddClauses(help!);
            }

            if (!OrderWords.Contains(frame.Last!.Text))
            {
                _proposals.Add(KqlWords.Binary.Select(word => (word.Name, word.Text)), KqlItemKind.Operator);
            }
        }
        else
        {
            Values(frame, help);
            if (frame.Segment.Count == 1 && frame.Operator is { } own)
            {
                _proposals.AddClauses(own);
            }
        }
    }

    /// <summary>Whether the word before is a value, so that an operator must follow.</summary>
    private static bool EndsValue(Frame frame, OperatorHelp? help) => frame.Last is { } last && last.Kind switch
    {
        TokenKind.Literal or TokenKind.Text or TokenKind.HugeNumber => true,
        TokenKind.Sign => last.Text is ")" or "]" || (last.Is("*") && frame.Segment.Count > 1 && frame.Segment[^2].Is(",")),
        TokenKind.Word => OrderWords.Contains(last.Text)
            || (!KqlWords.IsBinary(last.Text) && last.Text != "regex" && !(frame.Operator is not null && (frame.Segment.Count == 1 || help?.HasClause(last.Text) == true))),
        _ => false,
    };

    private void Values(Frame frame, OperatorHelp? help)
    {
        _proposals.AddColumns(_scope.Rows);
        _proposals.AddNames(_scope, false, true);
        var aggregates = AllowsAggregates(help);
        if (aggregates)
        {
            _proposals.AddFunctions(function => function.IsAggregate);
        }

        var inOrder = help?.Name is "extend" or "serialize" or "where" or "project" or "summarize";
        _proposals.AddFunctions(function => (!function.IsAggregate || ScalarCatalog.Find(function.Name) is not null) && (inOrder || !WindowFunctions.IsWindow(function.Name)));
        _proposals.Add(Literals, KqlItemKind.Value, "");
    }

    private bool AllowsAggregates(OperatorHelp? help)
    {
        var at = _cursor.Walker.Frames.ToList().FindLastIndex(frame => frame.Operator is not null);
        if (at < 0 || help is null)
        {
            return false;
        }

        var owner = _cursor.Walker.Frames[at];
        var allowed = help.Name switch
        {
            "summarize" => !owner.Has("by"),
            "make-series" => !owner.Has("on"),
            "top-nested" => owner.Has("by"),
            "evaluate" => true,
            _ => false,
        };
        return allowed && !_cursor.Walker.Frames.Skip(at + 1).Any(frame => frame.Head is { } head && AggregateCatalog.Find(head.Text) is not null);
    }

    private void Source()
    {
        _proposals.AddNames(_scope, true, false);
        _proposals.AddTables(_catalog);
        _proposals.AddOperators(OperatorHelp.All.Where(help => help.IsSource && help.Name is not ("search" or "evaluate")));
    }

    private void JoinConditions(Frame frame)
    {
        if (frame.Last is { } last && !last.IsWord("on") && !last.Is(",") && !last.Is("==") && !last.IsWord("and"))
        {
            _proposals.Add([("==", "equal"), ("and", "both are equal")], KqlItemKind.Operator);
            return;
        }

        var right = _scope.JoinedRows();
        foreach (var column in _scope.Rows?.Columns ?? [])
        {
            if (right is null || right.Find(column.Name) is not null)
            {
                _proposals.Add(column.Name, KqlItemKind.Column, column.Type.Name(), column.Name);
            }
        }

        _proposals.Add("$left", KqlItemKind.Value, "a column of the left side", "$left.");
        _proposals.Add("$right", KqlItemKind.Value, "a column of the right side", "$right.");
    }

    private void Member(Frame frame)
    {
        var owner = frame.Segment.Count > 1 ? frame.Segment[^2].Text : "";
        _proposals.AddColumns(owner == "$left" ? _scope.Rows : owner == "$right" ? _scope.JoinedRows() : null);
    }
}
