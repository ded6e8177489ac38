using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Layout;

/// <summary>App bar, theme and the place for a page.</summary>
public sealed partial class MainLayout
{
    private bool _dark = true;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter(Name = "Dark")]
    private bool OpenedDark { get; set; } = true;

    private string ThemeAction => _dark ? "Use the light theme" : "Use the dark theme";

    // With a base address a bare fragment would lead to the front page.
    private string SkipTarget => new Uri(Navigation.Uri).AbsolutePath + "#content";

    /// <inheritdoc />
    protected override void OnInitialized() => _dark = OpenedDark;

    private async Task ToggleThemeAsync()
    {
        _dark = !_dark;
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/theme.js");
        await module.InvokeVoidAsync("setTheme", FloorTheme.Cookie, _dark ? FloorTheme.Dark : FloorTheme.Light);
    }
}
