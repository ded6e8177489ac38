using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Replay;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Replay;

public sealed class ReplayListsTests
{
    [Fact]
    public void Attention_KindOfANewerVersion_IsLeftOut()
    {
        string[] columns = ["finding_id", "kind", "severity", "machine_id", "floor_section", "episode", "why"];
        var table = new KqlResultTable(
            "PrimaryResult",
            [.. columns.Select(name => new KqlResultColumn(name, KqlType.String))],
            [
                ["Flood/Raised/M-1/8DE8B5A2C4A0000", "Flood", "High", "M-1", "Main", "8DE8B5A2C4A0000", "Water."],
                ["MachineDown/Raised/M-1/8DE8B5A2C4A0000", "MachineDown", "High", "M-1", "Main", "8DE8B5A2C4A0000", "Errors."],
            ],
            true);

        Assert.Equal("Errors.", Assert.Single(ReplayLists.Attention(table, new FloorLayout(1, []))).Why);
    }
}
