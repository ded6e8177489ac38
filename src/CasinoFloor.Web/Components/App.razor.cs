using CasinoFloor.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CasinoFloor.Web.Components;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    private static readonly string MudVersion = typeof(MudThemeProvider).Assembly.GetName().Version!.ToString(3);

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    // Known before the first byte is sent, so that a page never flashes in the other theme; at the very first visit SystemTheme sets it before anything is drawn.
    private string Theme => FloorTheme.Parse(HttpContext.Request.Cookies[FloorTheme.Cookie] ?? HttpContext.Request.Cookies[FloorTheme.PreferredCookie]);

    private IComponentRenderMode? PageMode => HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
}
