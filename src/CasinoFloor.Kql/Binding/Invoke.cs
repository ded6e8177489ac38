using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

internal sealed partial class Binder
{
    // No name of a query can contain this character.
    private const string InvokeInput = "\0input";

    /// <summary>Calls a function with the rows so far as its first argument.</summary>
    private Rel Invoke(Rel input, InvokeSyntax invoke)
    {
        var function = _scope.Find(invoke.Function) as FunctionSymbol
            ?? throw KqlFailure.Semantic($"'{invoke.Function}' is not a function declared by the query.", invoke.Span);
        var outer = _scope;
        _scope = new Scope(outer);
        _scope.Declare(InvokeInput, new TableSymbol(input));
        try
        {
            return Invoke(function, [new NameExpr(InvokeInput, invoke.Span), .. invoke.Arguments], RowScope.Empty, invoke.Span) as Rel
                ?? throw KqlFailure.Semantic($"'{invoke.Function}' does not answer a table.", invoke.Span);
        }
        finally
        {
            _scope = outer;
        }
    }
}
