using System.Collections.Concurrent;
using System.Net;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Eventhouse.Remote.Http;
using CasinoFloor.Eventhouse.Remote.Ingestion;
using CasinoFloor.Eventhouse.Remote.Spool;
using CasinoFloor.Kql;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class RowSenderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sender");
    private readonly FakeTimeProvider _time = new();
    private readonly FakeIngestor _service = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task SendAsync_AwayAndBack_ArrivesOnceInOrder()
    {
        await using var sender = Open();
        await sender.SendAsync([Chunk("a")], Cancellation);
        _service.Failure = Away;
        await sender.SendAsync([Chunk("b"), Chunk("c")], Cancellation);
        await sender.SendAsync([Chunk("d")], Cancellation);

        Assert.NotNull(sender.Problem);
        Assert.Equal(["a"], _service.Taken);
        _service.Failure = null;
        await BackAsync(sender);
        await sender.SendAsync([Chunk("e")], Cancellation);

        Assert.Equal(["a", "b", "c", "d", "e"], _service.Taken);
        Assert.Empty(_directory.EnumerateFiles());
    }

    [Fact]
    public async Task SendAsync_FailsInTheMiddle_SendsOnlyTheRestLater()
    {
        await using var sender = Open();
        _service.FailFrom = "b";
        await sender.SendAsync([Chunk("a"), Chunk("b")], Cancellation);
        _service.FailFrom = null;
        await BackAsync(sender);

        Assert.Equal(["a", "b"], _service.Taken);
    }

    [Fact]
    public async Task Restart_RowsWait_AreSentFirst()
    {
        _service.Failure = Away;
        await using (var before = Open())
        {
            await before.SendAsync([Chunk("a")], Cancellation);
        }

        _service.Failure = null;
        await using var after = Open();
        await BackAsync(after);

        Assert.Equal(["a"], _service.Taken);
    }

    [Fact]
    public async Task SendAsync_RefusedForGood_WaitsAndSaysSo()
    {
        await using var sender = Open();
        _service.Failure = new KustoFailure(new SendOutcome(HttpStatusCode.Forbidden), new KqlError("HTTP403", "no role", 0, 0, 0, 0));

        await sender.SendAsync([Chunk("a")], Cancellation);

        Assert.Equal("The Eventhouse refuses rows: no role. 1 row waits in the spool.", sender.Problem);
        _service.Failure = null;
        await BackAsync(sender);
        Assert.Equal(["a"], _service.Taken);
    }

    [Fact]
    public async Task SendAsync_WhileAnAttemptHangs_IsNotHeldUp()
    {
        _service.Failure = Away;
        await using var sender = Open();
        await sender.SendAsync([Chunk("a")], Cancellation);
        _service.Hangs = new TaskCompletionSource();
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(30));
                return _service.IsHanging;
            },
            Cancellation);

        await sender.SendAsync([Chunk("b")], Cancellation);

        Assert.StartsWith("away. 2 rows", sender.Problem, StringComparison.Ordinal);
        _service.Failure = null;
        _service.Hangs.SetResult();
        await BackAsync(sender);
        Assert.Equal(["a", "b"], _service.Taken);
    }

    [Fact]
    public async Task SendAsync_SpoolIsFull_TakesNothing()
    {
        _service.Failure = Away;
        await using var sender = Open(maxBytes: 20);
        await sender.SendAsync([Chunk("a")], Cancellation);

        await Assert.ThrowsAsync<EventhouseException>(() => sender.SendAsync([Chunk("b", bytes: 100)], Cancellation));

        Assert.Single(_directory.EnumerateFiles());
    }

    [Fact]
    public async Task Drain_DamagedFile_IsSetAsideAndCounted()
    {
        _service.Failure = Away;
        await using (var before = Open())
        {
            await before.SendAsync([Chunk("a")], Cancellation);
            await before.SendAsync([Chunk("b")], Cancellation);
        }

        var oldest = _directory.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).First().FullName;
        var bytes = await File.ReadAllBytesAsync(oldest, Cancellation);
        bytes[^1] ^= 0xFF;
        await File.WriteAllBytesAsync(oldest, bytes, Cancellation);
        _service.Failure = null;
        await using var sender = Open();
        await Eventually.TrueAsync(() => !_directory.EnumerateFiles("*.spool").Any(), Cancellation);

        Assert.Equal(["b"], _service.Taken);
        Assert.Contains("set aside", sender.Problem, StringComparison.Ordinal);
        Assert.Single(_directory.EnumerateFiles("*.damaged"));
    }

    private static KustoFailure Away => new(new SendOutcome(null), new KqlError("NETWORK", "away", 0, 0, 0, 0));

    private RowSender Open(long maxBytes = 1 << 20) => new(_service, new RowSpool(_directory.FullName, maxBytes), null, _time, NullLogger.Instance);

    private async Task BackAsync(RowSender sender) => await Eventually.TrueAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return sender.Problem is null && !_directory.EnumerateFiles().Any();
        },
        Cancellation);

    private static RowChunk Chunk(string table, int bytes = 1) => new(table, 1, 10, table, new byte[bytes]);

    private sealed class FakeIngestor : IIngestor
    {
        public ConcurrentQueue<string> Taken { get; } = new();

        public KustoFailure? Failure { get; set; }

        public string? FailFrom { get; set; }

        public TaskCompletionSource? Hangs { get; set; }

        public bool IsHanging { get; private set; }

        public async Task<KustoFailure?> SendAsync(RowChunk chunk, CancellationToken cancellationToken)
        {
            if (Hangs is { } hangs)
            {
                IsHanging = true;
                await hangs.Task;
            }

            var failure = Failure ?? (chunk.Table == FailFrom ? Away : null);
            if (failure is null)
            {
                Taken.Enqueue(chunk.Table);
            }

            return failure;
        }
    }
}
