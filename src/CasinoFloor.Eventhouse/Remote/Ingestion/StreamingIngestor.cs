using System.Net.Http.Headers;
using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>Streaming ingestion: <c>POST /v1/rest/ingest/{database}/{table}?streamFormat=Json&amp;mappingName=...</c>; rows can be asked for within seconds.</summary>
internal sealed class StreamingIngestor(KustoSender sender, Uri service, string database, RemoteOptions options) : IIngestor
{
    // As Kusto's own clients do: after these rows are queued, or wait on disk.
    private const int Attempts = 3;

    /// <summary>The JSON mapping of a table, as <c>kql/schema</c> has it.</summary>
    public static string MappingOf(string table) => table + "_json";

    /// <inheritdoc />
    public async Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken)
    {
        var path = $"v1/rest/ingest/{Uri.EscapeDataString(database)}/{chunk.Table}?streamFormat=Json&mappingName={MappingOf(chunk.Table)}";
        var (answer, failure) = await sender.SendAsync(
            () => Request(path, chunk), new RetryBudget(Attempts, options.RetryFor, options.IngestTimeout), cancellationToken);
        answer?.Dispose();
        return failure;
    }

    private HttpRequestMessage Request(string path, RowChunk chunk)
    {
        var content = new ReadOnlyMemoryContent(chunk.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(service, path)) { Content = content };
    }
}
