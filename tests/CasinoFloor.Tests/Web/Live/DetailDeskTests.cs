using CasinoFloor.Web.Live;
using Microsoft.Extensions.Options;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

public sealed class DetailDeskTests
{
    private readonly FakeFloor _floor = new(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RequestDetailAsync_NextTick_AnswersFromTheEngine()
    {
        var feed = Feed();
        var request = feed.RequestDetailAsync(4, Cancellation);
        Assert.False(request.IsCompleted);
        Assert.Equal(0, _floor.DetailsAsked);

        feed.OnTick(_floor);

        Assert.Equal("M-0004", (await request)!.Info.Id);
        Assert.Equal(new DetailCounts(1, 1, 0, 0, 0), feed.Details);
    }

    [Fact]
    public async Task RequestDetailAsync_NoSuchMachine_IsNull()
    {
        var feed = Feed();
        var request = feed.RequestDetailAsync(10, Cancellation);

        feed.OnTick(_floor);

        Assert.Null(await request);
    }

    [Fact]
    public async Task RequestDetailAsync_QueueFull_RefusesAndCounts()
    {
        var feed = Feed(queue: 2);
        var waiting = new[] { feed.RequestDetailAsync(0, Cancellation), feed.RequestDetailAsync(1, Cancellation) };

        Assert.Null(await feed.RequestDetailAsync(2, Cancellation));
        Assert.Equal(new DetailCounts(3, 0, 1, 0, 2), feed.Details);

        feed.OnTick(_floor);
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
    }

    [Fact]
    public async Task RequestDetailAsync_Withdrawn_IsNotComputed()
    {
        var feed = Feed();
        using var source = new CancellationTokenSource();
        var request = feed.RequestDetailAsync(0, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);

        feed.OnTick(_floor);

        Assert.Equal(0, _floor.DetailsAsked);
        Assert.Equal(new DetailCounts(1, 0, 0, 1, 0), feed.Details);
    }

    [Fact]
    public void OnTick_ManyRequests_AnswersABoundedNumber()
    {
        var feed = Feed(perTick: 3);
        for (var i = 0; i < 8; i++)
        {
            _ = feed.RequestDetailAsync(i, Cancellation);
        }

        feed.OnTick(_floor);
        Assert.Equal(new DetailCounts(8, 3, 0, 0, 5), feed.Details);

        feed.OnTick(_floor);
        feed.OnTick(_floor);
        Assert.Equal(new DetailCounts(8, 8, 0, 0, 0), feed.Details);
    }

    private static FloorFeed Feed(int queue = 256, int perTick = 64) =>
        new(TimeProvider.System, Options.Create(new FloorLiveOptions { DetailQueue = queue, DetailsPerTick = perTick }));
}
