using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse.Layouts;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Components.Replay;

namespace CasinoFloor.Tests.Web.Components.Replay;

/// <summary>The past is shown as the floor was laid out then.</summary>
public sealed class ReplayLayoutTests
{
    [Fact]
    public async Task LoadAsync_BeforeAndAfterAChange_ShowsEachMomentsLayout()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.House.SaveMachinesAsync([new MachineLocation { MachineId = "A", X = 1, Y = 1 }], TestHouse.Token);
        var history = new EventhouseHistory(house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));
        await SaveAsync(new StoredLayouts(house.House, history), 1, TestHouse.Now, new FloorPoint(20, 5));
        await SaveAsync(new StoredLayouts(house.House, history), 2, TestHouse.Now.AddHours(1), null);
        var loader = new ReplayLoader(history);

        Assert.Equal((1f, 1f), await PlaceAsync(loader, TestHouse.Now.AddTicks(-1)));
        Assert.Equal((20f, 5f), await PlaceAsync(loader, TestHouse.Now));
        Assert.Equal((null, null), await PlaceAsync(loader, TestHouse.Now.AddHours(2)));
        Assert.Equal((20f, 5f), await PlaceAsync(loader, TestHouse.Now.AddMinutes(30)));
    }

    [Fact]
    public async Task LoadAsync_LayoutsWithPictures_ShowsEachMomentsAndNoneThatWasReplacedBeforeItBegan()
    {
        await using var house = await TestHouse.OpenAsync();
        var history = new EventhouseHistory(house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));
        var stored = new StoredLayouts(house.House, history);
        await SaveAsync(stored, 1, TestHouse.Now, null, "one.png");
        await SaveAsync(stored, 2, TestHouse.Now.AddHours(2), null, "never.png");
        await SaveAsync(stored, 3, TestHouse.Now.AddHours(1), null, "three.png");
        var loader = new ReplayLoader(history);

        Assert.Null(await PictureAsync(loader, TestHouse.Now.AddTicks(-1)));
        Assert.Equal("one.png", await PictureAsync(loader, TestHouse.Now));
        Assert.Equal("three.png", await PictureAsync(loader, TestHouse.Now.AddHours(1)));
        Assert.Equal("three.png", await PictureAsync(loader, TestHouse.Now.AddHours(3)));
    }

    [Fact]
    public async Task LoadAsync_TwoMomentsOfOneLayout_ShareIt()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.House.SaveMachinesAsync([new MachineLocation { MachineId = "A", X = 1, Y = 1 }], TestHouse.Token);
        var loader = new ReplayLoader(new EventhouseHistory(house.House, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql"))));

        var first = await loader.LoadAsync(TestHouse.Now, TestHouse.Token);
        var second = await loader.LoadAsync(TestHouse.Now.AddMinutes(1), TestHouse.Token);

        Assert.Same(first.Picture!.Layout, second.Picture!.Layout);
    }

    private static Task SaveAsync(StoredLayouts layouts, long number, DateTime since, FloorPoint? at, string? picture = null) => layouts.AddAsync(
        new SavedLayout(
            new LayoutVersion { Id = $"v{number}", Number = number, EffectiveAt = since, SavedAt = since, Background = picture is null ? null : new LayoutBackground(picture, 1, 2, 80) },
            [new LayoutPlace("A", "", "", at)]),
        TestHouse.Token);

    private static async Task<string?> PictureAsync(ReplayLoader loader, DateTime at)
    {
        var moment = await loader.LoadAsync(at, TestHouse.Token);
        Assert.Empty(moment.Problem);
        return moment.Picture!.Layout.Background?.File;
    }

    private static async Task<(float? X, float? Y)> PlaceAsync(ReplayLoader loader, DateTime at)
    {
        var moment = await loader.LoadAsync(at, TestHouse.Token);
        Assert.Empty(moment.Problem);
        var location = Assert.Single(moment.Picture!.Layout.Machines).Location;
        return (location.X, location.Y);
    }
}
