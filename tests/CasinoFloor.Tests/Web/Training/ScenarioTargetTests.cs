using CasinoFloor.Web.Training;
using Xunit;

namespace CasinoFloor.Tests.Web.Training;

public sealed class ScenarioTargetTests
{
    [Theory]
    [InlineData(null, "random")]
    [InlineData("", "random")]
    [InlineData("Random", "random")]
    [InlineData("bank:PN-03", "bank:PN-03")]
    [InlineData("Section: High Limit ", "section:High Limit")]
    [InlineData("machine:a:b", "machine:a:b")]
    public void Parse_Target_IsRead(string? text, string expected) => Assert.Equal(expected, ScenarioTarget.Parse(text)!.ToString());

    [Theory]
    [InlineData("bank")]
    [InlineData("bank:")]
    [InlineData("table:TBL-001")]
    [InlineData("random:x")]
    [InlineData("2:x")]
    public void Parse_NoTarget_IsNull(string text) => Assert.Null(ScenarioTarget.Parse(text));
}
