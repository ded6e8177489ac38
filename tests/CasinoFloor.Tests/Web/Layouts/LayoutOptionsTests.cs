using CasinoFloor.Web.Layouts;

namespace CasinoFloor.Tests.Web.Layouts;

public sealed class LayoutOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreFineAndClosedToOthers()
    {
        Assert.Empty(new LayoutOptions().Validate());
        Assert.False(new LayoutOptions().AllowRemote);
    }

    [Fact]
    public void Validate_AWrongSize_NamesTheSetting() =>
        Assert.Contains("Layout:MaxImageBytes", Assert.Single(new LayoutOptions { MaxImageBytes = 1 }.Validate()), StringComparison.Ordinal);
}
