using System.Net;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>
/// Queued ingestion: the rows go into a blob, and a message about it into a queue that the service works off within minutes. The tag keeps rows that were
/// queued twice from being taken twice.
/// </summary>
internal sealed class QueuedIngestor(QueuedResourceFinder resources, string database) : IIngestor
{
    private static readonly BlobClientOptions Blobs = Patient(new BlobClientOptions());
    private static readonly QueueClientOptions Queues = Patient(new QueueClientOptions());

    private int _next = -1;

    /// <inheritdoc />
    public async Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken)
    {
        var (found, failure) = await resources.FindAsync(cancellationToken);
        if (found is null)
        {
            return failure;
        }

        try
        {
            var turn = (uint)Interlocked.Increment(ref _next);
            var blob = new BlobContainerClient(found.Containers[(int)(turn % found.Containers.Count)], Blobs).GetBlobClient($"{database}/{chunk.Table}/{Guid.NewGuid():N}.json.gz");
            await blob.UploadAsync(BinaryData.FromBytes(chunk.Body), overwrite: true, cancellationToken);
            var queue = new QueueClient(found.Queues[(int)(turn % found.Queues.Count)], Queues);
            await queue.SendMessageAsync(Message(chunk, blob.Uri, found.AuthorizationContext), cancellationToken);
            return null;
        }
        catch (RequestFailedException refused)
        {
            resources.Forget();
            var status = refused.Status == 0 ? (HttpStatusCode?)null : (HttpStatusCode)refused.Status;

            // A signature that has expired is refused with 403: the next attempt asks for new ones.
            return new KustoFailure(
                new SendOutcome(status == HttpStatusCode.Forbidden ? HttpStatusCode.ServiceUnavailable : status),
                KustoFailure.Plain("STORAGE", $"The Eventhouse's storage does not take the rows: {FirstLine(refused.Message)}"));
        }
        catch (Exception away) when (away is AggregateException || KustoFailure.IsNetwork(away, cancellationToken))
        {
            resources.Forget();
            return KustoFailure.Network(away);
        }
    }

    /// <summary>
    /// The message about a blob, in base 64. The tag keeps rows that were queued twice from being taken twice; a chunk without one is taken as often as it is sent.
    /// </summary>
    public string Message(RowChunk chunk, Uri blob, string authorizationContext)
    {
        var properties = new Dictionary<string, string>
        {
            ["authorizationContext"] = authorizationContext,
            ["format"] = "json",
            ["ingestionMappingReference"] = StreamingIngestor.MappingOf(chunk.Table),
        };
        if (chunk.Tag.Length > 0)
        {
            properties["tags"] = JsonSerializer.Serialize(new[] { "ingest-by:" + chunk.Tag });
            properties["ingestIfNotExists"] = JsonSerializer.Serialize(new[] { chunk.Tag });
        }

        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            Id = Guid.NewGuid(),
            BlobPath = blob.ToString(),
            RawDataSize = chunk.RawBytes,
            DatabaseName = database,
            TableName = chunk.Table,
            RetainBlobOnSuccess = false,
            FlushImmediately = true,
            ReportLevel = 0,
            ReportMethod = 0,
            AdditionalProperties = properties,
        }));
    }

    // Headers and body of the answer follow.
    private static string FirstLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;

    // Our own waiting and the spool come after: here a few quick attempts are enough.
    private static T Patient<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
