using System.Globalization;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>
/// Takes rows for a table into a temporary table of its own connection, where they hold nobody up, and then puts all of them into the table
/// with one statement. The pipeline's writer waits for that statement only.
/// </summary>
internal sealed class RowSink : IDisposable
{
    /// <summary>Digits that a decimal keeps after the point.</summary>
    public const int DecimalDigits = 18;

    /// <summary>A decimal column holds smaller numbers only.</summary>
    public const decimal DecimalLimit = 1e20m;

    private const string Stage = "temp.main.stage";

    private readonly DuckDBConnection _connection;
    private readonly IReadOnlyList<CatalogColumn> _columns;
    private DuckDBAppender? _appender;

    /// <summary>Prepares for rows of these columns.</summary>
    public RowSink(DuckDBConnection connection, IReadOnlyList<CatalogColumn> columns)
    {
        _connection = connection;
        _columns = columns;
        connection.Run($"CREATE OR REPLACE TEMP TABLE stage ({string.Join(", ", columns.Select((column, index) => $"{Name(index)} {TypeOf(column.Type)}"))})");
        _appender = connection.CreateAppender("temp", "main", "stage");
    }

    /// <summary>Rows that <see cref="Add"/> has taken.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a row: a value for each column, as in <see cref="KqlResultTable"/>.</summary>
    public void Add(IReadOnlyList<object?> values)
    {
        var row = _appender!.CreateRow();
        for (var index = 0; index < _columns.Count; index++)
        {
            Append(row, values[index], _columns[index].Type);
        }

        row.EndRow();
        Count++;
    }

    /// <summary>Rows that a query may bring at once: putting them into their table holds other writers up.</summary>
    public const int MostTaken = 5_000_000;

    /// <summary>
    /// The statement that takes the rows of a SELECT whose columns are these, in their order; it gives their number, which is more than <see cref="MostTaken"/> when there are too many.
    /// </summary>
    public string Take(string select)
    {
        Complete();
        return string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {Stage} SELECT * FROM ({select}) LIMIT {MostTaken + 1}");
    }

    /// <summary>Ends the taking: the rows can be read now.</summary>
    public void Complete()
    {
        _appender?.Dispose();
        _appender = null;
    }

    /// <summary>Why the rows may not go into the table; null when they may.</summary>
    public string? Check(CatalogTable? table)
    {
        foreach (var (condition, message) in table is null ? [] : BuiltInRules.Checks(table, SqlName))
        {
            using var command = _connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {Stage} WHERE {condition}";
            if (Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0)
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>Puts the rows into the table. Call it while nobody else writes, within a transaction.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ingested">The moment of ingestion, microseconds since 1970.</param>
    public void Insert(CatalogTable table, long ingested)
    {
        var columns = TargetColumns.Of(table, SqlName, ingested);
        _connection.Run($"INSERT INTO {table.Sql} ({columns.Names}) SELECT {columns.Values} FROM {Stage}");
    }

    /// <inheritdoc />
    public void Dispose() => Complete();

    /// <summary>The DuckDB type of a column that a command creates.</summary>
    public static string TypeOf(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Long or KqlType.TimeSpan => "BIGINT",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => "DECIMAL(38,18)",
        KqlType.DateTime => "TIMESTAMP",
        KqlType.Guid => "UUID",
        _ => "VARCHAR",
    };

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index}");

    private string? SqlName(string column)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            if (_columns[index].Name == column)
            {
                return Name(index);
            }
        }

        return null;
    }

    private static void Append(IDuckDBAppenderRow row, object? value, KqlType type)
    {
        switch (value)
        {
            case null when type == KqlType.String:
                row.AppendValue("");
                break;
            case null:
                row.AppendNullValue();
                break;
            case bool flag:
                row.AppendValue(flag);
                break;
            case int number:
                row.AppendValue(number);
                break;
            case long number:
                row.AppendValue(number);
                break;
            case double number:
                row.AppendValue(number);
                break;
            case decimal number:
                row.AppendValue(decimal.Round(number, DecimalDigits));
                break;
            case string text:
                row.AppendValue(text);
                break;
            case DateTime moment:
                row.AppendValue(moment);
                break;
            case TimeSpan span:
                row.AppendValue(span.Ticks);
                break;
            case Guid guid:
                row.AppendValue(guid);
                break;
            default:
                throw new InvalidOperationException($"A row holds a {value.GetType()}.");
        }
    }
}
