using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse.Layouts;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Tests.Web.Pipeline;
using CasinoFloor.Web.Layouts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Tests.Web.Layouts;

/// <summary>Versions of the layout in the embedded Eventhouse.</summary>
public sealed class LayoutDeskTests : IAsyncLifetime
{
    private static readonly string Kql = Path.Combine(RepositoryFiles.Root, "kql");

    private TestHouse _house = null!;
    private LayoutDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await TestHouse.OpenAsync();
        _desk = Desk();
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task SaveAsync_TheFirst_IsVersionOneAndGoesToThePipelineOnce()
    {
        SavedLayout? told = null;
        _desk.Arrived += layout => told = layout;

        var saved = Assert.IsType<LayoutOutcome.Saved>(await _desk.SaveAsync(Order(null, 1), TestHouse.Token));

        Assert.Equal((1, TestHouse.Now, "Ann"), (saved.Layout.Version.Number, saved.Layout.Version.EffectiveAt, saved.Layout.Version.SavedBy));
        Assert.Same(saved.Layout, told);
        Assert.True(_desk.TryTake(out var taken));
        Assert.Same(saved.Layout, taken);
        Assert.False(_desk.TryTake(out _));
    }

    [Fact]
    public async Task LoadAsync_AfterARestart_GivesTheNewest()
    {
        var first = await SaveAsync(null, 1);
        _house.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await SaveAsync(first.Version.Id, 2);
        await _house.ReopenAsync();
        using var desk = Desk();

        var loaded = await desk.LoadAsync(TestHouse.Token);

        Assert.Equal(second.Version, loaded!.Version);
        Assert.Equal(second.Places, loaded.Places);
        Assert.True(desk.IsKnown);
        Assert.False(desk.TryTake(out _));
    }

    [Fact]
    public async Task SaveAsync_AfterSomebodyElse_StoresNothingAndSaysWhatIsThere()
    {
        var first = await SaveAsync(null, 1);
        var second = await SaveAsync(first.Version.Id, 2);

        var late = Assert.IsType<LayoutOutcome.Changed>(await _desk.SaveAsync(Order(first.Version.Id, 3), TestHouse.Token));

        Assert.Equal(second.Version.Id, late.Newest.Version.Id);
        Assert.Equal(2, (await _desk.VersionsAsync(TestHouse.Token)).Count);
    }

    [Fact]
    public async Task SaveAsync_AtOnceByTwo_LetsOneWin()
    {
        var outcomes = await Task.WhenAll(_desk.SaveAsync(Order(null, 1), TestHouse.Token), _desk.SaveAsync(Order(null, 2), TestHouse.Token));

        Assert.Single(outcomes.OfType<LayoutOutcome.Saved>());
        Assert.Single(outcomes.OfType<LayoutOutcome.Changed>());
    }

    [Fact]
    public async Task SaveAsync_AfterAnotherProcessSaved_SeesIt()
    {
        await _desk.LoadAsync(TestHouse.Token);
        using var other = Desk();
        await other.SaveAsync(Order(null, 1), TestHouse.Token);
        SavedLayout? told = null;
        _desk.Arrived += layout => told = layout;

        var changed = Assert.IsType<LayoutOutcome.Changed>(await _desk.SaveAsync(Order(null, 2), TestHouse.Token));

        Assert.Same(changed.Newest, told);
        Assert.True(_desk.TryTake(out var taken));
        Assert.Same(changed.Newest, taken);
    }

    [Theory]
    [InlineData(600_000, "up to a year")]
    [InlineData(-60, "began later")]
    public async Task SaveAsync_BeginningAtAWrongMoment_IsRefused(int minutes, string reason)
    {
        var first = await SaveAsync(null, 1);
        _house.Time.Advance(TimeSpan.FromMinutes(30));

        var refused = Assert.IsType<LayoutOutcome.Refused>(
            await _desk.SaveAsync(Order(first.Version.Id, 2) with { EffectiveAt = _house.Time.GetUtcNow().UtcDateTime.AddMinutes(minutes) }, TestHouse.Token));

        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Single(await _desk.VersionsAsync(TestHouse.Token));
    }

    [Fact]
    public async Task SaveAsync_WithAMachineFurtherThanAnyFloor_IsRefused()
    {
        var refused = Assert.IsType<LayoutOutcome.Refused>(await _desk.SaveAsync(Order(null, 1e39), TestHouse.Token));

        Assert.Contains("Machine A", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(await _desk.VersionsAsync(TestHouse.Token));
    }

    [Fact]
    public async Task CatchUpAsync_AfterAnotherProcessSaved_HandsItToThePipelineWithoutAnybodyReading()
    {
        await _desk.LoadAsync(TestHouse.Token);
        using var other = Desk();
        var saved = Assert.IsType<LayoutOutcome.Saved>(await other.SaveAsync(Order(null, 1), TestHouse.Token));

        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.False(_desk.TryTake(out _));

        _house.Time.Advance(LayoutDesk.LookAgain);
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.True(_desk.TryTake(out var taken));
        Assert.Equal(saved.Layout.Version, taken.Version);
    }

    [Fact]
    public async Task CatchUpAsync_PlannedForAMomentRightAfterALook_IsNotLate()
    {
        var first = await SaveAsync(null, 1);
        Assert.True(_desk.TryTake(out _));
        var planned = await PlanAsync(first.Version.Id, 2, LayoutDesk.LookAgain + TimeSpan.FromSeconds(1));
        _house.Time.Advance(LayoutDesk.LookAgain);
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.False(_desk.TryTake(out _));

        _house.Time.Advance(TimeSpan.FromSeconds(1));
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.True(_desk.TryTake(out var taken));
        Assert.Equal(planned.Version, taken.Version);
    }

    [Fact]
    public async Task CatchUpAsync_PlannedLayoutAtItsMoment_HandsItToThePipelineOnce()
    {
        var first = await SaveAsync(null, 1);
        Assert.True(_desk.TryTake(out _));
        var planned = await PlanAsync(first.Version.Id, 2, TimeSpan.FromMinutes(30));

        _house.Time.Advance(TimeSpan.FromMinutes(29));
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.False(_desk.TryTake(out _));
        Assert.Equal(planned.Version, _desk.Planned);

        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.True(_desk.TryTake(out var taken));
        Assert.Equal(planned.Version, taken.Version);
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.False(_desk.TryTake(out _));
        Assert.Null(_desk.Planned);
    }

    [Fact]
    public async Task LoadAsync_WithAPlannedLayout_GivesWhatHoldsAndLaterThePlanned()
    {
        var first = await SaveAsync(null, 1);
        var planned = await PlanAsync(first.Version.Id, 2, TimeSpan.FromHours(1));
        await _house.ReopenAsync();
        using var desk = Desk();

        Assert.Equal(first.Version, (await desk.LoadAsync(TestHouse.Token))!.Version);
        Assert.Equal((planned.Version, planned.Version), (desk.Newest!.Version, desk.Planned));

        _house.Time.Advance(TimeSpan.FromHours(1));
        await desk.CatchUpAsync(TestHouse.Token);
        Assert.True(desk.TryTake(out var taken));
        Assert.Equal(planned.Places, taken.Places);
        Assert.Equal([("A", 1.0, 1.0), ("N", 1.0, 9.0)], await PlacesAsync(TestHouse.Now.AddMinutes(59)));
        Assert.Equal([("A", 2.0, 2.0), ("N", 2.0, 9.0)], await PlacesAsync(TestHouse.Now.AddMinutes(61)));
    }

    [Fact]
    public async Task SaveAsync_BeforeAPlannedLayoutBegins_ReplacesIt()
    {
        var first = await SaveAsync(null, 1);
        var planned = await PlanAsync(first.Version.Id, 2, TimeSpan.FromHours(1));
        _house.Time.Advance(TimeSpan.FromMinutes(10));

        var now = await SaveAsync(planned.Version.Id, 3);

        Assert.Equal(TestHouse.Now.AddMinutes(10), now.Version.EffectiveAt);
        Assert.Null(_desk.Planned);
        _house.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(_desk.TryTake(out var taken));
        Assert.Same(now, taken);
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.False(_desk.TryTake(out _));
        Assert.Equal([("A", 3.0, 3.0), ("N", 3.0, 9.0)], await PlacesAsync(TestHouse.Now.AddHours(2)));
    }

    [Fact]
    public async Task CatchUpAsync_TwoPlannedLayouts_TakesEachAtItsMoment()
    {
        var first = await SaveAsync(null, 1);
        var second = await PlanAsync(first.Version.Id, 2, TimeSpan.FromHours(1));
        var third = await PlanAsync(second.Version.Id, 3, TimeSpan.FromHours(2));

        foreach (var expected in (SavedLayout[])[second, third])
        {
            Assert.Equal(expected.Version, _desk.Planned);
            _house.Time.Advance(TimeSpan.FromHours(1));
            await _desk.CatchUpAsync(TestHouse.Token);
            Assert.True(_desk.TryTake(out var taken));
            Assert.Equal(expected.Version, taken.Version);
        }
    }

    [Fact]
    public async Task SaveAsync_AfterThePlannedMomentAndBeforeTheNextLook_HandsThePlannedToThePipeline()
    {
        var first = await SaveAsync(null, 1);
        var second = await PlanAsync(first.Version.Id, 2, TimeSpan.FromHours(1));
        _desk.TryTake(out _);
        _house.Time.Advance(TimeSpan.FromHours(1));

        var third = await PlanAsync(second.Version.Id, 3, TimeSpan.FromHours(2));

        Assert.True(_desk.TryTake(out var taken));
        Assert.Equal(second.Version, taken.Version);
        Assert.Equal(third.Version, _desk.Planned);
    }

    [Fact]
    public async Task SaveAsync_WithTheClockSetBack_HoldsAtOnceAndInPlaceOfTheOneBefore()
    {
        var first = await SaveAsync(null, 1);
        _house.Time.AutoAdvanceAmount = TimeSpan.Zero;
        using var desk = new LayoutDesk(Stored(), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestHouse.Now.AddHours(-1)), NullLogger<LayoutDesk>.Instance);

        var second = Assert.IsType<LayoutOutcome.Saved>(await desk.SaveAsync(Order(first.Version.Id, 2), TestHouse.Token));

        Assert.True(desk.TryTake(out var taken));
        Assert.Same(second.Layout, taken);
        Assert.Equal([("A", 2.0, 2.0), ("N", 2.0, 9.0)], await PlacesAsync(TestHouse.Now.AddMinutes(1)));
    }

    [Fact]
    public async Task MachinePlaces_AtAMoment_TakesTheLayoutOfThatMoment()
    {
        await _house.House.SaveMachinesAsync([new MachineLocation { MachineId = "A", FloorSection = "Main", X = 50, Y = 50 }, new MachineLocation { MachineId = "Z", X = 7, Y = 7 }], TestHouse.Token);
        var first = await SaveAsync(null, 1);
        _house.Time.Advance(TimeSpan.FromHours(1));
        await SaveAsync(first.Version.Id, 2);

        Assert.Equal([("A", 50.0, 50.0), ("Z", 7.0, 7.0)], await PlacesAsync(TestHouse.Now.AddSeconds(-1)));
        Assert.Equal([("A", 1.0, 1.0), ("N", 1.0, 9.0), ("Z", 7.0, 7.0)], await PlacesAsync(TestHouse.Now.AddMinutes(59)));
        Assert.Equal([("A", 2.0, 2.0), ("N", 2.0, 9.0), ("Z", 7.0, 7.0)], await PlacesAsync(TestHouse.Now.AddHours(2)));
    }

    [Fact]
    public async Task LoadAsync_TwoVersionsWithOneNumber_KeepsThemApartAndTakesTheLaterSaved()
    {
        var (early, late) = (Saved("b", 1, TestHouse.Now), Saved("a", 2, TestHouse.Now.AddSeconds(1)));
        await Stored().AddAsync(early, TestHouse.Token);
        await Stored().AddAsync(late, TestHouse.Token);

        Assert.Equal(late.Version, (await _desk.LoadAsync(TestHouse.Token))!.Version);
        Assert.Equal(["a", "b"], (await _desk.VersionsAsync(TestHouse.Token)).Select(version => version.Id));
        Assert.Equal(early.Places, (await _desk.ReadAsync(early.Version, TestHouse.Token)).Places);
        Assert.Equal(late.Places, (await _desk.ReadAsync(late.Version, TestHouse.Token)).Places);
        Assert.Equal([("A", 2.0, 2.0), ("N", 2.0, 9.0)], await PlacesAsync(TestHouse.Now.AddMinutes(1)));

        static SavedLayout Saved(string id, double x, DateTime savedAt) =>
            new(new LayoutVersion { Id = id, Number = 1, EffectiveAt = TestHouse.Now, SavedAt = savedAt }, Order(null, x).Places);
    }

    [Fact]
    public async Task CatchUpAsync_BeforeThePipelineHasRead_AsksNothing()
    {
        await SaveAsync(null, 1);
        using var desk = Desk();

        await desk.CatchUpAsync(TestHouse.Token);
        Assert.False(desk.IsKnown);

        await desk.LoadAsync(TestHouse.Token);
        Assert.True(desk.IsKnown);
    }

    [Fact]
    public async Task LoadAsync_WhileTheEventhouseIsAway_IsTriedAgain()
    {
        var history = new EventhouseHistory(new FakeEventhouse(), QuestionCatalog.Load(Kql));
        using var desk = new LayoutDesk(new StoredLayouts(new FakeEventhouse(), history), _house.Time, NullLogger<LayoutDesk>.Instance);

        Assert.Null(await desk.LoadAsync(TestHouse.Token));

        Assert.False(desk.IsKnown);
        Assert.Contains("away", Assert.IsType<LayoutOutcome.Refused>(await desk.SaveAsync(Order(null, 1), TestHouse.Token)).Reason, StringComparison.Ordinal);
    }

    private async Task<SavedLayout> SaveAsync(string? baseId, double x) =>
        Assert.IsType<LayoutOutcome.Saved>(await _desk.SaveAsync(Order(baseId, x), TestHouse.Token)).Layout;

    private async Task<SavedLayout> PlanAsync(string baseId, double x, TimeSpan ahead) => Assert.IsType<LayoutOutcome.Saved>(
        await _desk.SaveAsync(Order(baseId, x) with { EffectiveAt = _house.Time.GetUtcNow().UtcDateTime + ahead }, TestHouse.Token)).Layout;

    private static LayoutOrder Order(string? baseId, double x) => new()
    {
        BaseId = baseId,
        Places = [new LayoutPlace("A", "Main", "B-1", new FloorPoint(x, x)), new LayoutPlace("N", "", "", new FloorPoint(x, 9))],
        SavedBy = "Ann",
    };

    private async Task<List<(string, double, double)>> PlacesAsync(DateTime at)
    {
        var result = await _house.House.QueryAsync(
            new KqlQuery("declare query_parameters(at:datetime); machine_places(at) | order by machine_id asc | project machine_id, x_coord, y_coord")
            {
                Parameters = new Dictionary<string, object?> { ["at"] = at },
            },
            TestHouse.Token);
        Assert.Null(result.Error);
        return [.. result.Table.Rows.Select(row => ((string)row[0]!, (double)row[1]!, (double)row[2]!))];
    }

    private StoredLayouts Stored() => new(_house.House, new EventhouseHistory(_house.House, QuestionCatalog.Load(Kql)));

    private LayoutDesk Desk() => new(Stored(), _house.Time, NullLogger<LayoutDesk>.Instance);
}
