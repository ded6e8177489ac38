using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse.Layouts;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Tests.Eventhouse.Embedded;
using CasinoFloor.Web.Layouts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CasinoFloor.Tests.Web.Layouts;

/// <summary>Saving where the Eventhouse's answers get lost.</summary>
public sealed class LayoutDeskLineTests : IAsyncLifetime
{
    private const string Places = ".ingest inline into table layout_places";
    private const string Version = ".append layout_versions";

    private TestHouse _house = null!;
    private BadLine _line = null!;
    private LayoutDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await TestHouse.OpenAsync();
        var house = BadLine.To(_house.House);
        _line = (BadLine)house;
        var history = new EventhouseHistory(house, QuestionCatalog.Load(Path.Combine(RepositoryFiles.Root, "kql")));
        _desk = new LayoutDesk(new StoredLayouts(house, history), _house.Time, NullLogger<LayoutDesk>.Instance);
        await _desk.LoadAsync(TestHouse.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task SaveAsync_StoredButTheAnswerIsLost_IsSaved()
    {
        _line.Loses = Version;

        var saved = Assert.IsType<LayoutOutcome.Saved>(await _desk.SaveAsync(Order, TestHouse.Token));

        Assert.True(_desk.TryTake(out var taken));
        Assert.Same(saved.Layout, taken);
        Assert.Same(saved.Layout, _desk.Newest);
    }

    [Fact]
    public async Task SaveAsync_BrokenOffBeforeTheVersion_IsRefused()
    {
        _line.Loses = Places;

        var refused = Assert.IsType<LayoutOutcome.Refused>(await _desk.SaveAsync(Order, TestHouse.Token));

        Assert.Contains("The line broke", refused.Reason, StringComparison.Ordinal);
        Assert.True(_desk.IsKnown);
        Assert.False(_desk.TryTake(out _));
    }

    [Fact]
    public async Task SaveAsync_WithoutAnAnswerInTime_LooksWhetherItWasStored()
    {
        (_line.Loses, _line.Hangs) = (Version, true);
        var saving = _desk.SaveAsync(Order, TestHouse.Token);
        await _line.Hanging.Task;

        _house.Time.Advance(LayoutDesk.LongestSave);

        Assert.IsType<LayoutOutcome.Saved>(await saving);
    }

    [Fact]
    public async Task SaveAsync_AndNothingCanBeReadAfterwards_IsNotKnownUntilItCan()
    {
        SavedLayout? told = null;
        _desk.Arrived += layout => told = layout;
        (_line.Loses, _line.Hangs) = (Version, true);
        var saving = _desk.SaveAsync(Order, TestHouse.Token);
        await _line.Hanging.Task;
        _line.IsDead = true;
        _house.Time.Advance(LayoutDesk.LongestSave);

        var refused = Assert.IsType<LayoutOutcome.Refused>(await saving);

        Assert.Contains("not known", refused.Reason, StringComparison.Ordinal);
        Assert.False(_desk.IsKnown);
        _line.IsDead = false;
        await _desk.CatchUpAsync(TestHouse.Token);
        Assert.True(_desk.IsKnown);
        Assert.Equal("Ann", told!.Version.SavedBy);
        Assert.True(_desk.TryTake(out _));
    }

    private static LayoutOrder Order => new() { BaseId = null, SavedBy = "Ann", Places = [new LayoutPlace("A", "Main", "", new FloorPoint(1, 1))] };
}
