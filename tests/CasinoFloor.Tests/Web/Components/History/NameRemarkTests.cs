using CasinoFloor.Web.Components.History;

namespace CasinoFloor.Tests.Web.Components.History;

public sealed class NameRemarkTests
{
    private static readonly string[] Sections = ["Main", "Penny"];
    private static readonly string[] Machines = ["SLOT-1", "SLOT-22"];

    [Theory]
    [InlineData("section", "Main", "")]
    [InlineData("section", "", "")]
    [InlineData("section", "penny", "The floor has no section “penny” now. It has Main, Penny.")]
    [InlineData("machine", "SLOT-1", "")]
    [InlineData("machine", "slot-22", "The floor has no machine “slot-22” now. Did you mean SLOT-22, SLOT-1?")]
    [InlineData("machine", "other", "The floor has no machine “other” now.")]
    [InlineData("kind_is", "other", "")]
    public void Of_AName_SaysWhatTheFloorKnowsOfIt(string parameter, string name, string remark) =>
        Assert.Equal(remark, NameRemark.Of(parameter, name, Sections, Machines));

    [Fact]
    public void Of_AFloorThatIsNotKnownYet_SaysNothing() => Assert.Equal("", NameRemark.Of("section", "Main", [], []));
}
