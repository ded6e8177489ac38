using System.Collections.Concurrent;
using System.Text.Json;
using CasinoFloor.Eventhouse.Ingestion;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.EndToEnd.Remote;

/// <summary>A Kusto service as far as queued ingestion sees one: it has the tables, does not stream at present, and says where queued rows go.</summary>
internal sealed class KustoStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private int _streamed;

    private KustoStandIn(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/");

    /// <summary>The commands it was given.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>How often rows were streamed to it.</summary>
    public int Streamed => Volatile.Read(ref _streamed);

    /// <summary>What it answers to streamed rows.</summary>
    public int StreamingStatus { get; set; } = StatusCodes.Status503ServiceUnavailable;

    /// <summary>The places for queued rows: one pair for each time it is asked, the last one again and again.</summary>
    public ConcurrentQueue<(Uri Container, Uri Queue)> Places { get; } = new();

    public static async Task<KustoStandIn> StartAsync(CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new KustoStandIn(app);
        app.MapPost("/v1/rest/mgmt", service.CommandAsync);
        app.MapPost("/v1/rest/ingest/{database}/{table}", service.Stream);
        await app.StartAsync(stop);
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Stream()
    {
        Interlocked.Increment(ref _streamed);
        return Results.StatusCode(StreamingStatus);
    }

    private async Task<IResult> CommandAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body);
        var command = body.RootElement.GetProperty("csl").GetString()!;
        Commands.Enqueue(command);
        return command switch
        {
            ".show tables" => Table(["TableName"], [.. EventhouseTables.All.Select(table => new[] { table.Name })]),
            ".get kusto identity token" => Table(["AuthorizationContext"], [["an identity"]]),
            ".get ingestion resources" => Table(["ResourceTypeName", "StorageRoot"], Resources()),
            _ => Results.BadRequest(),
        };
    }

    private string[][] Resources()
    {
        if (Places.Count == 1 || !Places.TryDequeue(out var place))
        {
            Places.TryPeek(out place);
        }

        return [["TempStorage", place.Container.ToString()], ["SecuredReadyForAggregationQueue", place.Queue.ToString()], ["IngestionsStatusTable", "unused"]];
    }

    private static IResult Table(string[] columns, string[][] rows) => Results.Json(new
    {
        Tables = new[] { new { TableName = "Table_0", Columns = columns.Select(name => new { ColumnName = name, DataType = "String", ColumnType = "string" }), Rows = rows } },
    }, new JsonSerializerOptions());
}
