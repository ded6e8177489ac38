using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutProblemsTests
{
    [Theory]
    [InlineData(0.8, 0, 0, false)]
    [InlineData(0.79, 0, 0, false)]
    [InlineData(0.7, 0, 0, true)]
    [InlineData(0.7, 0.9, 0, false)]
    [InlineData(0.9, 0, 45, true)]
    [InlineData(0.98, 0, 45, false)]
    public void Find_TwoMachines_OverlapWhenTheirSquaresDo(double dx, double dy, double angle, bool expected)
    {
        var problems = LayoutProblems.Find([Drafts.At("A", 5, 5), Drafts.At("B", 5 + dx, 5 + dy)], [0, angle], 0.8, 0, 0);

        Assert.Equal(expected ? [0, 1] : [], problems.Overlapping);
        Assert.Empty(problems.Outside);
    }

    [Fact]
    public void Find_BothTurnedAlike_AreJudgedInTheirOwnDirection()
    {
        // Corner to corner along the diagonal: apart for straight squares, and edge to edge for turned ones.
        var straight = LayoutProblems.Find([Drafts.At("A", 5, 5), Drafts.At("B", 5.6, 5.6)], [], 0.8, 0, 0);
        var turned = LayoutProblems.Find([Drafts.At("A", 5, 5), Drafts.At("B", 5.6, 5.6)], [45, 45], 0.8, 0, 0);

        Assert.Equal([0, 1], straight.Overlapping);
        Assert.Empty(turned.Overlapping);
    }

    [Fact]
    public void Find_BeyondTheFloor_IsOutside()
    {
        var problems = LayoutProblems.Find(
            [Drafts.At("in", 0.4, 0.4), Drafts.At("left", 0.2, 5), Drafts.At("below", 5, 20), Drafts.Nowhere("tray")], [], 0.8, 30, 20);

        Assert.Equal([1, 2], problems.Outside);
    }

    [Fact]
    public void Find_AFloorOfTenThousand_FindsTheOnePair()
    {
        var places = Enumerable.Range(0, 10_000).Select(i => Drafts.At($"M{i}", i % 100, i / 100)).Append(Drafts.At("X", 50.5, 50)).ToList();

        var problems = LayoutProblems.Find(places, [], 0.8, 0, 0);

        Assert.Equal([5050, 5051, 10_000], problems.Overlapping);
    }
}
