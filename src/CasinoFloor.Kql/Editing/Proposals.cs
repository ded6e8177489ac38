using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Editing;

/// <summary>Collects proposals that fit what has been typed: what it is already, then those that begin with it, then those that have it within.</summary>
/// <param name="prefix">What has been typed of the word.</param>
internal sealed class Proposals(string prefix)
{
    private const int Most = 100;

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly List<(int Rank, KqlCompletion Item)> _items = [];

    public IReadOnlyList<KqlCompletion> Best() => [.. _items.OrderBy(item => item.Rank).Take(Most).Select(item => item.Item)];

    public void Add(string label, KqlItemKind kind, string detail, string insert)
    {
        var at = label.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && label.Length > 0 && _labels.Add(label))
        {
            _items.Add((RankOf(label, at), new KqlCompletion(label, kind, detail, insert)));
        }
    }

    private int RankOf(string label, int at) =>
        at > 0 ? 3
        : !label.StartsWith(prefix, StringComparison.Ordinal) ? 2
        : label.Length == prefix.Length ? 0 : 1;

    public void Add(IEnumerable<(string Name, string Text)> words, KqlItemKind kind, string after = " ")
    {
        foreach (var (name, text) in words)
        {
            Add(name, kind, text, name[^1] is '(' or '=' ? name : name + after);
        }
    }

    public void AddOperators(IEnumerable<OperatorHelp> operators)
    {
        foreach (var help in operators)
        {
            Add(help.Name, KqlItemKind.Keyword, help.Text, help.Syntax == help.Name ? help.Name : help.Name + (help.Syntax[help.Name.Length] == '(' ? "(" : " "));
        }
    }

    public void AddClauses(OperatorHelp help) => Add(help.Clauses.Select(clause => (clause, "")), KqlItemKind.Keyword);

    public void AddColumns(Rel? rows)
    {
        foreach (var column in rows?.Columns ?? [])
        {
            Add(column.Name, KqlItemKind.Column, column.Type.Name(), Quoted(column.Name));
        }
    }

    public void AddTables(KqlCatalog catalog)
    {
        foreach (var table in catalog.Tables)
        {
            Add(table.Name, KqlItemKind.Table, $"table, {table.Columns.Count} columns", Quoted(table.Name));
        }
    }

    public void AddTypes() => Add(Enum.GetValues<KqlType>().Select(type => (type.Name(), "type")), KqlItemKind.Type, "");

    public void AddFunctions(Func<FunctionHelp, bool> fits)
    {
        foreach (var help in FunctionHelp.All.Where(fits))
        {
            Add(help.Name, help.IsAggregate ? KqlItemKind.Aggregate : KqlItemKind.Function, $"{help.Signature}  {help.Text}", help.Name + (help.Parameters.Count == 0 ? "()" : "("));
        }
    }

    /// <summary>Names declared by <c>let</c> and parameters: tables, scalars, or both. Functions may answer either.</summary>
    public void AddNames(CursorScope scope, bool tables, bool scalars)
    {
        foreach (var (name, symbol) in scope.Names)
        {
            switch (symbol)
            {
                case ScalarSymbol scalar when scalars:
                    Add(name, scope.IsParameter(name) ? KqlItemKind.Parameter : KqlItemKind.Variable, scalar.Value.Type.Name(), Quoted(name));
                    break;
                case TableSymbol table when tables:
                    Add(name, KqlItemKind.Table, $"table, {table.Rel.Columns.Count} columns", Quoted(name));
                    break;
                case FunctionSymbol function:
                    Add(name, KqlItemKind.Function, $"{name}({string.Join(", ", function.Lambda.Parameters.Select(p => p.Name))})", name + (function.Lambda.Parameters.Count == 0 ? "()" : "("));
                    break;
                default:
                    break;
            }
        }
    }

    private static string Quoted(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c == '_')
        ? name
        : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
}
