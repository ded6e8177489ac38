using System.Net;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Kql;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class ManagedIngestorTests
{
    private readonly Counting _streaming = new();
    private readonly Counting _queued = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task SendAsync_StreamingWorks_QueuesNothing()
    {
        Assert.Null(await SendAsync(100));
        Assert.Equal((1, 0), (_streaming.Calls, _queued.Calls));
    }

    [Fact]
    public async Task SendAsync_TooLargeForStreaming_IsQueuedAtOnce()
    {
        Assert.Null(await SendAsync(RemoteOptions.MaxStreamingBytes + 1));
        Assert.Equal((0, 1), (_streaming.Calls, _queued.Calls));
    }

    [Fact]
    public async Task SendAsync_StreamingFailsForAWhile_QueuesAndLetsStreamingRest()
    {
        _streaming.Status = HttpStatusCode.ServiceUnavailable;
        var ingestor = new ManagedIngestor(_streaming, _queued, _time);
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await ingestor.SendAsync(Chunk(100), TestContext.Current.CancellationToken));
        }

        Assert.Equal((3, 10), (_streaming.Calls, _queued.Calls));
        _time.Advance(TimeSpan.FromMinutes(2));
        _streaming.Status = null;
        Assert.Null(await ingestor.SendAsync(Chunk(100), TestContext.Current.CancellationToken));
        Assert.Equal((4, 10), (_streaming.Calls, _queued.Calls));
    }

    [Fact]
    public async Task SendAsync_RefusedForGood_IsNotQueued()
    {
        _streaming.Status = HttpStatusCode.BadRequest;

        Assert.NotNull(await SendAsync(100));
        Assert.Equal(0, _queued.Calls);
    }

    private Task<KustoFailure?> SendAsync(long bytes) => new ManagedIngestor(_streaming, _queued, _time).SendAsync(Chunk(bytes), TestContext.Current.CancellationToken);

    private static RowChunk Chunk(long bytes) => new("t", 1, bytes, "tag", default);

    private sealed class Counting : IIngestor
    {
        public int Calls { get; private set; }

        public HttpStatusCode? Status { get; set; }

        public Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(Status is { } status ? new KustoFailure(new SendOutcome(status), new KqlError("X", "x", 0, 0, 0, 0)) : null);
        }
    }
}
