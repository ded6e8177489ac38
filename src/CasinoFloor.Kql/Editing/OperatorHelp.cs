namespace CasinoFloor.Kql.Editing;

/// <summary>What an editor says of an operator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Syntax">How it is written, in short.</param>
/// <param name="Text">What it does, in a sentence.</param>
/// <param name="Clauses">Words that have a meaning within it, as they are proposed.</param>
/// <param name="IsSource">Whether it can begin a query.</param>
internal sealed record OperatorHelp(string Name, string Syntax, string Text, string[] Clauses, bool IsSource = false)
{
    /// <summary>All operators in the order in which they are proposed.</summary>
    public static IReadOnlyList<OperatorHelp> All { get; } =
    [
        new("where", "where condition", "Keeps the rows that fulfil a condition.", []),
        new("summarize", "summarize aggregate, ... by key, ...", "Groups rows and aggregates each group.", ["by"]),
        new("extend", "extend name = value, ...", "Adds columns.", []),
        new("project", "project column, name = value, ...", "Answers these columns alone, in this order.", []),
        new("order", "order by column desc, ...", "Sorts the rows; descending unless asc is written.", ["by", "asc", "desc", "nulls first", "nulls last"]),
        new("sort", "sort by column desc, ...", "Sorts the rows; descending unless asc is written.", ["by", "asc", "desc", "nulls first", "nulls last"]),
        new("take", "take count", "Answers so many rows, whichever.", []),
        new("limit", "limit count", "Answers so many rows, whichever.", []),
        new("top", "top count by column desc", "Answers the first rows in an order.", ["by", "asc", "desc", "nulls first", "nulls last"]),
        new("count", "count", "Answers the number of rows.", []),
        new("distinct", "distinct column, ...", "Answers each combination of values once.", []),
        new("join", "join kind=inner (table) on column", "Joins the rows of two tables whose keys are equal.", ["kind=", "on"]),
        new("lookup", "lookup (table) on column", "Adds the columns of a small table by key.", ["kind=", "on"]),
        new("union", "union table, ...", "Answers the rows of several tables.", ["kind=", "withsource=", "isfuzzy="], true),
        new("render", "render timechart", "Says how the result is drawn.", ["with"]),
        new("project-away", "project-away column, ...", "Leaves columns out.", []),
        new("project-keep", "project-keep column, ...", "Keeps these columns alone, in their order.", []),
        new("project-rename", "project-rename new = old, ...", "Renames columns.", []),
        new("project-reorder", "project-reorder column, ...", "Puts columns first.", ["asc", "desc"]),
        new("mv-expand", "mv-expand column to typeof(type)", "Makes one row of each element of an array.", ["to typeof(", "limit", "kind=", "with_itemindex="]),
        new("mv-apply", "mv-apply column to typeof(type) on (operators)", "Runs operators over the elements of an array, row by row.", ["to typeof(", "limit", "on", "with_itemindex="]),
        new("parse", "parse column with \"text\" name:type ...", "Takes values out of text by a pattern.", ["with", "kind=", "flags="]),
        new("parse-where", "parse-where column with \"text\" name:type ...", "As parse, and keeps the rows that fit alone.", ["with", "kind=", "flags="]),
        new("parse-kv", "parse-kv column as (name:type, ...)", "Takes values out of text such as a=1 b=2.", ["as", "with"]),
        new("make-series", "make-series aggregate default=0 on column from start to end step width by key", "Answers arrays over an axis of equal bins.",
            ["default=", "on", "from", "to", "step", "by", "kind="]),
        new("top-nested", "top-nested count of column by aggregate, ...", "Answers the largest groups, and the largest within each.", ["of", "by", "with others ="]),
        new("top-hitters", "top-hitters count of column by value", "Answers the values with the largest sums.", ["of", "by"]),
        new("serialize", "serialize name = value, ...", "Keeps the order as it is, for functions over rows in order.", []),
        new("partition", "partition by column (operators)", "Runs operators over the rows of each key.", ["by"]),
        new("scan", "scan with (step name: condition => column = value; ...)", "Finds sequences of rows.", ["order by", "partition by", "declare", "with", "step"]),
        new("evaluate", "evaluate pivot(column)", "Runs a plug-in.", [], true),
        new("as", "as name", "Gives the rows a name.", []),
        new("getschema", "getschema", "Answers the columns and their types.", []),
        new("invoke", "invoke function()", "Gives the rows to a function.", []),
        new("sample", "sample count", "Answers so many rows, at random.", []),
        new("sample-distinct", "sample-distinct count of column", "Answers so many values, at random.", ["of"]),
        new("search", "search \"text\"", "Keeps the rows that have a text in any column.", ["kind="], true),
        new("facet", "facet by column, ...", "Answers a table for each column: its values and how often each occurs.", ["by", "with"]),
        new("fork", "fork name = (operators) ...", "Answers a table for each list of operators.", []),
        new("print", "print name = value, ...", "Answers one row of values.", [], true),
        new("range", "range name from start to end step width", "Answers a row for each value.", ["from", "to", "step"], true),
        new("datatable", "datatable(name:type, ...) [values]", "A table of constants.", [], true),
        new("filter", "filter condition", "The same as where.", []),
    ];

    private static readonly Dictionary<string, OperatorHelp> ByName = Index();

    /// <summary>Finds an operator, also by an older name of it.</summary>
    public static OperatorHelp? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a word belongs to the operator's own, as <c>by</c> to <c>summarize</c>.</summary>
    public bool HasClause(string word) => Words.Contains(word);

    private HashSet<string> Words { get; } =
        [.. Clauses.SelectMany(clause => clause.Split([' ', '=', '('], StringSplitOptions.RemoveEmptyEntries)), "hint"];

    private static Dictionary<string, OperatorHelp> Index()
    {
        var all = All.ToDictionary(help => help.Name, StringComparer.Ordinal);
        all["mvexpand"] = all["mv-expand"];
        return all;
    }
}
