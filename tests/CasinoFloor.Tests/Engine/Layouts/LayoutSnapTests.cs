using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

public sealed class LayoutSnapTests
{
    private const double Size = 0.8;

    [Theory]
    [InlineData(0.5, 10.6, 10.5)]
    [InlineData(0.25, 10.6, 10.5)]
    [InlineData(0.1, 10.62, 10.6)]
    [InlineData(0, 10.62, 10.62)]
    public void Move_OnAGrid_PutsTheCentreOnIt(double grid, double x, double expected)
    {
        var move = LayoutSnap.Move(new FloorPoint(10, 10), x - 10, 0, [], Size, 0.1, new SnapRule(grid, ToNeighbours: true));

        Assert.Equal(expected, 10 + move.X, 9);
        Assert.Empty(move.Guides);
    }

    [Fact]
    public void Move_NearANeighboursColumn_StandsInLineWithIt()
    {
        var move = LayoutSnap.Move(new FloorPoint(0, 0), 5.07, 3, [new FloorPoint(5, 0)], Size, 0.1, new SnapRule(0.5, ToNeighbours: true));

        Assert.Equal((5, 3), (move.X, move.Y));
        var guide = Assert.Single(move.Guides);
        Assert.True(guide.IsVertical);
        Assert.Equal(5, guide.At);
    }

    [Fact]
    public void Move_NearANeighboursEdge_TouchesIt()
    {
        var move = LayoutSnap.Move(new FloorPoint(0, 0), 5.85, 0.02, [new FloorPoint(5, 0)], Size, 0.1, new SnapRule(0, ToNeighbours: true));

        Assert.Equal(5.8, move.X, 9);
        Assert.Equal(0, move.Y, 9);
        Assert.Equal(2, move.Guides.Count);
    }

    [Fact]
    public void Move_BeyondTheTolerance_StaysWhereItIs()
    {
        var move = LayoutSnap.Move(new FloorPoint(0, 0), 5.2, 3.3, [new FloorPoint(5, 0)], Size, 0.1, new SnapRule(0, ToNeighbours: true));

        Assert.Equal((5.2, 3.3), (move.X, move.Y));
        Assert.Empty(move.Guides);
    }

    [Fact]
    public void Move_NeighbourFarAway_IsNotInLineByChance()
    {
        var move = LayoutSnap.Move(new FloorPoint(0, 0), 5.05, 3, [new FloorPoint(5, 60)], Size, 0.1, new SnapRule(0, ToNeighbours: true));

        Assert.Equal(5.05, move.X);
    }
}
