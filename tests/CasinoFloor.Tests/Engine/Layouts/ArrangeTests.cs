using CasinoFloor.Engine.Drawing;
using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Engine.Layouts;

namespace CasinoFloor.Tests.Engine.Layouts;

/// <summary>What a layout does to the engine's machines.</summary>
public sealed class ArrangeTests
{
    [Fact]
    public void Arrange_ALayout_MovesUnplacesAndAddsMachines()
    {
        var engine = new FloorEngine(new FloorOptions());
        engine.Place([
            new MachineLocation { MachineId = "A", FloorSection = "Main", Bank = "B-1", X = 1, Y = 1, GameTheme = "Stars" },
            new MachineLocation { MachineId = "B", X = 2, Y = 2 },
            new MachineLocation { MachineId = "C", X = 3, Y = 3 }]);
        var version = engine.LayoutVersion;

        engine.Arrange([new LayoutPlace("A", "VIP", "B-2", new FloorPoint(9, 8)), new LayoutPlace("B", "VIP", "", null), new LayoutPlace("N", "VIP", "B-7", new FloorPoint(5, 5))]);

        var machines = engine.Infos.ToDictionary(info => info.Id, info => info.Location);
        Assert.Equal(new MachineLocation { MachineId = "A", FloorSection = "Main", Bank = "B-2", X = 9, Y = 8, GameTheme = "Stars" }, machines["A"]);
        Assert.Equal(new MachineLocation { MachineId = "B", FloorSection = "VIP" }, machines["B"]);
        Assert.Equal(new MachineLocation { MachineId = "C", X = 3, Y = 3 }, machines["C"]);
        Assert.Equal(new MachineLocation { MachineId = "N", FloorSection = "VIP", Bank = "B-7", X = 5, Y = 5 }, machines["N"]);
        Assert.True(engine.LayoutVersion > version);
    }

    [Fact]
    public void Arrange_WithoutAMachineThatOnlyALayoutNamed_TakesItOffTheFloor()
    {
        var floor = new FloorHarness();
        floor.Engine.Place([new MachineLocation { MachineId = "Known", X = 1, Y = 1 }]);
        string[] ids = ["Known", "Misspelt", "Silent", "Heard"];
        floor.Engine.Arrange(ids.Select(id => new LayoutPlace(id, "Main", "B-1", new FloorPoint(2, 2))));
        Assert.Equal(["Heard", "Misspelt", "Silent"], LaidOnly());
        var version = floor.Engine.LayoutVersion;

        floor.Slot("Heard", SlotEventType.Heartbeat, 1);

        Assert.Equal(["Misspelt", "Silent"], LaidOnly());
        Assert.True(floor.Engine.LayoutVersion > version);

        floor.Engine.Arrange([new LayoutPlace("Silent", "Main", "B-1", new FloorPoint(3, 3))]);

        Assert.Equal(
            [("Known", 2f, "B-1"), ("Misspelt", null, ""), ("Silent", 3f, "B-1"), ("Heard", 2f, "B-1")],
            floor.Engine.Infos.Select(info => (info.Id, info.Location.X, info.Location.Bank)));

        IEnumerable<string> LaidOnly() => floor.Engine.Infos.Where(info => info.IsLaidOnly).Select(info => info.Id).Order();
    }

    [Fact]
    public void Arrange_TheSameAgain_ChangesNoVersion()
    {
        var engine = new FloorEngine(new FloorOptions());
        LayoutPlace[] places = [new("A", "Main", "B-1", new FloorPoint(12.3, 4.567))];
        engine.Arrange(places);
        var version = engine.LayoutVersion;

        engine.Arrange(places);

        Assert.Equal(version, engine.LayoutVersion);
    }
}
