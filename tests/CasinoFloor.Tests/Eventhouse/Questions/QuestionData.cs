using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Eventhouse.Embedded;

namespace CasinoFloor.Tests.Eventhouse.Questions;

/// <summary>A small fixed floor of five machines, in CSV files that a person can check results against.</summary>
public sealed class QuestionData : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("questions");
    private EmbeddedEventhouse? _house;

    public static string KqlFolder { get; } = Path.Combine(RepositoryFiles.Root, "kql");

    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "tests", "CasinoFloor.Tests", "Eventhouse", "Questions");

    public EventhouseHistory History { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _house = new EmbeddedEventhouse(
            new EmbeddedOptions { Directory = _directory.FullName }, TestBatches.Identify, TimeProvider.System, KqlFolder);
        await _house.OpenAsync(CancellationToken.None);
        using var connection = _house.OpenReader();
        foreach (var table in EventhouseTables.All)
        {
            var file = Path.Combine(Folder, "Data", table.Name + ".csv");
            if (File.Exists(file))
            {
                var given = File.ReadLines(file).First().Split(',');
                connection.Run($"""
                    INSERT INTO {table.Name}
                    SELECT {string.Join(", ", table.Columns.Select(column => Value(column, given.Contains(column.Name))))}
                    FROM read_csv('{file}', header = true, all_varchar = true)
                    """);
            }
        }

        // The files came past the update policy.
        Assert.Null((await _house.CommandAsync(".set-or-append slot_signals_live <| signals_of_slot_events()", CancellationToken.None)).Error);
        History = new EventhouseHistory(_house, QuestionCatalog.Load(KqlFolder));
    }

    public async ValueTask DisposeAsync()
    {
        await _house!.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static string Value(ColumnDefinition column, bool isGiven) => (column.Type, isGiven) switch
    {
        (KustoType.String, true) => $"coalesce(\"{column.Name}\", '')",
        (KustoType.String, false) => "''",
        (_, true) => $"CAST(\"{column.Name}\" AS {column.DuckDbTypeName})",
        _ => "NULL",
    };
}
