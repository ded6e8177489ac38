using Xunit;

namespace CasinoFloor.Tests.Kql.Editing;

public sealed class DiagnosisTests : EditingTestBase
{
    [Theory]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("slot_events | where amount > 1 | count")]
    [InlineData("declare query_parameters(since:datetime); slot_events | where timestamp > since")]
    public void Diagnose_SoundText_IsSilent(string text) => Assert.Empty(Service.Diagnose(text));

    [Theory]
    [InlineData("slot_events | where amuont > 1", "amuont")]
    [InlineData("slot_events\n| wher amount", "wher")]
    [InlineData("slot_events | where machine_id == 'open", "'open")]
    [InlineData("nothing | count", "nothing")]
    public void Diagnose_AnError_HasItsPlace(string text, string place)
    {
        var error = Assert.Single(Service.Diagnose(text));

        Assert.Equal(place, text.Substring(error.Start, error.Length));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Diagnose_SeveralPiecesThatCannotBeRead_NamesEach() =>
        Assert.Equal([1, 2], Service.Diagnose("slot_events | where a == 'open\n| where b == 1abc").Select(error => error.Line));
}
