using System.Text.Json;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Live;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

public sealed class FloorFeedTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FloorLiveOptions _options = new();
    private readonly FakeFloor _floor = new(100);
    private FloorFeed? _created;

    private FloorFeed Feed => _created ??= new FloorFeed(_time, Options.Create(_options));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NextAsync_NewViewer_GetsLayoutAndSnapshot()
    {
        _floor.Heat(3, 0.5f);
        Feed.OnTick(_floor);
        using var viewer = Feed.Watch();

        var update = await viewer.NextAsync(Cancellation);

        Assert.NotNull(update.NewLayout);
        Assert.Equal(FrameKind.Snapshot, update.Frame.Kind);
        Read(update).AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_AfterConfirm_GetsOnlyWhatChanged()
    {
        using var viewer = Feed.Watch();
        var shown = Read(await Tick(viewer));

        _floor.Heat(7, 0.9f);
        _floor[8] = new MachineView(MachineStatus.Critical, MachineFlags.Locked | MachineFlags.Tilt, 0.2f, 55, -12);
        var update = await Tick(viewer);

        Assert.Null(update.NewLayout);
        Assert.Equal(FrameKind.Delta, update.Frame.Kind);
        Assert.True(shown.Apply(update.Frame.Bytes));
        Assert.Equal(2, shown.Records);
        shown.AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_AnotherPictureUnderTheSamePlaces_GetsItWithLayoutAndSnapshot()
    {
        var ground = new Ground();
        _created = new FloorFeed(_time, Options.Create(_options), ground);
        using var viewer = Feed.Watch();
        await Tick(viewer);
        _time.Advance(_options.LayoutInterval);

        ground.Background = new LayoutBackground("plan.png", 1, 2, 80);
        var update = await Tick(viewer);

        Assert.Equal(FrameKind.Snapshot, update.Frame.Kind);
        using var message = JsonDocument.Parse(update.NewLayout!.Bytes);
        Assert.Equal("""{"file":"plan.png","x":1,"y":2,"width":80}""", message.RootElement.GetProperty("background").GetRawText());
        Assert.Null((await Tick(viewer)).NewLayout);
    }

    [Fact]
    public async Task NextAsync_TicksSkipped_MergesThemWithoutGap()
    {
        using var viewer = Feed.Watch();
        var shown = Read(await Tick(viewer));
        for (var tick = 0; tick < 50; tick++)
        {
            _floor.Heat(tick % 10, tick / 100f);
            Feed.OnTick(_floor);
        }

        var update = await viewer.NextAsync(Cancellation);

        Assert.Equal(FrameKind.Delta, update.Frame.Kind);
        Assert.True(shown.Apply(update.Frame.Bytes));
        Assert.Equal(51u, shown.Sequence);
        Assert.Equal(10, shown.Records);
        shown.AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_NotConfirmed_StartsFromTheLastConfirmed()
    {
        using var viewer = Feed.Watch();
        var shown = Read(await Tick(viewer));
        _floor.Heat(1, 0.4f);
        Feed.OnTick(_floor);
        await viewer.NextAsync(Cancellation);

        _floor.Heat(2, 0.6f);
        Feed.OnTick(_floor);
        var update = await viewer.NextAsync(Cancellation);

        Assert.True(shown.Apply(update.Frame.Bytes));
        shown.AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_AfterReset_GetsLayoutAndSnapshotAtOnce()
    {
        using var viewer = Feed.Watch();
        await Tick(viewer);

        viewer.Reset();
        var update = await viewer.NextAsync(Cancellation);

        Assert.NotNull(update.NewLayout);
        Assert.Equal(FrameKind.Snapshot, update.Frame.Kind);
    }

    [Fact]
    public async Task NextAsync_MostChanged_SendsTheShorterSnapshot()
    {
        using var viewer = Feed.Watch();
        await Tick(viewer);
        for (var i = 0; i < 90; i++)
        {
            _floor.Heat(i, 0.7f);
        }

        var update = await Tick(viewer);

        Assert.Equal(FrameKind.Snapshot, update.Frame.Kind);
        Assert.Null(update.NewLayout);
        Read(update).AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_SeveralViewers_ShareFramesAndLayout()
    {
        using var first = Feed.Watch();
        using var second = Feed.Watch();
        var (one, two) = (await Tick(first), await second.NextAsync(Cancellation));
        second.Confirm(two);
        Assert.Same(one.Frame.Bytes, two.Frame.Bytes);
        Assert.Same(one.NewLayout!.Bytes, two.NewLayout!.Bytes);

        _floor.Heat(5, 0.5f);
        Feed.OnTick(_floor);

        Assert.Same((await first.NextAsync(Cancellation)).Frame.Bytes, (await second.NextAsync(Cancellation)).Frame.Bytes);
    }

    [Fact]
    public async Task OnTick_SlowViewer_HoldsNobodyUp()
    {
        using var slow = Feed.Watch();
        using var quick = Feed.Watch();
        Feed.OnTick(_floor);
        var stuck = await slow.NextAsync(Cancellation);
        quick.Confirm(await quick.NextAsync(Cancellation));
        for (var tick = 2u; tick <= 20; tick++)
        {
            _floor.Heat((int)tick, 0.5f);
            Feed.OnTick(_floor);
            var update = await quick.NextAsync(Cancellation);
            quick.Confirm(update);
            Assert.Equal(tick, update.Frame.Sequence);
        }

        slow.Confirm(stuck);
        var shown = Read(stuck);
        Assert.True(shown.Apply((await slow.NextAsync(Cancellation)).Frame.Bytes));
        shown.AssertShows(_floor);
    }

    [Fact]
    public async Task NextAsync_Waiting_CompletesWithTheNextTickAndOffTheEnginesThread()
    {
        using var viewer = Feed.Watch();
        var thread = 0;
        async Task<FloorUpdate> Follow()
        {
            var update = await viewer.NextAsync(Cancellation);
            thread = Environment.CurrentManagedThreadId;
            return update;
        }

        var waiting = Follow();
        Assert.False(waiting.IsCompleted);
        var engine = new Thread(() => Feed.OnTick(_floor));
        engine.Start();
        engine.Join();

        Assert.Equal(1u, (await waiting).Frame.Sequence);
        Assert.NotEqual(engine.ManagedThreadId, thread);
    }

    [Fact]
    public async Task NextAsync_Cancelled_Throws()
    {
        using var viewer = Feed.Watch();
        using var source = new CancellationTokenSource();
        var waiting = viewer.NextAsync(source.Token).AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task OnTick_MachineAppears_SendsLayoutAndSnapshot()
    {
        using var viewer = Feed.Watch();
        await Tick(viewer);

        _floor.Grow(101);
        _time.Advance(_options.LayoutInterval);
        var update = await Tick(viewer);

        Assert.Equal(_floor.LayoutVersion, update.NewLayout!.Version);
        Assert.Equal(101, update.NewLayout.Count);
        Read(update).AssertShows(_floor);
    }

    [Fact]
    public async Task OnTick_MachineLearnedThatLooksTheSame_SendsNoLayout()
    {
        using var viewer = Feed.Watch();
        var shown = Read(await Tick(viewer));

        _floor.Learn(4, "Buffalo Run");
        _floor.Heat(5, 0.5f);
        _time.Advance(_options.LayoutInterval);
        var update = await Tick(viewer);

        Assert.Null(update.NewLayout);
        Assert.Equal(FrameKind.Delta, update.Frame.Kind);
        Assert.True(shown.Apply(update.Frame.Bytes));
        Assert.Equal("Buffalo Run", update.Picture.Layout.Machines[4].Location.GameTheme);
    }

    [Fact]
    public async Task OnTick_MachinesKeepAppearing_WaitsBetweenLayouts()
    {
        using var viewer = Feed.Watch();
        await Tick(viewer);
        _floor.Grow(150);

        var early = await Tick(viewer);
        Assert.Null(early.NewLayout);
        Assert.Equal(100, early.Picture.Cells.Length);

        _time.Advance(_options.LayoutInterval);
        Assert.Equal(150, (await Tick(viewer)).NewLayout!.Count);
    }

    [Fact]
    public async Task OnTick_EmptyFloorFillsUp_DoesNotWait()
    {
        var empty = new FakeFloor(0);
        using var viewer = Feed.Watch();
        Feed.OnTick(empty);
        viewer.Confirm(await viewer.NextAsync(Cancellation));

        empty.Grow(3);
        Feed.OnTick(empty);

        Assert.Equal(3, (await viewer.NextAsync(Cancellation)).NewLayout!.Count);
    }

    [Fact]
    public async Task OnTick_NothingChanged_SendsTheClocksAlone()
    {
        using var viewer = Feed.Watch();
        var shown = Read(await Tick(viewer));
        var next = _floor.Summary.AsOf.AddSeconds(1);
        _floor.Summary = _floor.Summary with { AsOf = next, LastReceived = null };
        _time.Advance(TimeSpan.FromSeconds(1));

        var update = await Tick(viewer);

        Assert.Equal(FrameCodec.HeaderSize, update.Frame.Bytes.Length);
        Assert.True(shown.Apply(update.Frame.Bytes));
        Assert.Equal((next - DateTime.UnixEpoch).TotalMilliseconds, shown.EngineClock);
        Assert.Equal(_time.GetUtcNow().ToUnixTimeMilliseconds(), shown.ServerClock);
        Assert.True(double.IsNaN(shown.NewestReceived));
    }

    [Fact]
    public async Task OnTick_EventsReceived_SaysSinceWhenTheyCame()
    {
        using var viewer = Feed.Watch();
        var received = _floor.Summary.AsOf;
        _floor.Summary = _floor.Summary with { FirstReceived = received.AddMilliseconds(-180), LastReceived = received };
        Assert.Equal(180, Read(await Tick(viewer)).Spread);

        _floor.Summary = _floor.Summary with { FirstReceived = null };

        var update = await Tick(viewer);
        Assert.True(float.IsNaN(System.Buffers.Binary.BinaryPrimitives.ReadSingleLittleEndian(update.Frame.Bytes.AsSpan(28))));
    }

    [Fact]
    public void Viewers_WatchedAndLeft_AreCounted()
    {
        var viewer = Feed.Watch();
        using var other = Feed.Watch();
        Assert.Equal(2, Feed.Viewers);

        viewer.Dispose();
        viewer.Dispose();

        Assert.Equal(1, Feed.Viewers);
    }

    private static FrameReader Read(FloorUpdate update)
    {
        var reader = new FrameReader();
        Assert.True(reader.Apply(update.Frame.Bytes));
        return reader;
    }

    private async Task<FloorUpdate> Tick(FloorViewer viewer)
    {
        Feed.OnTick(_floor);
        var update = await viewer.NextAsync(Cancellation);
        viewer.Confirm(update);
        return update;
    }

    private sealed class Ground : IFloorBackground
    {
        public LayoutBackground? Background { get; set; }
    }
}
