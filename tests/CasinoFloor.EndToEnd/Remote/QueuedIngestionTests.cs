using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.EndToEnd.Remote;

/// <summary>Queued ingestion against Azurite: what the Eventhouse would find in blob and queue storage.</summary>
public sealed class QueuedIngestionTests : IDisposable
{
    private static readonly SourcePartition Partition = new(EventStream.Slot, "kafka:es-slot-telemetry", 3, 0);
    private static readonly DateTime Now = new(2026, 3, 14, 15, 9, 26, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = TestTime.Limit)]
    public async Task WriteAsync_StreamingAway_RowsAreInTheBlobThatTheMessageNames()
    {
        await using var azurite = await Azurite.StartOrSkipAsync(Stop);
        await using var service = await KustoStandIn.StartAsync(Stop);
        var queue = await azurite.QueueAsync("ready", Stop);
        service.Places.Enqueue((await azurite.ContainerAsync("rows", Stop), queue));
        await using var remote = await OpenAsync(service);

        await remote.WriteAsync([Spins(100, 50)], [new Checkpoint(Partition, 150)], Stop);

        Assert.Null(remote.Problem);
        var message = await OnlyMessageAsync(queue);
        Assert.Equal(("casino_realtime", "slot_events_live"), (message.GetProperty("DatabaseName").GetString(), message.GetProperty("TableName").GetString()));
        Assert.True(Guid.TryParse(message.GetProperty("Id").GetString(), out _));
        var properties = message.GetProperty("AdditionalProperties");
        Assert.Equal("an identity", properties.GetProperty("authorizationContext").GetString());
        Assert.Equal(("json", "slot_events_live_json"), (properties.GetProperty("format").GetString(), properties.GetProperty("ingestionMappingReference").GetString()));
        Assert.Equal("""["ingest-by:kafka:es-slot-telemetry/3@100-149"]""", properties.GetProperty("tags").GetString());
        Assert.Equal("""["kafka:es-slot-telemetry/3@100-149"]""", properties.GetProperty("ingestIfNotExists").GetString());
        var text = await DownloadAsync(message.GetProperty("BlobPath").GetString()!);
        Assert.Equal(message.GetProperty("RawDataSize").GetInt64(), Encoding.UTF8.GetByteCount(text));
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(Enumerable.Range(100, 50), rows.Select(row => row.GetProperty("source_offset").GetInt32()));
        Assert.Equal(("Größe", 2.5), (rows[0].GetProperty("floor_section").GetString(), rows[0].GetProperty("wager_amount").GetDouble()));
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task WriteAsync_SeveralWrites_AskForThePlacesOnce()
    {
        await using var azurite = await Azurite.StartOrSkipAsync(Stop);
        await using var service = await KustoStandIn.StartAsync(Stop);
        var queue = await azurite.QueueAsync("ready", Stop);
        service.Places.Enqueue((await azurite.ContainerAsync("rows", Stop), queue));
        await using var remote = await OpenAsync(service);

        for (var write = 0; write < 5; write++)
        {
            await remote.WriteAsync([Spins(write * 10, 10)], [new Checkpoint(Partition, (write * 10) + 10)], Stop);
        }

        Assert.Equal([".show tables", ".get ingestion resources", ".get kusto identity token"], service.Commands);
        Assert.Equal(3, service.Streamed);
        Assert.Equal(5, (await MessagesAsync(queue)).Count);
    }

    [Fact(Timeout = TestTime.Limit)]
    public async Task WriteAsync_SignatureNoLongerGood_RowsWaitAndGoWithANewOne()
    {
        await using var azurite = await Azurite.StartOrSkipAsync(Stop);
        await using var service = await KustoStandIn.StartAsync(Stop);
        var queue = await azurite.QueueAsync("ready", Stop);
        service.Places.Enqueue((await azurite.ContainerAsync("rows", Stop, isSignatureGood: false), queue));
        service.Places.Enqueue((await azurite.ContainerAsync("rows", Stop), queue));
        await using var remote = await OpenAsync(service);

        await remote.WriteAsync([Spins(0, 10)], [new Checkpoint(Partition, 10)], Stop);

        while (remote.Problem is not null)
        {
            await Task.Delay(20, Stop);
        }

        await OnlyMessageAsync(queue);
        Assert.Equal(2, service.Commands.Count(command => command == ".get ingestion resources"));
    }

    private async Task<RemoteEventhouse> OpenAsync(KustoStandIn service)
    {
        var options = new RemoteOptions
        {
            QueryUri = service.Address.ToString(),
            Authentication = RemoteAuthentication.None,
            RetryFor = TimeSpan.Zero,
            SpoolDirectory = _folder.File("spool"),
        };
        var remote = new RemoteEventhouse(
            options, Path.Combine(RepositoryFiles.Root, "kql"), (_, id) => (UInt128)id.Length, TimeProvider.System, NullLoggerFactory.Instance);
        await remote.OpenAsync(Stop);
        return remote;
    }

    private static EventBatch Spins(long first, int count)
    {
        var batch = new EventBatch();
        batch.Reset(EventStream.Slot);
        for (var i = 0; i < count; i++)
        {
            batch.Add("{}"u8, Partition.Index, first + i, Now.Ticks);
            ref var slot = ref batch.Slots.Add();
            slot.Message = i;
            slot.Outcome = EventOutcome.Accepted;
            slot.Type = SlotEventType.Spin;
            slot.Timestamp = Now.AddSeconds(i).Ticks;
            slot.Wager = Money.FromDecimal(2.5m);
            slot.HopperLevel = slot.TheoreticalHold = float.NaN;
            slot.MachineId = batch.AddText("M-1"u8);
            slot.FloorSection = batch.AddText("Größe"u8);
        }

        return batch;
    }

    private static async Task<JsonElement> OnlyMessageAsync(Uri queue)
    {
        var message = Assert.Single(await MessagesAsync(queue));
        return JsonElement.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)));
    }

    private static async Task<IReadOnlyList<QueueMessage>> MessagesAsync(Uri queue) => (await new QueueClient(queue).ReceiveMessagesAsync(32, cancellationToken: Stop)).Value;

    // As the service does: by the address in the message alone.
    private static async Task<string> DownloadAsync(string address)
    {
        using var http = new HttpClient();
        await using var compressed = await http.GetStreamAsync(new Uri(address), Stop);
        using var rows = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress));
        return await rows.ReadToEndAsync(Stop);
    }
}
