using System.IO.Pipelines;
using CasinoFloor.Eventhouse.Remote.Http;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class StallGuardTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_NothingArrives_FailsAfterTheLimit()
    {
        await using var guard = new StallGuard(new Pipe().Reader.AsStream(), TimeSpan.FromSeconds(10), _time);

        var reading = guard.ReadAsync(new byte[10], Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(reading.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<IOException>(() => reading);
    }

    [Fact]
    public async Task ReadAsync_EachPieceInTime_MayTakeLongerThanTheLimit()
    {
        var pipe = new Pipe();
        await using var guard = new StallGuard(pipe.Reader.AsStream(), TimeSpan.FromSeconds(10), _time);
        var buffer = new byte[10];
        for (var i = 0; i < 3; i++)
        {
            var reading = guard.ReadAsync(buffer, Cancellation).AsTask();
            _time.Advance(TimeSpan.FromSeconds(9));
            await pipe.Writer.WriteAsync(new byte[] { 1 }, Cancellation);

            Assert.Equal(1, await reading);
        }
    }

    [Fact]
    public async Task ReadAsync_CallerStops_IsACancellation()
    {
        await using var guard = new StallGuard(new Pipe().Reader.AsStream(), TimeSpan.FromSeconds(10), _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var reading = guard.ReadAsync(new byte[10], stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
