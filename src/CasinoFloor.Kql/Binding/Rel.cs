namespace CasinoFloor.Kql.Binding;

/// <summary>How the values of a column lie in DuckDB when that differs from the usual form of their type.</summary>
internal enum Storage
{
    /// <summary>The usual form: datetime and timespan as BIGINT ticks, text without nulls, dynamic as JSON text.</summary>
    Plain,

    /// <summary>A datetime as TIMESTAMP, as tables have it; comparisons and bins stay in that form so that scans can skip blocks.</summary>
    Timestamp,

    /// <summary>Text in which null stands for empty, as tables may have it.</summary>
    NullableText,
}

/// <param name="Name">The name in the language.</param>
/// <param name="Type">The type.</param>
/// <param name="Sql">The internal name in SQL; never text of a query.</param>
/// <param name="Storage">The form in SQL.</param>
internal sealed record Column(string Name, KqlType Type, string Sql, Storage Storage = Storage.Plain);

internal readonly record struct OrderKey(Column Column, bool Descending, bool NullsFirst);

/// <summary>The order of rows: which columns carry it, and what it allows.</summary>
/// <param name="Keys">The columns that carry the order; they stay in the SQL even when they are not visible.</param>
/// <param name="IsSerialized">Whether functions such as row_number() are allowed.</param>
/// <param name="IsExplicit">Whether the query asked for this order.</param>
/// <param name="IsTotal">Whether no two rows are equal in it, by a single column.</param>
internal sealed record Ordering(IReadOnlyList<OrderKey> Keys, bool IsSerialized, bool IsExplicit, bool IsTotal)
{
    public static Ordering None { get; } = new([], false, false, false);

    /// <summary>The column whose values part the rows, for functions over rows and for orders: the rows that <c>mv-apply</c> expands.</summary>
    public Column? Within { get; init; }
}

/// <summary>A node of the relational plan. It becomes one common table expression.</summary>
/// <param name="columns">The visible columns in order.</param>
/// <param name="ordering">The order of its rows.</param>
internal abstract class Rel(IReadOnlyList<Column> columns, Ordering ordering)
{
    public IReadOnlyList<Column> Columns { get; } = columns;

    public Ordering Ordering { get; } = ordering;

    /// <summary>The name given by <c>as</c>, or the table's.</summary>
    public string? Name { get; init; }

    /// <summary>Columns that later steps of the same operator need but the query cannot see.</summary>
    public virtual IReadOnlyList<Column> Hidden => [];

    /// <summary>Every column in the SQL: the visible ones, those that carry the order, and the hidden ones.</summary>
    public IEnumerable<Column> AllColumns => Columns.Concat(Ordering.Keys.Select(k => k.Column)).Concat(Ordering.Within is { } within ? [within] : []).Concat(Hidden).DistinctBy(c => c.Sql);

    public Column? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);
}

/// <param name="Column">The column it becomes.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Item(Column Column, Bound Value)
{
    /// <summary>Whether the column is only passed on.</summary>
    public bool IsPassedOn => Value is BoundColumn source && source.Column.Sql == Column.Sql;
}
