using CasinoFloor.Engine.Events;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class MachineCardTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void From_LockedMachine_SaysAllOfIt()
    {
        var card = MachineCard.From(new MachineDetail
        {
            Info = new MachineInfo(0, new MachineLocation { MachineId = "HL-0001", FloorSection = "High Limit", Bank = "HL-01", TheoreticalHold = 0.08f }),
            View = new MachineView(MachineStatus.InService, MachineFlags.Locked | MachineFlags.DoorOpen, 0.61f, 40, 4.25f),
            AsOf = Now,
            LastSeen = Now.AddSeconds(-42),
            Spins = 61,
            CoinIn = Money.FromDecimal(1_305.5m),
            CoinOut = Money.FromDecimal(1_250m),
            HoldPercent = 12.27,
            HoldSample = 1204,
            HopperLevel = 19.9f,
            Errors = 3,
            LockedBy = Money.FromDecimal(1_250m),
        });

        Assert.Equal("HL-0001", card.Title);
        Assert.Equal("High Limit · bank HL-01", card.Subtitle);
        Assert.Equal(["In service", "Locked by a hand pay", "Door open"], card.State);
        var lines = card.Lines.ToDictionary(line => line.Label, line => line.Value);
        Assert.Equal("$1,250.00", lines["Hand pay"]);
        Assert.Equal("$1,305.50", lines["Coin-in, 5 min"]);
        Assert.Equal("12.3 % of 1,204 spins", lines["Hold, 60 min"]);
        Assert.Equal("8.0 %", lines["Theoretical hold"]);
        Assert.Equal("+4.3 pts", lines["Against theoretical"]);
        Assert.Equal("19.9 %", lines["Hopper"]);
        Assert.Equal("3", lines["Errors, 15 min"]);
        Assert.Equal("0:42 ago", lines["Last event"]);
    }

    [Fact]
    public void From_UnknownFigures_AreDashes()
    {
        var card = MachineCard.From(new MachineDetail
        {
            Info = new MachineInfo(0, new MachineLocation { MachineId = "X" }),
            View = new MachineView(MachineStatus.Unknown, MachineFlags.None, 0, 0, float.NaN),
            AsOf = Now,
        });

        var lines = card.Lines.ToDictionary(line => line.Label, line => line.Value);
        Assert.Equal("No section", card.Subtitle);
        Assert.DoesNotContain("Hand pay", lines.Keys);
        Assert.Equal("– of 0 spins", lines["Hold, 60 min"]);
        Assert.All(["Theoretical hold", "Against theoretical", "Hopper", "Last event"], label => Assert.Equal("–", lines[label]));
        Assert.DoesNotContain(lines.Values, value => value.Contains("NaN", StringComparison.Ordinal));
    }
}
