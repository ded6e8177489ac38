using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Layout;

/// <summary>App bar, theme and the place for a page.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private const string Script = "./js/theme.js";

    private PageScript<MainLayout>? _script;
    private ElementReference _toggle;
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

    /// <summary>The document has another theme now: the system prefers it, or it was chosen.</summary>
    [JSInvokable]
    public void ThemeChanged(string theme)
    {
        _dark = theme == FloorTheme.Dark;
        StateHasChanged();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script?.DisposeAsync() ?? default;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _script = new PageScript<MainLayout>(Js, Script);
        await _script.StartAsync(_toggle, this, new { theme = _dark ? FloorTheme.Dark : FloorTheme.Light });
    }

    private async Task ToggleThemeAsync()
    {
        _dark = !_dark;
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", Script);
        await module.InvokeVoidAsync("setTheme", FloorTheme.Cookie, _dark ? FloorTheme.Dark : FloorTheme.Light);
    }
}
