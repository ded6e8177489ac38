using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <content>Operators that end a query with several tables.</content>
internal sealed partial class Binder
{
    /// <summary>Most tables that one statement may answer: each costs one more pass over the rows.</summary>
    private const int MostAnswers = 32;

    /// <summary>The tables that a statement answers: several when its last operator is one that makes them.</summary>
    private IReadOnlyList<Rel> Answers(ExpressionStatement statement)
    {
        if (statement.Value is PipelineExpr { Operators: [.., (ForkSyntax or FacetSyntax) and var last] } pipeline)
        {
            var count = last is FacetSyntax { With: var with } facet ? facet.Columns.Count + (with is null ? 0 : 1) : ((ForkSyntax)last).Branches.Count;
            if (count > MostAnswers)
            {
                throw KqlFailure.Semantic($"This asks for {count} tables; one statement may answer {MostAnswers}.", last.Span);
            }

            var input = Shared(pipeline.Operators.Count == 1 ? RequireTable(pipeline.Source!) : Pipeline(pipeline with { Operators = [.. pipeline.Operators.SkipLast(1)] }));
            return [.. last is ForkSyntax fork ? fork.Branches.Select(branch => Branch(input, branch.Operators, branch.Name)) : Facet(input, (FacetSyntax)last)];
        }

        return [TryTable(statement.Value) ?? throw KqlFailure.Semantic(
            statement.Value is NameExpr name ? Unknown(name.Name) : "A query must be a tabular expression.", statement.Span)];
    }

    /// <summary>Rows that all tables of a statement see alike: kept, unless they are what a table has and come out the same each time.</summary>
    private static Rel Shared(Rel input) => IsSteady(input) ? input : new MaterializeRel(input);

    private static bool IsSteady(Rel rel) => rel switch
    {
        TableRel or MaterializeRel => true,
        FilterRel filter => IsSteady(filter.Predicate) && IsSteady(filter.Input),
        ProjectRel project => project.Items.Concat(project.HiddenItems).All(item => IsSteady(item.Value)) && IsSteady(project.Input),
        _ => false,
    };

    private static bool IsSteady(Bound value) =>
        value is not (BoundCall { Function.IsVolatile: true } or BoundScalarQuery or BoundInQuery or BoundWindow) && value.Children.All(IsSteady);

    private Rel Branch(Rel input, IReadOnlyList<OperatorSyntax> operators, string? name)
    {
        var rel = operators.Aggregate(input, Operator);
        return name is null ? rel : new MaterializeRel(rel) { Name = name };
    }

    /// <summary>The rows of the <c>with</c> clause, then for each column its values with the number of their rows.</summary>
    private IEnumerable<Rel> Facet(Rel input, FacetSyntax facet)
    {
        if (facet.With is { } with)
        {
            yield return Branch(input, with, null);
        }

        foreach (var column in facet.Columns)
        {
            yield return Summarize(input, new SummarizeSyntax([new NamedExpr(["count_" + column.Name], new CallExpr("count", [], column.Span), false, column.Span)], [column], facet.Span));
        }
    }
}
