using AngleSharp.Dom;
using Bunit;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Components.Shared.Map;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CasinoFloor.Tests.Web.Components.Map;

public sealed class MapViewTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;
    private int _ready;

    public MapViewTests()
    {
        Services.AddSingleton(Options.Create(new FloorLiveOptions { StaleAfter = TimeSpan.FromSeconds(7) }));
        _module = JSInterop.SetupModule("./Components/Shared/Map/MapView.razor.js");
        _module.SetupModule("create", _ => true);
    }

    [Fact]
    public void Render_Map_OffersEveryLayerAndBeginsWithActivity()
    {
        var map = RenderMap();

        var layers = map.FindAll("input[name=layer]");
        Assert.Equal(Enum.GetNames<MapMetric>(), layers.Select(layer => layer.GetAttribute("value")));
        Assert.Equal("Heat", Assert.Single(layers, layer => layer.IsChecked()).GetAttribute("value"));
        Assert.All(map.FindAll(".switch label"), label => Assert.NotEmpty(label.GetAttribute("title")!));
    }

    [Fact]
    public void Render_Map_SearchAndButtonsNameWhatTheyControl()
    {
        var map = RenderMap();

        foreach (var control in map.FindAll("[aria-controls]"))
            Assert.NotNull(map.Find("#" + control.GetAttribute("aria-controls")));

        Assert.Equal("listbox", map.Find("#map-options").GetAttribute("role"));
        Assert.True(map.Find("#map-list").HasAttribute("hidden"));
        Assert.Equal(map.Find("[popovertarget]").GetAttribute("popovertarget"), map.Find("[popover]").Id);
        Assert.Equal("1 of 2 machines active.", map.Find("#" + map.Find("[role=application]").GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public void Render_Map_StartsItsScriptAndIsReady()
    {
        RenderMap();

        var create = Assert.Single(_module.Invocations["create"]);
        var options = create.Arguments[2]!;
        Assert.Equal((true, 7000.0), (options.GetType().GetProperty("Past")!.GetValue(options), options.GetType().GetProperty("StaleAfter")!.GetValue(options)));
        Assert.Equal(1, _ready);
    }

    [Fact]
    public async Task DescribeAsync_NoAnswerInTime_IsNull()
    {
        var map = RenderMap((_, cancellationToken) => Task.FromCanceled<MachineCard?>(new CancellationToken(true)));

        Assert.Null(await map.Instance.DescribeAsync(3));
    }

    private IRenderedComponent<MapView> RenderMap(Func<int, CancellationToken, Task<MachineCard?>>? describe = null) => Render<MapView>(parameters => parameters
        .Add(map => map.Describe, describe ?? ((_, _) => Task.FromResult<MachineCard?>(null)))
        .Add(map => map.Ready, EventCallback.Factory.Create(this, () => _ready++))
        .Add(map => map.Summary, "1 of 2 machines active.")
        .Add(map => map.Past, true));
}
