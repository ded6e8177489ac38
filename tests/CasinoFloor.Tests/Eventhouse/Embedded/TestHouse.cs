using System.Globalization;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Embedded;
using DuckDB.NET.Data;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

/// <summary>An embedded Eventhouse in a directory of its own, which it can close and open again.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("eventhouse");

    private TestHouse(Action<EmbeddedOptions>? configure)
    {
        Options = new EmbeddedOptions { Directory = Path.Combine(_directory.FullName, "made", "by it") };
        configure?.Invoke(Options);
        House = Make();
    }

    public static DateTime Now { get; } = new(2026, 3, 14, 15, 9, 26, DateTimeKind.Utc);

    public EmbeddedOptions Options { get; }

    public FakeTimeProvider Time { get; } = new(Now);

    public EmbeddedEventhouse House { get; private set; }

    public static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public static async Task<TestHouse> OpenAsync(Action<EmbeddedOptions>? configure = null)
    {
        var house = new TestHouse(configure);
        await house.House.OpenAsync(Token);
        return house;
    }

    public async Task ReopenAsync()
    {
        await House.DisposeAsync();
        House = Make();
        await House.OpenAsync(Token);
    }

    public Task WriteAsync(EventBatch batch, params Checkpoint[] checkpoints) => House.WriteAsync([batch], checkpoints, Token);

    /// <summary>All rows of a query; nulls as null, times as UTC.</summary>
    public List<object?[]> Query(string sql)
    {
        using var connection = House.OpenReader();
        return Query(connection, sql);
    }

    public static List<object?[]> Query(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }

    /// <summary>The only row of a query, by column name.</summary>
    public Dictionary<string, object?> Row(string sql)
    {
        using var connection = House.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Xunit.Assert.True(reader.Read());
        var row = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.IsDBNull(column) ? null : reader.GetValue(column));
        Xunit.Assert.False(reader.Read());
        return row;
    }

    public long Count(string table) => Convert.ToInt64(Query($"SELECT count(*) FROM {table}")[0][0], CultureInfo.InvariantCulture);

    public void Execute(string sql)
    {
        using var connection = House.OpenReader();
        connection.Run(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private EmbeddedEventhouse Make() => new(
        Options, TestBatches.Identify, Time, Path.Combine(RepositoryFiles.Root, "kql"));
}
