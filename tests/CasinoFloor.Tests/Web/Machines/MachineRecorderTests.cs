using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Tests.Web.Pipeline;
using CasinoFloor.Web.Live;
using CasinoFloor.Web.Machines;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Web.Machines;

public sealed class MachineRecorderTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeEventhouse _house = new();
    private readonly FakeFloor _floor = new(3);
    private readonly FloorFeed _feed;
    private readonly MachineRecorder _recorder;

    public MachineRecorderTests()
    {
        _feed = new FloorFeed(_time, Options.Create(new FloorLiveOptions()));
        _recorder = new MachineRecorder(_feed, _house, _time, NullLogger<MachineRecorder>.Instance);
    }

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public async Task RecordAsync_MachinesThatWereHeardOf_AreStoredWithWhatTheyTold()
    {
        _floor.Heat(1, 0.5f);
        _floor.Learn(1, "Buffalo");
        await RecordAsync();

        var stored = Assert.Single(_house.Machines);
        Assert.Equal(("M-0001", "Main", "Buffalo"), (stored.MachineId, stored.FloorSection, stored.GameTheme));
    }

    [Fact]
    public async Task RecordAsync_KnownMachine_KeepsItsPlaceAndWhatIsNotTold()
    {
        _house.Machines.Add(new MachineLocation { MachineId = "M-0000", X = 3, Y = 4, Bank = "B1", Manufacturer = "Atlas", TheoreticalHold = 0.08f });
        _floor.Heat(0, 0.5f);
        _floor.Learn(0, "Buffalo");
        await RecordAsync();

        Assert.Equal(
            new MachineLocation { MachineId = "M-0000", X = 3, Y = 4, Bank = "B1", Manufacturer = "Atlas", TheoreticalHold = 0.08f, FloorSection = "Main", GameTheme = "Buffalo" },
            Assert.Single(_house.Machines));
    }

    [Fact]
    public async Task RecordAsync_NothingNew_StoresNothing()
    {
        _floor.Heat(0, 0.5f);
        await RecordAsync();
        await RecordAsync();

        Assert.Equal(1, _house.MachineSaves);
    }

    [Fact]
    public async Task RecordAsync_EventhouseAway_StoresItTheNextTime()
    {
        _house.FailuresLeft = 1;
        _floor.Heat(0, 0.5f);
        await RecordAsync();
        Assert.Empty(_house.Machines);

        await RecordAsync();

        Assert.Single(_house.Machines);
    }

    [Fact]
    public async Task StopAsync_LearnedSinceTheLastLook_IsStored()
    {
        await _recorder.StartAsync(TestContext.Current.CancellationToken);
        _floor.Heat(2, 0.5f);
        _feed.OnTick(_floor);

        await _recorder.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("M-0002", Assert.Single(_house.Machines).MachineId);
    }

    [Fact]
    public async Task RecordAsync_OutOfTime_EndsWithoutAFailure()
    {
        _floor.Heat(0, 0.5f);
        _feed.OnTick(_floor);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await _recorder.RecordAsync(_floor, over.Token);

        Assert.Empty(_house.Machines);
    }

    private Task RecordAsync()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        _feed.OnTick(_floor);
        return _recorder.RecordAsync(TestContext.Current.CancellationToken);
    }
}
