namespace CasinoFloor.Kql.Syntax;

/// <content>Finds the operator by its name; each is read in a file of its own.</content>
internal sealed partial class Parser
{
    private static readonly string[] KnownButUnsupported =
        ["consume", "reduce", "find", "externaldata", "graph-match", "make-graph", "graph-to-table", "graph-shortest-paths",
         "graph-mark-components", "assert-schema", "macro-expand", "execute-and-cache", "project-smart"];

    /// <summary>An operator that can begin a query, if one stands here.</summary>
    private OperatorSyntax? SourceOperator()
    {
        var token = Current;
        if (token.Kind != TokenKind.Word)
        {
            return null;
        }

        switch (token.Text)
        {
            case "print" when !Ahead(1).Is("|") && !Ahead(1).Is(";") && !Ahead(1).Is(")") && !Ahead(1).Is(","):
            case "range" when Ahead(1).Kind == TokenKind.Word && Ahead(2).IsWord("from"):
            case "range" when Ahead(1).Is("[") && Ahead(4).IsWord("from"):
            case "datatable" when Ahead(1).Is("("):
            case "union" when Ahead(1).Kind == TokenKind.Word || Ahead(1).Is("(") || Ahead(1).Is("[") || Ahead(1).Is("*"):
            case "search" when Ahead(1).Kind is TokenKind.Text or TokenKind.Word || Ahead(1).Is("*") || Ahead(1).Is("("):
            case "evaluate" when Ahead(1).Kind == TokenKind.Word:
                return Operator();
            case "find" or "externaldata" when Ahead(1).Kind is TokenKind.Word or TokenKind.Text || Ahead(1).Is("("):
                throw KqlFailure.Unsupported(token.Text, token.Span);
            default:
                return null;
        }
    }

    private OperatorSyntax Operator()
    {
        var first = Current;
        if (first.Kind != TokenKind.Word)
        {
            throw Unexpected("an operator");
        }

        _index++;
        var name = first.Text;
        while (Current.Is("-") && !Current.SpaceBefore && Ahead(1).Kind == TokenKind.Word && !Ahead(1).SpaceBefore)
        {
            name += "-" + Ahead(1).Text;
            _index += 2;
        }

        return name switch
        {
            "where" or "filter" => Where(first),
            "project" => Project(first),
            "project-away" => ProjectAway(first),
            "project-keep" => ProjectKeep(first),
            "project-rename" => ProjectRename(first),
            "project-reorder" => ProjectReorder(first),
            "extend" => Extend(first),
            "summarize" => Summarize(first),
            "sort" or "order" => Sort(first),
            "take" or "limit" => Take(first),
            "top" => Top(first),
            "top-nested" => TopNested(first),
            "top-hitters" => TopHitters(first),
            "join" => Join(first),
            "lookup" => Lookup(first),
            "union" => Union(first),
            "distinct" => Distinct(first),
            "count" => Count(first),
            "render" => Render(first),
            "mv-expand" or "mvexpand" => MvExpand(first),
            "mv-apply" => MvApply(first),
            "parse" => ParseText(first, false),
            "parse-where" => ParseText(first, true),
            "parse-kv" => ParseKv(first),
            "make-series" => MakeSeries(first),
            "as" => As(first),
            "print" => Print(first),
            "range" => Range(first),
            "datatable" => DataTable(first),
            "serialize" => Serialize(first),
            "partition" => Partition(first),
            "evaluate" => Evaluate(first),
            "getschema" => GetSchema(first),
            "sample" => Sample(first),
            "sample-distinct" => SampleDistinct(first),
            "search" => Search(first),
            "scan" => Scan(first),
            "invoke" => Invoke(first),
            "fork" => Fork(first),
            "facet" => Facet(first),
            _ when KnownButUnsupported.Contains(name) => throw KqlFailure.Unsupported(name, SpanFrom(first)),
            _ => throw KqlFailure.Syntax($"'{Shorten(name)}' is not an operator.", SpanFrom(first)),
        };
    }

    /// <summary>Reads <c>name=value</c> options such as <c>kind=inner</c>, as long as their names are among those given.</summary>
    private Dictionary<string, (string Text, TextSpan Span)> Options(params string[] names)
    {
        var options = new Dictionary<string, (string, TextSpan)>(StringComparer.Ordinal);
        while (Current.Kind == TokenKind.Word)
        {
            if (Current.Text == "hint" && Ahead(1).Is("."))
            {
                _index += 3;
                Expect("=");
                OptionValue();
            }
            else if (Ahead(1).Is("=") && names.Contains(Current.Text))
            {
                var name = Take().Text;
                _index++;
                options[name] = OptionValue();
            }
            else
            {
                break;
            }
        }

        return options;

        (string, TextSpan) OptionValue() => Current.Kind is TokenKind.Word or TokenKind.Literal or TokenKind.Text
            ? (Current.Text, Take().Span)
            : throw Unexpected("a value");
    }
}
