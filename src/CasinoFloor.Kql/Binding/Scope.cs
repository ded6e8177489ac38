using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Binding;

/// <summary>What a name declared by <c>let</c>, a parameter or <c>as</c> stands for.</summary>
internal abstract record Symbol;

/// <param name="Value">The value.</param>
/// <param name="Depth">How many queries within each other its columns are of; a query further in cannot see them.</param>
internal sealed record ScalarSymbol(Bound Value, int Depth = 0) : Symbol;

internal sealed record TableSymbol(Rel Rel, bool IsView = false) : Symbol;

internal sealed record FunctionSymbol(LambdaExpr Lambda, Scope Scope, string Name) : Symbol;

/// <summary>A declaration that is bound when a query first names it, as most stored ones never are.</summary>
internal sealed record LazySymbol(Func<Symbol> Bind) : Symbol;

/// <summary>Names in force, from the inside out.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);

    public void Declare(string name, Symbol symbol) => _symbols[name] = symbol;

    public Symbol? Find(string name)
    {
        if (!_symbols.TryGetValue(name, out var symbol))
        {
            return outer?.Find(name);
        }

        if (symbol is LazySymbol lazy)
        {
            // While it is bound, its own name means what it means outside.
            _symbols.Remove(name);
            _symbols[name] = symbol = lazy.Bind();
        }

        return symbol;
    }

    public IEnumerable<string> Names => outer is null ? _symbols.Keys : _symbols.Keys.Concat(outer.Names);
}

/// <summary>What an expression can see of the row at hand.</summary>
internal sealed class RowScope
{
    public static RowScope Empty => new() { Input = null };

    /// <summary>The rows; null where there are none, as in <c>print</c>.</summary>
    public required Rel? Input { get; set; }

    public bool AllowsAggregates { get; init; }

    /// <summary>Where the operator is allowed to have functions such as row_number().</summary>
    public bool AllowsWindows { get; init; }

    /// <summary>The keys of a summarize, which <c>arg_max(x, *)</c> leaves out.</summary>
    public IReadOnlyList<Column> Keys { get; set; } = [];

    /// <summary>Columns that are visible besides those of the input, as in scan steps.</summary>
    public Func<string, string, TextSpan, Bound?>? Member { get; init; }
}
