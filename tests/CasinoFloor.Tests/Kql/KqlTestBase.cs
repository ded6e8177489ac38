using System.Globalization;
using CasinoFloor.Kql;
using DuckDB.NET.Data;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>An engine on an empty in-memory database, and results as text.</summary>
public abstract class KqlTestBase : IDisposable
{
    protected KqlTestBase()
    {
        Connection.Open();
    }

    protected DuckDBConnection Connection { get; } = new("DataSource=:memory:");

    protected KqlCatalog Catalog { get; set; } = KqlCatalog.Empty;

    public void Dispose()
    {
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    protected KqlResult Run(string text) => Run(new KqlQuery(text));

    protected KqlResult Run(KqlQuery query) => new KqlEngine(Catalog).Execute(Connection, query, TestContext.Current.CancellationToken);

    /// <summary>The rows of the last table: values separated by |, rows by new lines.</summary>
    protected string Rows(string text)
    {
        var result = Run(text);
        Assert.Null(result.Error);
        return string.Join('\n', result.Table.Rows.Select(r => string.Join('|', r.Select(Text))));
    }

    protected KqlError Error(string text) => Run(text).Error ?? throw new InvalidOperationException("The query has an answer: " + text);

    protected void Sql(string text)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    protected static string Text(object? value) => value switch
    {
        null => "null",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.'),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>An answer as text: columns with their types, then rows, sorted unless the query orders them; or the error. Several tables stand under their names.</summary>
    protected static string Describe(KqlResult result) => result switch
    {
        { Error: { } error } => error + "\n",
        { Tables: [var table] } => Describe(table),
        _ => string.Concat(result.Tables.Select(table => $"[{table.Name}]\n{Describe(table)}")),
    };

    private static string Describe(KqlResultTable table)
    {
        var rows = table.Rows.Select(r => string.Join(" | ", r.Select(v => v is "" ? "''" : Text(v).Replace("\n", "\\n", StringComparison.Ordinal)))).ToList();
        if (!table.IsOrdered)
        {
            rows.Sort(StringComparer.Ordinal);
        }

        return string.Join(", ", table.Columns.Select(c => $"{c.Name}:{c.Type.Name()}")) + "\n" + string.Concat(rows.Select(r => r + "\n"));
    }
}
