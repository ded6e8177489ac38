using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutRebaseTests
{
    private static readonly LayoutPlace[] Baseline = [Drafts.At("A", 1, 1), Drafts.At("B", 2, 2), Drafts.At("C", 3, 3), Drafts.At("D", 4, 4)];
    private static readonly LayoutPlace[] Mine = [Drafts.At("A", 10, 1), Drafts.At("B", 2, 2), Drafts.At("C", 30, 3), Drafts.At("D", 44, 4)];
    private static readonly LayoutPlace[] Theirs = [Drafts.At("A", 1, 1), Drafts.At("B", 2, 20), Drafts.At("C", 3, 33), Drafts.At("D", 44, 4), Drafts.At("E", 5, 5)];

    [Theory]
    [InlineData(true, 30, 3)]
    [InlineData(false, 3, 33)]
    public void Onto_ANewerLayout_KeepsBothAndLetsOneWinWhereBothMoved(bool preferMine, double x, double y)
    {
        var rebase = LayoutRebase.Onto(Baseline, Mine, Theirs, preferMine);

        Assert.Equal(["A"], rebase.Mine);
        Assert.Equal(["B", "E"], rebase.Theirs);
        Assert.Equal(["C"], rebase.Both);
        Assert.Equal(["D"], rebase.Alike);
        var places = rebase.Places.ToDictionary(place => place.MachineId, place => place.At!.Value);
        Assert.Equal(new FloorPoint(10, 1), places["A"]);
        Assert.Equal(new FloorPoint(2, 20), places["B"]);
        Assert.Equal(new FloorPoint(x, y), places["C"]);
        Assert.Equal(new FloorPoint(44, 4), places["D"]);
        Assert.Equal(new FloorPoint(5, 5), places["E"]);
    }

    [Fact]
    public void Onto_TakenOffTheFloorThere_StaysOff()
    {
        var rebase = LayoutRebase.Onto(Baseline, Baseline, [Drafts.Nowhere("A", "B-1"), .. Baseline[1..]], preferMine: true);

        Assert.Null(rebase.Places.Single(place => place.MachineId == "A").At);
        Assert.Equal(["A"], rebase.Theirs);
    }
}
