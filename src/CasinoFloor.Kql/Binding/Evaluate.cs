using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private Rel Evaluate(Rel input, EvaluateSyntax evaluate) => evaluate.Plugin switch
    {
        "bag_unpack" => BagUnpack(input, evaluate),
        "pivot" => AsDeclared(Pivot(input, evaluate), evaluate),
        "narrow" => AsDeclared(Narrow(input, evaluate), evaluate),
        var other => throw KqlFailure.Unsupported("evaluate " + other, evaluate.Span),
    };

    /// <summary>The columns in the order that the query declares; they must be those of the answer.</summary>
    private static Rel AsDeclared(Rel answer, EvaluateSyntax evaluate)
    {
        if (evaluate.Schema is not { } schema)
        {
            return answer;
        }

        if (evaluate.WithInput)
        {
            throw KqlFailure.Unsupported("an output schema with * of " + evaluate.Plugin, evaluate.Span);
        }

        var columns = schema.Select(s => answer.Columns.FirstOrDefault(c => c.Name == s.Name && c.Type == s.Type)).OfType<Column>().ToList();
        return columns.Count == schema.Count && columns.Distinct().Count() == answer.Columns.Count
            ? Select(answer, columns)
            : throw KqlFailure.Semantic($"The answer of '{evaluate.Plugin}' does not have the columns that are declared.", evaluate.Span);
    }

    private BoundColumn PluginColumn(Rel input, EvaluateSyntax evaluate, int index) =>
        evaluate.Arguments.ElementAtOrDefault(index) is { } argument && Scalar(argument, new RowScope { Input = input }) is BoundColumn column
            ? column
            : throw KqlFailure.Semantic($"Argument {index + 1} of '{evaluate.Plugin}' must be a column.", evaluate.Span);
}
