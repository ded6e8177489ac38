using Bunit;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class AgeBadgeTests : BunitContext
{
    [Theory]
    [InlineData(AgeState.Unknown, null, "unknown", "no data yet")]
    [InlineData(AgeState.Live, 0.34, "live", "live · 0.3 s")]
    [InlineData(AgeState.Stale, 62.0, "stale", "stale · 1:02")]
    public void Render_Age_ShowsStateAndText(AgeState state, double? seconds, string name, string text)
    {
        var badge = Render<AgeBadge>(parameters => parameters.Add(p => p.Age, Age(state, seconds)));

        Assert.Equal(name, badge.Find(".age-badge").GetAttribute("data-state"));
        Assert.Equal(text, badge.Find(".age-text").TextContent);
    }

    [Fact]
    public void Render_Scripted_NeverSaysLiveByItself()
    {
        var badge = Render<AgeBadge>(parameters => parameters.Add(p => p.Age, Age(AgeState.Live, 1)).Add(p => p.Scripted, true));

        badge.Render(parameters => parameters.Add(p => p.Age, Age(AgeState.Stale, 9)));

        Assert.Equal("connecting …", badge.Find(".age-text").TextContent);
        Assert.Equal("unknown", badge.Find(".age-badge").GetAttribute("data-state"));
    }

    private static DataAge Age(AgeState state, double? seconds) => new(state, seconds is { } s ? TimeSpan.FromSeconds(s) : null);
}
