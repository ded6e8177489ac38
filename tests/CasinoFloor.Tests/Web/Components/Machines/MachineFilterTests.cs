using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Machines;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Machines;

public sealed class MachineFilterTests
{
    private static readonly MachineTable Table = new(
    [
        Row(0, "M-3", "Penny", "Gold Rush", MachineStatus.InService, coinIn: 40),
        Row(1, "M-1", "VIP", "Gold Rush", MachineStatus.Offline, coinIn: 0),
        Row(2, "M-2", "", "Sevens", MachineStatus.InService, MachineFlags.Locked, coinIn: 900),
    ]);

    [Theory]
    [InlineData("", "M-3 M-1 M-2")]
    [InlineData("gold", "M-3 M-1")]
    [InlineData("  GOLD   vip ", "M-1")]
    [InlineData("gold sevens", "")]
    public void Of_Text_KeepsMachinesWithEveryWord(string text, string expected) =>
        Assert.Equal(expected, Ids(new MachineFilter { Text = text }));

    [Fact]
    public void Of_SectionOfUnplacedMachines_KeepsThem() =>
        Assert.Equal("M-2", Ids(new MachineFilter { Section = FloorPlan.NoSection }));

    [Theory]
    [InlineData("Wants attention", "M-1 M-2")]
    [InlineData("Offline", "M-1")]
    [InlineData("Locked by a hand pay", "M-2")]
    public void Of_State_KeepsMachinesInIt(string state, string expected) =>
        Assert.Equal(expected, Ids(new MachineFilter { State = MachineState.All.Single(one => one.Name == state) }));

    [Fact]
    public void Press_NumberThrice_GreatestThenLeastThenUnsorted()
    {
        var column = MachineColumn.All.Single(one => one.Name == "coin_in_per_minute");
        var once = new MachineFilter().Press(column);
        var twice = once.Press(column);

        Assert.Equal("M-2 M-3 M-1", Ids(once));
        Assert.Equal("M-1 M-3 M-2", Ids(twice));
        Assert.Equal("M-3 M-1 M-2", Ids(twice.Press(column)));
    }

    [Fact]
    public void Press_TextThenAnother_LeastFirst()
    {
        var filter = new MachineFilter().Press(MachineColumn.All[1]).Press(MachineColumn.All[0]);

        Assert.Equal("M-1 M-2 M-3", Ids(filter));
        Assert.False(filter.Descending);
    }

    [Fact]
    public void Column_WhatIsNotKnown_IsADashOnTheScreenAndNothingInAnExport()
    {
        var hold = MachineColumn.All.Single(column => column.Name == "hold_delta");

        Assert.Equal("–", hold.Text(Table.Rows[0]));
        Assert.Null(hold.Value(Table.Rows[0]));
        Assert.Equal(FloorPlan.NoSection, MachineColumn.All[1].Text(Table.Rows[2]));
    }

    [Fact]
    public void Column_WhatTheMapHasNoShadeFor_IsBeyondTheLast()
    {
        var row = Row(0, "M-1", "Penny", "", MachineStatus.InService, coinIn: 9_000, hold: -61);
        string Text(string name) => MachineColumn.All.Single(column => column.Name == name).Text(row);

        Assert.Equal(("≥ $5,000", "≤ −50.0", "0.00"), (Text("coin_in_per_minute"), Text("hold_delta"), Text("heat")));
    }

    private static string Ids(MachineFilter filter) => string.Join(' ', filter.Of(Table).Select(row => row.Info.Id));

    private static MachineRow Row(int index, string id, string section, string game, MachineStatus status, MachineFlags flags = MachineFlags.None, float coinIn = 0, float hold = float.NaN) => new(
        new MachineInfo(index, new MachineLocation { MachineId = id, FloorSection = section, GameTheme = game }),
        MachineCell.From(new MachineView(status, flags, 0, coinIn, hold)));
}
