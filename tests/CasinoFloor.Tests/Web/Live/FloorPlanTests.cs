using System.Text.Json;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

public sealed class FloorPlanTests
{
    [Fact]
    public void Arrange_PlacedMachines_StayWhereTheyStand()
    {
        var plan = FloorPlan.Arrange(Machines(12, i => ((i % 6) * 0.9f, (i / 6) * 0.9f)));

        Assert.All(plan.Places.Index(), place =>
        {
            Assert.True(place.Item.Placed);
            Assert.Equal(place.Index % 6 * 0.9, place.Item.X, 3);
            Assert.Equal(place.Index / 6 * 0.9, place.Item.Y, 3);
            Assert.Equal(0, place.Item.Angle, 3);
        });
        Assert.Equal(0.9 * 0.86, plan.MachineSize, 3);
    }

    [Fact]
    public void Arrange_SlantedBank_TurnsItsMachines()
    {
        var plan = FloorPlan.Arrange(Machines(8, i => (i * 0.866f, i * 0.5f)));

        Assert.All(plan.Places, place => Assert.Equal(30, place.Angle, 1));
    }

    [Fact]
    public void Arrange_RowsOfDifferentLength_StayStraight()
    {
        var plan = FloorPlan.Arrange(Machines(13, i => ((i % 7) * 0.9f, (i / 7) * 0.95f)));

        Assert.All(plan.Places, place => Assert.Equal(0, place.Angle % 90));
    }

    [Fact]
    public void Arrange_Carousel_TurnsMachinesToItsMiddle()
    {
        var plan = FloorPlan.Arrange(Machines(8, i => ((float)Math.Cos(i * Math.PI / 4), (float)Math.Sin(i * Math.PI / 4))));

        Assert.Equal([0, 45, 0, 45, 0, 45, 0, 45], plan.Places.Select(place => Math.Round(place.Angle) % 90));
    }

    [Fact]
    public void Arrange_FourInASquare_AreNotACarousel()
    {
        var plan = FloorPlan.Arrange(Machines(4, i => (i % 2, i / 2)));

        Assert.All(plan.Places, place => Assert.Equal(0, place.Angle));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(2000)]
    public void Arrange_NoPositions_SetsMachinesUpWithoutOverlap(int count)
    {
        var machines = Enumerable.Range(0, count).Select(i => Machine(i, $"Section {i % 5}", "", null)).ToList();

        var plan = FloorPlan.Arrange(machines);

        Assert.All(plan.Places, place => Assert.False(place.Placed));
        Assert.Equal(count, plan.Places.Select(place => (Math.Round(place.X, 3), Math.Round(place.Y, 3))).Distinct().Count());
        foreach (var section in plan.Places.GroupBy(place => place.Section))
        {
            var (left, right) = (section.Min(place => place.X), section.Max(place => place.X));
            var (top, bottom) = (section.Min(place => place.Y), section.Max(place => place.Y));
            Assert.DoesNotContain(plan.Places, place =>
                place.Section != section.Key && place.X >= left && place.X <= right && place.Y >= top && place.Y <= bottom);
        }
    }

    [Fact]
    public void Arrange_SomeUnplaced_StandBesideThePlan()
    {
        var machines = Machines(12, i => ((i % 6) * 0.9f, (i / 6) * 0.9f)).ToList();
        machines.Add(Machine(12, "", "", null));

        var plan = FloorPlan.Arrange(machines);

        Assert.True(plan.Places[12].X > plan.Places.Take(12).Max(place => place.X) + 1);
        Assert.Contains(FloorPlan.NoSection, plan.Sections);
    }

    [Fact]
    public void Arrange_OnlyBadCoordinates_GivesFinitePlaces()
    {
        var machines = new[]
        {
            Machine(0, "A", "1", (float.NaN, 1)), Machine(1, "A", "1", (float.PositiveInfinity, 1)), Machine(2, "A", "1", (5, 5)), Machine(3, "A", "1", (5, 5)),
        };

        var plan = FloorPlan.Arrange(machines);

        Assert.All(plan.Places, place => Assert.True(double.IsFinite(place.X) && double.IsFinite(place.Y) && double.IsFinite(place.Angle)));
        Assert.True(plan.MachineSize > 0);
    }

    [Fact]
    public void Arrange_NoMachines_IsEmpty() => Assert.Empty(FloorPlan.Arrange([]).Places);

    [Fact]
    public void Bytes_Layout_HoldsAColumnPerFigure()
    {
        var layout = new FloorLayout(3, Machines(2, i => (i, 0)));

        using var message = JsonDocument.Parse(layout.Bytes);

        var root = message.RootElement;
        Assert.Equal(3, root.GetProperty("version").GetInt32());
        Assert.Equal(FloorScale.CoinInMax, root.GetProperty("scale").GetProperty("coinInMax").GetDouble());
        foreach (var column in (string[])["id", "section", "bank", "x", "y", "angle", "placed"])
        {
            Assert.Equal(2, root.GetProperty("machines").GetProperty(column).GetArrayLength());
        }
    }

    private static List<MachineInfo> Machines(int count, Func<int, (float X, float Y)> place) =>
        [.. Enumerable.Range(0, count).Select(i => Machine(i, "Main", "B1", place(i)))];

    private static MachineInfo Machine(int index, string section, string bank, (float X, float Y)? place) => new(
        index,
        new MachineLocation { MachineId = $"M{index}", FloorSection = section, Bank = bank, X = place?.X, Y = place?.Y });
}
