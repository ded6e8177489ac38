using CasinoFloor.Kql.Binding;

namespace CasinoFloor.Kql.Translation;

/// <content>Values as text and as JSON, and windows.</content>
internal sealed partial class Emitter
{
    /// <summary>The value as <c>tostring()</c> writes it; null is empty.</summary>
    public string Text(Bound value)
    {
        var sql = Sql(value);
        return value.Type switch
        {
            KqlType.String => sql,
            KqlType.Int or KqlType.Long => $"coalesce(CAST({sql} AS VARCHAR), '')",
            KqlType.Bool => Checked($"(CASE {sql} WHEN true THEN 'True' WHEN false THEN 'False' ELSE '' END)"),
            KqlType.Guid => $"coalesce(CAST({sql} AS VARCHAR), '')",
            KqlType.Real => Udf("text_of_real", KqlType.String, sql),
            KqlType.Decimal => Udf("text_of_decimal", KqlType.String, sql),
            KqlType.DateTime => Udf("text_of_datetime", KqlType.String, sql),
            KqlType.TimeSpan => Udf("text_of_timespan", KqlType.String, sql),
            _ => Udf("text_of_dynamic", KqlType.String, sql),
        };
    }

    /// <summary>The value as JSON text; null stays null.</summary>
    public string Json(Bound value)
    {
        var sql = Sql(value);
        return value.Type switch
        {
            KqlType.Dynamic => sql,
            KqlType.Int or KqlType.Long or KqlType.Bool => $"CAST({sql} AS VARCHAR)",
            KqlType.String => $"CAST(to_json({sql}) AS VARCHAR)",
            KqlType.Guid => $"('\"' || CAST({sql} AS VARCHAR) || '\"')",
            KqlType.Real => Udf("json_of_real", KqlType.Dynamic, sql),
            KqlType.Decimal => $"('\"' || {Udf("text_of_decimal", KqlType.Dynamic, sql)} || '\"')",
            KqlType.DateTime => $"('\"' || {Udf("text_of_datetime", KqlType.Dynamic, sql)} || '\"')",
            _ => $"('\"' || {Udf("text_of_timespan", KqlType.Dynamic, sql)} || '\"')",
        };
    }

    /// <summary>The sort keys of an ordering, as ORDER BY has them; empty without any.</summary>
    public static string OrderBy(IReadOnlyList<OrderKey> keys)
    {
        if (keys.Count == 0)
        {
            return "";
        }

        var parts = new List<string>();
        foreach (var key in keys)
        {
            var direction = key.Descending ? "DESC" : "ASC";
            var nulls = key.NullsFirst ? "NULLS FIRST" : "NULLS LAST";
            if (key.Column.Type == KqlType.Real)
            {
                // NaN stands next to null, on its side.
                parts.Add($"({key.Column.Sql} IS NULL) {(key.NullsFirst ? "DESC" : "ASC")}, isnan({key.Column.Sql}) {(key.NullsFirst ? "DESC" : "ASC")}");
            }

            parts.Add($"{(key.Column.Storage == Storage.NullableText ? $"coalesce({key.Column.Sql}, '')" : key.Column.Sql)} {direction} {nulls}");
        }

        return " ORDER BY " + string.Join(", ", parts);
    }

    private string Window(BoundWindow window)
    {
        var over = $"OVER ({(window.Partition is { } partition ? $"PARTITION BY {partition.Sql} " : "")}ORDER BY {window.Order.Sql}";
        const string Rows = " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
        var value = window.Value is null ? "" : Sql(window.Value);
        switch (window.Kind)
        {
            case WindowKind.RowNumber:
                return $"row_number() {over})";
            case WindowKind.RunningSum:
                var zero = $"CAST(0 AS {TypeName(window.Type)})";
                return $"CAST(coalesce(sum({value}) {over}{Rows}, {zero}) AS {TypeName(window.Type)})";
            case WindowKind.RunningMax:
                return $"max({value}) {over}{Rows}";
            default:
                var name = window.Kind == WindowKind.Lag ? "lag" : "lead";
                var otherwise = window.Default is null ? window.Type == KqlType.String ? ", ''" : "" : ", " + Sql(window.Default);
                return $"{name}({value}, {(window.Offset is null ? "1" : $"CAST({Sql(window.Offset)} AS INTEGER)")}{otherwise}) {over})";
        }
    }

    private string Aggregate(BoundAggregate aggregate) =>
        aggregate.Type == KqlType.DateTime && Timestamp(aggregate) is { } moment ? ToTicks(moment) : aggregate.Function.Emit(this, aggregate, false);

    /// <summary>
    /// A value as an aggregate that passes over nulls takes it: null where the aggregate's condition does not hold. With several such aggregates
    /// DuckDB is faster so than with a FILTER clause for each.
    /// </summary>
    public string Kept(BoundAggregate aggregate, string value) => aggregate.Filter is null ? value : $"CASE WHEN {Filter(aggregate.Filter)} THEN {value} END";

    /// <summary>The FILTER clause of an aggregate: its condition and that of its form.</summary>
    public string FilterClause(BoundAggregate aggregate, string? also = null)
    {
        var conditions = new[] { aggregate.Filter is null ? null : Filter(aggregate.Filter), also }.OfType<string>().ToList();
        return conditions.Count == 0 ? "" : $" FILTER (WHERE {string.Join(" AND ", conditions)})";
    }

    /// <summary>The order of the rows that feed aggregates such as make_list; set while a summarize is translated.</summary>
    public IReadOnlyList<OrderKey> InputOrder { get; set; } = [];

    /// <summary>SQL names of columns that have no null in the rows that feed aggregates; set while a summarize is translated.</summary>
    public IReadOnlySet<string> NeverNull { get; set; } = new HashSet<string>();
}
