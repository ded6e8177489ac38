using CasinoFloor.Web.Sources.Simulator;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator;

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
        var plan = FloorPlan.Create(count, 1);
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
        var plan = FloorPlan.Create(1_200, 1);
        var sections = plan.Machines.GroupBy(machine => machine.Location.FloorSection).ToDictionary(section => section.Key, section => section.Count());
        Assert.Equal(8, sections.Count);
        Assert.Equal(408, sections["Penny"]);
        Assert.All(plan.Machines.GroupBy(machine => machine.Location.Bank), bank => Assert.InRange(bank.Count(), 6, 12));
        Assert.InRange(plan.Width / plan.Height, 1.1, 2.4);

        // 1,200 machines on about 6 square metres each, aisles included.
        Assert.InRange(plan.Width * plan.Height, 5_000, 14_000);
        Assert.All(plan.Machines, machine => Assert.InRange(machine.Location.TheoreticalHold!.Value, 0.01f, 0.13f));
    }

    [Fact]
    public void Create_SameSeed_GivesTheSamePlan() =>
        Assert.Equal(
            FloorPlan.Create(500, 3).Machines.Select(machine => machine.Location), FloorPlan.Create(500, 3).Machines.Select(machine => machine.Location));
}
