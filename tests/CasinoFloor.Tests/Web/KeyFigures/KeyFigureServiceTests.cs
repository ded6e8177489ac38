using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.KeyFigures;
using CasinoFloor.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static CasinoFloor.Tests.Web.KeyFigures.Minutes;

namespace CasinoFloor.Tests.Web.KeyFigures;

public sealed class KeyFigureServiceTests
{
    private static readonly DateTime Now = Utc(7, 14, 20, 30);

    [Fact]
    public async Task Run_WithoutEvents_AsksNothingThenOnceAMinute()
    {
        var stop = TestContext.Current.CancellationToken;
        var time = new WatchedTime(new DateTimeOffset(Now));
        var feed = new FloorFeed(time, Options.Create(new FloorLiveOptions()));
        var (minutes, history) = (new MinuteHistory(), new KeyFigureHistory());
        using var service = new KeyFigureService(feed, new KeyFigureAsker(minutes, House), history, time, NullLogger<KeyFigureService>.Instance);
        await service.StartAsync(stop);

        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(history.Latest);

        feed.OnTick(new FakeFloor(1, _ => "Main") { Summary = Summaries.Of(Now) with { Watermark = Now } });
        await UntilAsync(() => time.AdvanceUnlessPaused(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), stop);
        Assert.True(history.Latest is { KnowsPast: true });
        var asked = minutes.Asked.Count;

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(asked, minutes.Asked.Count);
        time.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(() => time.Pauses(TimeSpan.FromMinutes(1)) == 2, stop);
        Assert.True(minutes.Asked.Count > asked);

        await service.StopAsync(stop);
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken stop)
    {
        while (!condition())
        {
            stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Tells how often a wait of some length has begun: only then moving the clock ends it.</summary>
    private sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Lock _gate = new();
        private readonly List<TimeSpan> _begun = [];

        public int Pauses(TimeSpan length)
        {
            lock (_gate)
                return _begun.Count(begun => begun == length);
        }

        /// <summary>Whether a wait of a length has begun; the clock moves on only where none has.</summary>
        public bool AdvanceUnlessPaused(TimeSpan step, TimeSpan length)
        {
            lock (_gate)
            {
                if (Pauses(length) > 0)
                    return true;

                Advance(step);
                return false;
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _begun.Add(dueTime);
                return base.CreateTimer(callback, state, dueTime, period);
            }
        }
    }
}
