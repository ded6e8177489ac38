using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Functions;

namespace CasinoFloor.Kql.Translation;

/// <summary>A statement for DuckDB.</summary>
/// <param name="Sql">Its text; no text of the query is in it.</param>
/// <param name="Parameters">Its parameters in order, all VARCHAR.</param>
/// <param name="Columns">The columns of its result, as <see cref="Rel.Columns"/>.</param>
internal sealed record Translation(string Sql, IReadOnlyList<string> Parameters, IReadOnlyList<Column> Columns);

/// <summary>Makes one DuckDB statement of a relational plan: a common table expression for each operator, or nested ones for a statement to be run.</summary>
internal sealed partial class Translator
{
    private readonly Emitter _emitter;
    private readonly CommonTables _ctes = new();
    private readonly Dictionary<Rel, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Rel> _passed = new(ReferenceEqualityComparer.Instance);
    private int _count;
    private bool _isRecursive;

    private Translator(bool wrapsOverflow) => _emitter = new Emitter(wrapsOverflow) { Subquery = Input };

    /// <param name="rel">The plan.</param>
    /// <param name="wrapsOverflow">Whether whole numbers wrap, which costs time.</param>
    /// <param name="isNested">Whether to write for DuckDB's planner, and not for readers; see <see cref="CommonTables.Write"/>.</param>
    public static Translation Translate(Rel rel, bool wrapsOverflow, bool isNested)
    {
        var translator = new Translator(wrapsOverflow);
        if (isNested && translator.Outermost(rel) is { } outermost)
        {
            return translator.Finish(outermost, rel.Columns, isNested);
        }

        var source = translator.Input(rel);
        var columns = rel.Columns.Count == 0 ? "1" : string.Join(", ", rel.Columns.Select((c, i) => $"{translator.Shown(c)} AS r{i}"));
        return translator.Finish($"SELECT {columns} FROM {source}{Emitter.OrderBy(rel.Ordering.Keys)}", rel.Columns, isNested);
    }

    /// <summary>A projection at the end as the result itself, which is a level less to plan; null where the result needs what it makes by name.</summary>
    private string? Outermost(Rel rel)
    {
        if (rel is not ProjectRel { Columns.Count: > 0 } last)
        {
            return null;
        }

        var added = Added(last).ToDictionary(item => item.Column.Sql, StringComparer.Ordinal);
        if (added.Count == 0 || last.Ordering.Keys.Any(key => added.ContainsKey(key.Column.Sql)))
        {
            return null;
        }

        var source = Input(last.Input);
        var columns = last.Columns.Select((c, i) => added.TryGetValue(c.Sql, out var item)
            ? $"{_emitter.Stored(item.Value, c.Storage)} AS r{i}"
            : $"{c.Sql} AS r{i}").ToList();
        return _emitter.Sketch is null ? $"SELECT {string.Join(", ", columns)} FROM {source}{Emitter.OrderBy(last.Ordering.Keys)}" : null;
    }

    /// <summary>A statement whose columns have the DuckDB types of a table's columns, for rows that are to be stored.</summary>
    /// <param name="rel">The plan; its order is of no matter.</param>
    public static Translation TranslateStored(Rel rel)
    {
        var translator = new Translator(wrapsOverflow: true);
        var source = translator.Input(rel);
        var columns = rel.Columns.Count == 0 ? "1" : string.Join(", ", rel.Columns.Select((c, i) => $"{TableForm(c, translator.Shown(c))} AS r{i}"));
        return translator.Finish($"SELECT {columns} FROM {source}", rel.Columns, isNested: true);
    }

    private static string TableForm(Column column, string sql) => column switch
    {
        { Type: KqlType.DateTime, Storage: Storage.Plain } => Emitter.FromTicks(sql),
        { Type: KqlType.String } => $"coalesce({sql}, '')",
        { Type: KqlType.Dynamic } => $"nullif({sql}, 'null')",
        _ => sql,
    };

    private Translation Finish(string result, IReadOnlyList<Column> columns, bool isNested)
    {
        var (tables, statement) = _ctes.Write(result, isNested);
        var with = tables.Count == 0 ? "" : $"WITH {(_isRecursive ? "RECURSIVE " : "")}{string.Join(",\n", tables.Select(_emitter.Checked))}\n";
        return UsedParameters.Renumber(with + _emitter.Checked(statement), _emitter.Parameters, columns);
    }

    /// <summary>A column of the result. The bytes of an engine's state are not known: it may be asked, but not shown.</summary>
    private string Shown(Column column) => _emitter.Sketch is { } span && column.Type is KqlType.Dynamic or KqlType.String
        ? $"(CASE WHEN contains({column.Sql}, {_emitter.Parameter(Sketches.Mark)}) THEN {Emitter.Refuse("showing the state of hll() or tdigest() (ask it with dcount_hll() or percentile_tdigest())", span)} ELSE {column.Sql} END)"
        : column.Sql;

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

        if (rel is FilterRel { Predicate: BoundLiteral { Value: true } } all)
        {
            return _names[rel] = Input(all.Input);
        }

        if (rel is FilterRel condition && _passed.Add(condition) && KeyFilters.Passed(condition) is { } passed)
        {
            _passed.Add(passed);
            return _names[rel] = Input(passed);
        }

        if (rel is TakeRel { Count: BoundLiteral { Value: long } } first && Shortened(first.Input, first.Count) is { } shortened)
        {
            return _names[rel] = Input(shortened);
        }

        if (rel is MaterializeRel { Input: SummarizeRel kept })
        {
            // It lists its columns itself.
            _names[rel] = Input(kept);
            _ctes.Keep(_names[rel]);
            return _names[rel];
        }

        if (rel is TableRel table)
        {
            _names[rel] = NewName();
            var path = (table.Table.DuckDbName ?? table.Table.Name).Split('.');
            _ctes.AddTable(_names[rel], path, Table(table), !OwnNames(table.Table).Concat(path).Any(IsInternal));
            return _names[rel];
        }

        if (rel is FilterRel filter)
        {
            var (source, predicate) = (Input(filter.Input), _emitter.Filter(filter.Predicate));
            _names[rel] = NewName();
            _ctes.AddFilter(_names[rel], source, predicate);
            return _names[rel];
        }

        IReadOnlyList<Piece> body = rel switch
        {
            DataTableRel rows => [DataTable(rows)],
            PrintRel print => [Print(print)],
            RangeRel range => [Range(range)],
            ProjectRel project => Project(project),
            NumberedRel numbered => [Numbered(numbered)],
            RankRel rank => [Rank(rank)],
            SessionRel session => [Session(session)],
            ScanRel scan => [Scan(scan)],
            TakeRel take => [Take(take)],
            SummarizeRel summarize => Summarize(summarize),
            JoinRel join => Join(join),
            UnionRel union => Union(union),
            MaterializeRel materialize => Materialize(materialize),
            MvExpandRel expand => [MvExpand(expand)],
            MakeSeriesRel series => [MakeSeries(series)],
            _ => throw new InvalidOperationException(rel.GetType().Name),
        };
        name = "t" + ++_count;

        // Without the hint DuckDB would keep every row of a table that a query names twice.
        var hint = rel switch { MaterializeRel => "MATERIALIZED ", ProjectRel => "NOT MATERIALIZED ", _ => "" };
        _ctes.Add(name, body, hint, rel is SummarizeRel or MvExpandRel or MakeSeriesRel);
        _names[rel] = name;
        return name;
    }

    private void Define(string name, string body) => _ctes.Add(name, [_emitter.Checked(body)], "", isAggregate: true);

    private string NewName() => "t" + ++_count;

    private string Item(Item item) =>
        item.IsPassedOn ? item.Column.Sql : $"{_emitter.Stored(item.Value, item.Column.Storage)} AS {item.Column.Sql}";

    private SelectItem Selected(Item item) => new(Item(item), item.Column.Sql);

    private static IEnumerable<string> OwnNames(KqlTable table) =>
        table.Columns.Select(column => column.DuckDbName ?? column.Name).Concat(table.IngestionTimeColumn is { } ingestion ? [ingestion] : []);

    /// <summary>Whether a name is of the kind that columns have within a statement: c1, c2, ...</summary>
    private static bool IsInternal(string name) => name.Length > 1 && name[0] is 'c' or 'C' && char.IsAsciiDigit(name[1]);

    private static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string ListOrOne(IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? "1 AS c0" : text;
    }
}
