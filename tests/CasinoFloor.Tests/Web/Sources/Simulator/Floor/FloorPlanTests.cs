using CasinoFloor.Engine.Drawing;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Floor;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Floor;

public sealed class FloorPlanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(1_200)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Create_AnySize_NoTwoMachinesOverlap(int count)
    {
        var plan = Plan(count, 1);
        Assert.Equal(count, plan.Machines.Count);
        var cells = new Dictionary<(int X, int Y), List<(float X, float Y)>>();
        foreach (var machine in plan.Machines)
        {
            var (x, y) = (machine.Location.X!.Value, machine.Location.Y!.Value);
            Assert.InRange(x, 0, plan.Width);
            Assert.InRange(y, 0, plan.Height);
            for (var dx = -1; dx <= 1; dx++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    foreach (var other in cells.GetValueOrDefault(((int)x + dx, (int)y + dy), []))
                    {
                        Assert.True(Math.Abs(other.X - x) > 0.75 || Math.Abs(other.Y - y) > 0.75, $"machines at {x}, {y}");
                    }
                }
            }

            var cell = ((int)x, (int)y);
            cells[cell] = [.. cells.GetValueOrDefault(cell, []), (x, y)];
        }
    }

    [Fact]
    public void Create_DefaultFloor_LooksLikeACasino()
    {
        var plan = Plan(1_200, 1);
        var sections = plan.Machines.GroupBy(machine => machine.Location.FloorSection).ToDictionary(section => section.Key, section => section.Count());
        Assert.Equal(8, sections.Count);
        Assert.Equal(408, sections["Penny"]);
        Assert.All(plan.Machines.GroupBy(machine => machine.Location.Bank), bank => Assert.InRange(bank.Count(), 6, 12));
        Assert.InRange(plan.Width / plan.Height, 1.1, 2.4);

        // 1,200 machines on about 6 square metres each, aisles included.
        Assert.InRange(plan.Width * plan.Height, 5_000, 14_000);
        Assert.All(plan.Machines, machine => Assert.InRange(machine.Location.TheoreticalHold!.Value, 0.01f, 0.13f));
        Assert.All(plan.Machines, machine => Assert.Equal((float)machine.Game.ParSheet.TheoreticalHold, machine.Location.TheoreticalHold!.Value));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3_000)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Create_LargerAndSmaller_KeepsTheShapeOfAHall(int count)
    {
        var plan = Plan(count, 1);

        Assert.InRange(plan.Width / plan.Height, 1.1, 2.4);
        Assert.InRange(plan.Width * plan.Height / count, 4, 18);
    }

    [Fact]
    public void Create_SameSeed_GivesTheSamePlan() =>
        Assert.Equal(
            Plan(500, 3).Machines.Select(machine => machine.Location), Plan(500, 3).Machines.Select(machine => machine.Location));

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1_200)]
    [InlineData(10_000)]
    public void Drawing_AnySize_HoldsEveryMachineInItsSectionAndNoneElsewhere(int count)
    {
        var plan = Plan(count, 1);
        var areas = plan.Drawing.Shapes.Where(shape => shape.Kind == FloorShapeKind.Section).ToDictionary(shape => shape.Label);
        var others = plan.Drawing.Shapes.Where(shape => shape.Kind is FloorShapeKind.Pit or FloorShapeKind.Bar or FloorShapeKind.Cage or FloorShapeKind.Aisle).ToList();
        foreach (var location in plan.Machines.Select(machine => machine.Location))
        {
            Assert.True(Holds(areas[location.FloorSection], location.X!.Value, location.Y!.Value), $"{location.MachineId} is not in {location.FloorSection}");
            Assert.DoesNotContain(others, other => Holds(other, location.X.Value, location.Y.Value));
        }

        var blocks = others.Concat(areas.Values).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.False(Overlap(blocks[i], blocks[j]), $"{blocks[i].Kind} {blocks[i].Label} lies over {blocks[j].Kind} {blocks[j].Label}");
            }
        }

        Assert.All(plan.Drawing.Shapes.SelectMany(shape => shape.Points), point => Assert.True(point.X >= 0 && point.X <= plan.Drawing.Width && point.Y >= 0 && point.Y <= plan.Drawing.Height));
    }

    [Fact]
    public void Drawing_DefaultFloor_HasWhatAFloorHas()
    {
        var shapes = Plan(1_200, 1).Drawing.Shapes;
        Assert.All(Enum.GetValues<FloorShapeKind>(), kind => Assert.Contains(shapes, shape => shape.Kind == kind));
        Assert.Equal(80, shapes.Count(shape => shape.Kind == FloorShapeKind.Table));
        Assert.Equal(80, shapes.Where(shape => shape.Kind == FloorShapeKind.Table).Select(shape => shape.Label).Distinct().Count());
        Assert.Equal(3, shapes.Count(shape => shape.Kind == FloorShapeKind.Pit));
        Assert.Equal(3, shapes.Count(shape => shape.Kind == FloorShapeKind.Entrance));
    }

    private static FloorPlan Plan(int machines, int seed) => FloorPlan.Create(machines, seed, machines / 15);

    private static bool Holds(FloorShape shape, double x, double y) =>
        x > shape.Points.Min(point => point.X) && x < shape.Points.Max(point => point.X) && y > shape.Points.Min(point => point.Y) && y < shape.Points.Max(point => point.Y);

    private static bool Overlap(FloorShape one, FloorShape two)
    {
        const double touch = 0.02;
        return one.Points.Min(point => point.X) + touch < two.Points.Max(point => point.X) && two.Points.Min(point => point.X) + touch < one.Points.Max(point => point.X)
            && one.Points.Min(point => point.Y) + touch < two.Points.Max(point => point.Y) && two.Points.Min(point => point.Y) + touch < one.Points.Max(point => point.Y);
    }
}
