using CasinoFloor.Kql.Functions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    private Rel Evaluate(Rel input, EvaluateSyntax evaluate) => evaluate.Plugin switch
    {
        "pivot" => Pivot(input, evaluate),
        "bag_unpack" => BagUnpack(input, evaluate),
        "narrow" => Narrow(input, evaluate),
        var other => throw KqlFailure.Unsupported("evaluate " + other, evaluate.Span),
    };

    private BoundColumn PluginColumn(Rel input, EvaluateSyntax evaluate, int index) =>
        evaluate.Arguments.ElementAtOrDefault(index) is { } argument && Scalar(argument, new RowScope { Input = input }) is BoundColumn column
            ? column
            : throw KqlFailure.Semantic($"Argument {index + 1} of '{evaluate.Plugin}' must be a column.", evaluate.Span);
}
