namespace CasinoFloor.Kql.Syntax;

/// <content>Statements: <c>let</c>, <c>declare query_parameters</c>, and function bodies.</content>
internal sealed partial class Parser
{
    private LetStatement Let()
    {
        var first = Take();
        var name = Name();
        Expect("=");
        return new LetStatement(name, LetValue(), SpanFrom(first));
    }

    private Expr LetValue()
    {
        var first = Current;
        var isView = first.IsWord("view") && Ahead(1).Is("(");
        if (isView || (first.Is("(") && IsLambda(out _)))
        {
            _index += isView ? 1 : 0;
            return Lambda(first) with { IsView = isView };
        }

        if (first.IsWord("materialize") && Ahead(1).Is("("))
        {
            return Tabular();
        }

        return Tabular();
    }

    /// <summary>Whether the parenthesis here opens a parameter list: its partner is followed by a brace.</summary>
    private bool IsLambda(out int brace)
    {
        brace = -1;
        var depth = 0;
        for (var i = 0; _index + i < _tokens.Count; i++)
        {
            var token = Ahead(i);
            if (token.Kind == TokenKind.End)
            {
                return false;
            }

            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth == 0)
            {
                brace = Math.Min(_index + i + 1, _tokens.Count - 1);
                return _tokens[brace].Is("{");
            }
        }

        return false;
    }

    private LambdaExpr Lambda(Token first)
    {
        using var depth = Deeper();
        Expect("(");
        var parameters = Current.Is(")") ? [] : List(Parameter);
        Expect(")");
        Expect("{");
        var body = new List<StatementSyntax>();
        while (Current.IsWord("let"))
        {
            body.Add(Let());
            Expect(";");
        }

        var result = Tabular();
        TrySign(";");
        Expect("}");
        return new LambdaExpr(parameters, body, result, SpanFrom(first));
    }

    private ParameterSyntax Parameter()
    {
        var first = Current;
        var name = Name();
        Expect(":");
        if (TrySign("("))
        {
            List<(string, KqlType)>? columns = null;
            if (!TrySign("*"))
            {
                columns = List(ColumnDeclaration);
            }

            Expect(")");
            return new ParameterSyntax(name, null, columns ?? [], null, SpanFrom(first));
        }

        var type = TypeName();
        var value = TrySign("=") ? Expression() : null;
        return new ParameterSyntax(name, type, null, value, SpanFrom(first));
    }

    private (string Name, KqlType Type) ColumnDeclaration()
    {
        var name = Name();
        Expect(":");
        return (name, TypeName());
    }

    /// <summary>Options that only say how a query is to be run, and the size of automatic bins; others that change answers or limits are refused.</summary>
    private SetStatement Set()
    {
        var first = Take();
        var option = Take().Text;
        var value = TrySign("=") ? Expression() : null;
        if (option is "query_bin_auto_size" or "query_bin_auto_at")
        {
            return value is null
                ? throw KqlFailure.Syntax($"'{option}' needs a value: write set {option} = value;.", SpanFrom(first))
                : new SetStatement(option, value, SpanFrom(first));
        }

        return option is "notruncation" or "norequesttimeout" or "query_results_cache_max_age" or "query_results_cache_force_refresh" or "query_consistency" or "querytrace"
            or "request_app_name" or "request_user" or "request_description" or "request_readonly" or "query_datascope" or "maxmemoryconsumptionperiterator"
            or "max_memory_consumption_per_query_per_node" or "query_fanout_nodes_percent" or "query_fanout_threads_percent" or "query_force_row_level_security"
            ? new SetStatement(option, null, SpanFrom(first))
            : throw KqlFailure.Unsupported("set " + Shorten(option), SpanFrom(first));
    }

    private DeclareParametersStatement Declare()
    {
        var first = Take();
        if (!TryWord("query_parameters"))
        {
            throw KqlFailure.Unsupported("declare " + Current.Text, SpanFrom(first));
        }

        Expect("(");
        var parameters = List(Parameter);
        Expect(")");
        return new DeclareParametersStatement(parameters, SpanFrom(first));
    }
}
