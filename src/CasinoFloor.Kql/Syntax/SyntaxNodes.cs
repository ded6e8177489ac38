namespace CasinoFloor.Kql.Syntax;

internal abstract record SyntaxNode(TextSpan Span);

/// <param name="Span">Where it stands.</param>
internal abstract record Expr(TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// A constant. Values: bool, long (long, and int in range), double, decimal, string, Guid; datetime and timespan as long ticks;
/// dynamic as JSON text; null.
/// </summary>
internal sealed record LiteralExpr(object? Value, KqlType Type, TextSpan Span) : Expr(Span);

internal sealed record NameExpr(string Name, TextSpan Span) : Expr(Span);

internal sealed record StarExpr(TextSpan Span) : Expr(Span);

internal sealed record MemberExpr(Expr Target, string Member, TextSpan Span) : Expr(Span);

internal sealed record IndexExpr(Expr Target, Expr Index, TextSpan Span) : Expr(Span);

/// <summary>A call of what another thing holds: <c>database("name").function(1)</c>.</summary>
internal sealed record QualifiedCallExpr(CallExpr Target, CallExpr Call, TextSpan Span) : Expr(Span);

internal sealed record CallExpr(string Name, IReadOnlyList<Expr> Arguments, TextSpan Span) : Expr(Span);

internal sealed record UnaryExpr(string Operator, Expr Operand, TextSpan Span) : Expr(Span);

internal sealed record BinaryExpr(string Operator, Expr Left, Expr Right, TextSpan Span) : Expr(Span);

internal sealed record BetweenExpr(bool Negated, Expr Value, Expr Low, Expr High, TextSpan Span) : Expr(Span);

/// <summary><c>in</c>, <c>!in</c>, <c>in~</c>, <c>!in~</c>, <c>has_any</c>, <c>has_all</c>.</summary>
internal sealed record InExpr(string Operator, Expr Value, IReadOnlyList<Expr> Items, TextSpan Span) : Expr(Span);

/// <summary><c>name = value</c> or <c>(a, b) = value</c>.</summary>
internal sealed record NamedExpr(IReadOnlyList<string> Names, Expr Value, bool IsTuple, TextSpan Span) : Expr(Span);

internal sealed record TypeofExpr(IReadOnlyList<KqlType> Types, TextSpan Span) : Expr(Span);

/// <summary>A tabular expression: a source and the operators after it. Without a source the first operator is one that needs none.</summary>
internal sealed record PipelineExpr(Expr? Source, IReadOnlyList<OperatorSyntax> Operators, TextSpan Span) : Expr(Span);

internal sealed record ParameterSyntax(string Name, KqlType? Type, IReadOnlyList<(string Name, KqlType Type)>? Columns, Expr? Default, TextSpan Span)
{
    /// <summary>The parameter as it is declared, such as <c>since:datetime</c>.</summary>
    public string Signature => $"{Name}:{(Type is { } type ? type.Name() : $"({string.Join(", ", Columns?.Select(column => $"{column.Name}:{column.Type.Name()}") ?? ["*"])})")}";
}

internal sealed record LambdaExpr(IReadOnlyList<ParameterSyntax> Parameters, IReadOnlyList<StatementSyntax> Body, Expr Result, TextSpan Span) : Expr(Span)
{
    /// <summary>Whether <c>view</c> stands before it: patterns of table names then find it.</summary>
    public bool IsView { get; init; }
}

/// <param name="Span">Where it stands.</param>
internal abstract record OperatorSyntax(TextSpan Span) : SyntaxNode(Span);

internal abstract record StatementSyntax(TextSpan Span) : SyntaxNode(Span);

internal sealed record LetStatement(string Name, Expr Value, TextSpan Span) : StatementSyntax(Span);

internal sealed record DeclareParametersStatement(IReadOnlyList<ParameterSyntax> Parameters, TextSpan Span) : StatementSyntax(Span);

internal sealed record ExpressionStatement(Expr Value, TextSpan Span) : StatementSyntax(Span);

/// <summary><c>set option = value</c>.</summary>
/// <param name="Option">The option.</param>
/// <param name="Value">Its value where the option changes answers; null for those that only say how a query is to be run.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record SetStatement(string Option, Expr? Value, TextSpan Span) : StatementSyntax(Span);
