using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Provisioning;

/// <summary>What a database has of tables, functions, mappings and policies.</summary>
internal sealed class DatabaseState
{
    /// <summary>Columns of each table: name and .NET type.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables { get; init; }

    /// <summary>Parameters and body of each function.</summary>
    public required IReadOnlyDictionary<string, (string Parameters, string Body)> Functions { get; init; }

    /// <summary>JSON mappings by table and name.</summary>
    public required IReadOnlyDictionary<(string Table, string Name), string> Mappings { get; init; }

    /// <summary>Retention policies by table, as JSON.</summary>
    public required IReadOnlyDictionary<string, string> Retention { get; init; }

    /// <summary>Streaming policies by table, as JSON.</summary>
    public required IReadOnlyDictionary<string, string> Streaming { get; init; }

    /// <summary>Update policies by table, as JSON.</summary>
    public required IReadOnlyDictionary<string, string> Updates { get; init; }

    /// <summary>Asks a database by its management commands.</summary>
    public static async Task<DatabaseState> ReadAsync(Func<string, CancellationToken, Task<KqlResultTable>> ask, CancellationToken cancellationToken)
    {
        var schema = await ask(".show database schema", cancellationToken);
        var functions = await ask(".show functions", cancellationToken);
        var tables = Rows(schema, "TableName", "ColumnName", "ColumnType")
            .Where(row => row[0].Length > 0 && row[1].Length > 0)
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                IReadOnlyDictionary<string, string> (group) => group.ToDictionary(row => row[1], row => row[2], StringComparer.Ordinal),
                StringComparer.Ordinal);
        var mappings = new Dictionary<(string Table, string Name), string>();
        var retention = new Dictionary<string, string>(StringComparer.Ordinal);
        var streaming = new Dictionary<string, string>(StringComparer.Ordinal);
        var updates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables.Keys)
        {
            foreach (var row in Rows(await ask($".show table ['{table}'] ingestion json mappings", cancellationToken), "Name", "Mapping"))
            {
                mappings[(table, row[0])] = row[1];
            }

            retention[table] = await PolicyAsync("retention");
            streaming[table] = await PolicyAsync("streamingingestion");
            updates[table] = await PolicyAsync("update");

            async Task<string> PolicyAsync(string policy) =>
                Rows(await ask($".show table ['{table}'] policy {policy}", cancellationToken), "Policy").FirstOrDefault()?[0] ?? "null";
        }

        return new DatabaseState
        {
            Tables = tables,
            Functions = Rows(functions, "Name", "Parameters", "Body").ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal),
            Mappings = mappings,
            Retention = retention,
            Streaming = streaming,
            Updates = updates,
        };
    }

    private static IEnumerable<string[]> Rows(KqlResultTable table, params string[] columns)
    {
        var places = columns.Select(column => table.Columns.ToList().FindIndex(known => known.Name == column)).ToArray();
        return Array.IndexOf(places, -1) is >= 0 and var missing
            ? throw new EventhouseException($"The Eventhouse's answer has no column {columns[missing]}.")
            : table.Rows.Select(row => Array.ConvertAll(places, place => Convert.ToString(row[place], System.Globalization.CultureInfo.InvariantCulture) ?? ""));
    }
}
