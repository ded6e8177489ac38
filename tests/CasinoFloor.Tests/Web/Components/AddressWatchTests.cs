using Bunit;
using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CasinoFloor.Tests.Web.Components;

public sealed class AddressWatchTests : BunitContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Moved_OwnPathAndAnother_TellsOnlyTheOwn()
    {
        var told = new List<string>();
        using var watch = new AddressWatch(Navigation, "/machines", told.Add);

        Navigation.NavigateTo("/machines?section=VIP");
        Navigation.NavigateTo("/machines/SLOT-00001");
        Navigation.NavigateTo("/jackpots");

        Assert.Equal([Navigation.ToAbsoluteUri("/machines?section=VIP").ToString()], told);
    }

    [Fact]
    public void Moved_Disposed_TellsNothing()
    {
        var told = new List<string>();
        new AddressWatch(Navigation, "/machines", told.Add).Dispose();

        Navigation.NavigateTo("/machines?section=VIP");

        Assert.Empty(told);
    }
}
