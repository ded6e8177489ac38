using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>
/// Gives names and types to a parsed query and makes the relational plan of it. Everything that is wrong with a query, and
/// everything not supported, is found here or in the parser, with its position.
/// </summary>
internal sealed partial class Binder
{
    private const int MaxCallDepth = 40;

    private readonly KqlCatalog _catalog;
    private readonly KqlQuery _query;
    private readonly long _now;
    private readonly IDataProbe? _probe;
    private readonly Dictionary<string, Rel> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expr> _options = new(StringComparer.Ordinal);
    private Scope _scope = new(null);
    private Scope _stored = new(null);
    private int _columns;
    private int _callDepth;
    private int _pipelineDepth;

    /// <summary>Creates a binder for one query.</summary>
    /// <param name="catalog">The tables.</param>
    /// <param name="query">The query, for its parameter values.</param>
    /// <param name="now">The moment of the query, in ticks.</param>
    /// <param name="probe">Answers what a schema that depends on data needs; null when the query is not to be run.</param>
    public Binder(KqlCatalog catalog, KqlQuery query, long now, IDataProbe? probe)
    {
        _catalog = catalog;
        _query = query;
        _now = now;
        _probe = probe;
    }

    public List<KqlParameter> DeclaredParameters { get; } = [];

    public KqlVisualization? Visualization { get; private set; }

    /// <summary>Binds statements in order and answers the relations of each that is tabular; they see the same rows.</summary>
    public List<IReadOnlyList<Rel>> Bind(IReadOnlyList<StatementSyntax> statements)
    {
        var results = new List<IReadOnlyList<Rel>>();
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case LetStatement let:
                    _scope.Declare(let.Name, LetSymbol(let));
                    break;
                case SetStatement { Value: { } value } set:
                    _options[set.Option] = value;
                    break;
                case SetStatement:
                    break;
                case DeclareParametersStatement declare:
                    DeclareParameters(declare);
                    break;
                case ExpressionStatement expression:
                    results.Add(Answers(expression));
                    break;
                default:
                    throw new InvalidOperationException(statement.GetType().Name);
            }
        }

        return results;
    }

    /// <summary>Declares what the catalog stores; nothing of it is bound before a query names it.</summary>
    public void DeclareStored(IReadOnlyList<StatementSyntax> statements)
    {
        var scope = _stored = _scope;
        foreach (var statement in statements)
        {
            if (statement is not LetStatement let)
            {
                throw KqlFailure.Semantic("Only let statements can be stored.", statement.Span);
            }

            scope.Declare(let.Name, let.Value is LambdaExpr ? LetSymbol(let) : new LazySymbol(() => Stored(let, scope)));
        }

        _scope = new Scope(scope);
    }

    private Symbol Stored(LetStatement let, Scope scope)
    {
        var outer = _scope;
        _scope = scope;
        try
        {
            return LetSymbol(let);
        }
        finally
        {
            _scope = outer;
        }
    }

    private Column NewColumn(string name, KqlType type, Storage storage = Storage.Plain) => new(name, type, "c" + ++_columns, storage);

    private string Unknown(string name) => _scope.Find(name) is FunctionSymbol function
        ? $"'{name}' is a function: call it, as {name}({string.Join(", ", function.Lambda.Parameters.Select(parameter => parameter.Signature))})."
        : $"'{name}' is not a known table, function or variable.";

    private Symbol LetSymbol(LetStatement let)
    {
        if (let.Value is LambdaExpr lambda)
        {
            return new FunctionSymbol(lambda, _scope, let.Name);
        }

        return TryTable(let.Value) is { } rel ? new TableSymbol(rel) : new ScalarSymbol(Scalar(let.Value, RowScope.Empty), _pipelineDepth);
    }

    /// <summary>Binds an expression as a table when it is one; null when it is a scalar.</summary>
    private Rel? TryTable(Expr expression)
    {
        switch (expression)
        {
            case PipelineExpr pipeline:
                return Pipeline(pipeline);
            case NameExpr name:
                return Named(_scope, name.Name, name.Span);
            case CallExpr { Name: "materialize", Arguments: [var inner] }:
                return new MaterializeRel(RequireTable(inner));
            case CallExpr { Name: "view", Arguments: [var inner] }:
                return TryTable(inner);
            case CallExpr { Name: "table", Arguments: [LiteralExpr { Value: string table }] } call:
                return Table(table) ?? throw KqlFailure.Semantic(Unknown(table), call.Span);
            case CallExpr { Name: "materialized_view", Arguments: [LiteralExpr { Value: string view }, ..] } call:
                // A view's query runs when it is named: it is never older than any age.
                return TryTable(new NameExpr(view, call.Span)) ?? throw KqlFailure.Semantic(Unknown(view), call.Span);
            case CallExpr { Name: "database" or "cluster" } call:
                throw KqlFailure.Unsupported(call.Name, call.Span);
            case MemberExpr { Target: CallExpr { Name: "database" or "cluster" } target } member:
                RequireOwn(target);
                return Named(_stored, member.Member, member.Span) ?? throw KqlFailure.Semantic(Unknown(member.Member), member.Span);
            case MemberExpr { Target: QualifiedCallExpr { Target: var target } }:
                throw KqlFailure.Unsupported(target.Name, target.Span);
            case QualifiedCallExpr call:
                return Invoke(Stored(call), call.Call.Arguments, RowScope.Empty, call.Call.Span) as Rel;
            case CallExpr call when _scope.Find(call.Name) is FunctionSymbol function:
                return Invoke(function, call.Arguments, RowScope.Empty, call.Span) as Rel;
            default:
                return null;
        }
    }

    /// <summary>What a name alone means as a table.</summary>
    private Rel? Named(Scope scope, string name, TextSpan span) => scope.Find(name) switch
    {
        TableSymbol table => table.Rel,
        ScalarSymbol => null,
        FunctionSymbol { Lambda.Parameters.Count: 0 } function => Invoke(function, [], RowScope.Empty, span) as Rel,
        _ => Table(name),
    };

    /// <summary>The function of the database that a call names, whatever a query calls by the same name.</summary>
    private FunctionSymbol Stored(QualifiedCallExpr call)
    {
        RequireOwn(call.Target);
        return _stored.Find(call.Call.Name) as FunctionSymbol
            ?? throw KqlFailure.Semantic($"'{call.Call.Name}' is not a known function of the database.", call.Call.Span);
    }

    /// <summary>There is one database, and it can be named.</summary>
    private void RequireOwn(CallExpr target)
    {
        if (target is not { Name: "database", Arguments: [LiteralExpr { Value: string database }] })
        {
            throw KqlFailure.Unsupported(target.Name, target.Span);
        }

        if (database != _catalog.Database)
        {
            throw KqlFailure.Semantic($"'{database}' is not a known database.", target.Span);
        }
    }

    private Rel RequireTable(Expr expression) =>
        TryTable(expression) ?? throw KqlFailure.Semantic(expression is NameExpr name ? Unknown(name.Name) : "A table is expected here.", expression.Span);

    private Rel Pipeline(PipelineExpr pipeline)
    {
        _pipelineDepth++;
        var rel = pipeline.Source is null ? null : RequireTable(pipeline.Source);
        foreach (var op in pipeline.Operators)
        {
            rel = rel is null ? SourceOperator(op) : Operator(rel, op);
        }

        _pipelineDepth--;
        return rel!;
    }

    private Rel SourceOperator(OperatorSyntax op) => op switch
    {
        PrintSyntax print => Print(print),
        RangeSyntax range => Range(range),
        DataTableSyntax table => DataTable(table),
        UnionSyntax union => Union(null, union),
        SearchSyntax search => Search(null, search),
        EvaluateSyntax => throw KqlFailure.Unsupported("evaluate without a table before it", op.Span),
        _ => throw KqlFailure.Semantic("This operator needs a table before it.", op.Span),
    };

    private Rel Operator(Rel input, OperatorSyntax op) => op switch
    {
        WhereSyntax where => Where(input, where),
        ProjectSyntax project => Project(input, project),
        ProjectAwaySyntax project => ProjectAway(input, project),
        ProjectKeepSyntax project => ProjectKeep(input, project),
        ProjectRenameSyntax project => ProjectRename(input, project),
        ProjectReorderSyntax project => ProjectReorder(input, project),
        ExtendSyntax extend => Extend(input, extend),
        SummarizeSyntax summarize => Summarize(input, summarize),
        SortSyntax sort => Sort(input, sort),
        TakeSyntax take => Take(input, take),
        TopSyntax top => Top(input, top),
        TopNestedSyntax top => TopNested(input, top),
        TopHittersSyntax top => TopHitters(input, top),
        JoinSyntax join => Join(input, join),
        LookupSyntax lookup => Lookup(input, lookup),
        UnionSyntax union => Union(input, union),
        DistinctSyntax distinct => Distinct(input, distinct),
        CountSyntax count => Count(input, count),
        RenderSyntax render => Render(input, render),
        MvExpandSyntax expand => MvExpand(input, expand),
        MvApplySyntax apply => MvApply(input, apply),
        ParseSyntax parse => Parse(input, parse),
        ParseKvSyntax parse => ParseKv(input, parse),
        MakeSeriesSyntax series => MakeSeries(input, series),
        AsSyntax name => As(input, name),
        SerializeSyntax serialize => Serialize(input, serialize),
        PartitionSyntax partition => Partition(input, partition),
        EvaluateSyntax evaluate => Evaluate(input, evaluate),
        GetSchemaSyntax => GetSchema(input),
        SampleSyntax sample => Sample(input, sample),
        SampleDistinctSyntax sample => SampleDistinct(input, sample),
        SearchSyntax { Tables.Count: 0 } search => Search(input, search),
        ScanSyntax scan => Scan(input, scan),
        InvokeSyntax invoke => Invoke(input, invoke),
        ForkSyntax or FacetSyntax => throw KqlFailure.Semantic("This operator answers several tables: it must be the last of the query.", op.Span),
        _ => throw KqlFailure.Semantic("This operator cannot follow a table.", op.Span),
    };
}

/// <summary>Answers questions about data that a schema depends on, as in <c>pivot</c> and <c>bag_unpack</c>.</summary>
internal interface IDataProbe
{
    /// <summary>The rows of a small helper relation.</summary>
    /// <exception cref="KqlFailure">It cannot be read, or it has too many rows.</exception>
    List<object?[]> Read(Rel rel, TextSpan span);
}
