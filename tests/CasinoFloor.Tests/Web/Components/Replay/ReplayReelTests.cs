using CasinoFloor.Web.Components.Replay;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Replay;

public sealed class ReplayReelTests
{
    private static readonly DateTime At = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private readonly List<(DateTime At, CancellationToken Token)> _asked = [];

    [Fact]
    public async Task Take_Playing_LoadsAheadInOrderAndEachOnce()
    {
        using var reel = new ReplayReel(Load);

        for (var n = 0; n < 4; n++)
        {
            Assert.Equal(At + (n * Step), (await reel.TakeAsync(At + (n * Step), Step, At.AddHours(1))).At);
        }

        Assert.Equal(Enumerable.Range(0, 4 + ReplayReel.Ahead).Select(n => At + (n * Step)), _asked.Select(asked => asked.At));
        Assert.Equal(ReplayReel.Ahead, reel.Count);
    }

    [Fact]
    public async Task Take_NearTheEnd_LoadsNothingBeyondIt()
    {
        using var reel = new ReplayReel(Load);

        await reel.TakeAsync(At, Step, At + Step);

        Assert.Equal([At, At + Step], _asked.Select(asked => asked.At));
    }

    [Fact]
    public async Task Take_Paused_LoadsNothingAhead()
    {
        using var reel = new ReplayReel(Load);

        await reel.TakeAsync(At, TimeSpan.Zero, At.AddHours(1));

        Assert.Single(_asked);
    }

    [Fact]
    public async Task Take_AnotherMoment_CancelsWhatIsUnderWay()
    {
        using var reel = new ReplayReel((at, token) => Never(at, token));
        var first = reel.TakeAsync(At, Step, At.AddHours(1));

        _ = reel.TakeAsync(At.AddMinutes(10), TimeSpan.Zero, At.AddHours(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal([true, true, true, true, false], _asked.Select(asked => asked.Token.IsCancellationRequested));
    }

    private Task<ReplayMoment> Load(DateTime at, CancellationToken token)
    {
        _asked.Add((at, token));
        return Task.FromResult(new ReplayMoment(at));
    }

    private async Task<ReplayMoment> Never(DateTime at, CancellationToken token)
    {
        _asked.Add((at, token));
        await Task.Delay(Timeout.Infinite, token);
        return new ReplayMoment(at);
    }
}
