using System.Text;
using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <summary>A statement for DuckDB.</summary>
/// <param name="Sql">Its text; no text of the query is in it.</param>
/// <param name="Parameters">Its parameters in order, all VARCHAR.</param>
/// <param name="Columns">The columns of its result, as <see cref="Rel.Columns"/>.</param>
internal sealed record Translation(string Sql, IReadOnlyList<string> Parameters, IReadOnlyList<Column> Columns);

/// <summary>Makes one DuckDB statement of a relational plan: a common table expression for each operator.</summary>
internal sealed partial class Translator
{
    private readonly Emitter _emitter;
    private readonly StringBuilder _ctes = new();
    private readonly List<(string Name, TableRel Rel)> _tables = [];
    private readonly Dictionary<Rel, string> _names = new(ReferenceEqualityComparer.Instance);
    private int _count;
    private bool _isRecursive;

    private Translator(bool wrapsOverflow) => _emitter = new Emitter(wrapsOverflow) { Subquery = Input };

    public static Translation Translate(Rel rel, bool wrapsOverflow)
    {
        var translator = new Translator(wrapsOverflow);
        var source = translator.Input(rel);
        var columns = rel.Columns.Count == 0 ? "1" : string.Join(", ", rel.Columns.Select((c, i) => $"{c.Sql} AS r{i}"));
        var result = $"SELECT {columns} FROM {source}{Emitter.OrderBy(rel.Ordering.Keys)}";
        var ctes = string.Join(",\n", translator.Tables(result).Append(translator._ctes.ToString()).Where(t => t.Length > 0));
        var sql = $"WITH {(translator._isRecursive ? "RECURSIVE " : "")}{ctes}\n{result}";
        return new Translation(sql, translator._emitter.Parameters, rel.Columns);
    }

    /// <summary>The name of a relation's common table expression; writes it on first use.</summary>
    private string Input(Rel rel)
    {
        if (_names.TryGetValue(rel, out var name))
        {
            return name;
        }

        if (rel is ProjectRel order && !Added(order).Any())
        {
            return _names[rel] = Input(order.Input);
        }

        if (rel is TableRel table)
        {
            _tables.Add((NewName(), table));
            return _names[rel] = _tables[^1].Name;
        }

        var body = rel switch
        {
            DataTableRel rows => DataTable(rows),
            PrintRel print => Print(print),
            RangeRel range => Range(range),
            FilterRel filter => Where(filter),
            ProjectRel project => Project(project),
            NumberedRel numbered => Numbered(numbered),
            RankRel rank => Rank(rank),
            SessionRel session => Session(session),
            ScanRel scan => Scan(scan),
            TakeRel take => Take(take),
            SummarizeRel summarize => Summarize(summarize),
            JoinRel join => Join(join),
            UnionRel union => Union(union),
            MaterializeRel materialize => Materialize(materialize),
            MvExpandRel expand => MvExpand(expand),
            MakeSeriesRel series => MakeSeries(series),
            _ => throw new InvalidOperationException(rel.GetType().Name),
        };
        name = "t" + ++_count;

        // Without the hint DuckDB would keep every row of a table that a query names twice.
        Define(name, body, rel switch { MaterializeRel => "MATERIALIZED ", FilterRel or ProjectRel => "NOT MATERIALIZED ", _ => "" });
        _names[rel] = name;
        return name;
    }

    private void Define(string name, string body, string hint = "")
    {
        if (_ctes.Length > 0)
        {
            _ctes.Append(",\n");
        }

        _ctes.Append(name).Append(" AS ").Append(hint).Append('(').Append(body).Append(')');
        _emitter.Checked(body);
    }

    private string NewName() => "t" + ++_count;

    private string Item(Item item) =>
        item.IsPassedOn ? item.Column.Sql : $"{_emitter.Stored(item.Value, item.Column.Storage)} AS {item.Column.Sql}";

    private static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string ListOrOne(IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? "1 AS c0" : text;
    }
}
