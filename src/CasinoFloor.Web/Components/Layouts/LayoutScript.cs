using CasinoFloor.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The editor's script, <c>wwwroot/js/layout/editor.js</c>, seen from the server.</summary>
internal sealed class LayoutScript(IJSRuntime js) : IAsyncDisposable
{
    // More than a tab can keep.
    private const long MostKept = 16L * 1024 * 1024;

    private readonly PageScript<LayoutCanvas> _script = new(js, "./js/layout/editor.js");

    /// <summary>Whether the drawing is there: not before the script is loaded, nor when the page was left.</summary>
    public bool IsReady => _script.Made is not null;

    /// <summary>Loads the script and builds the drawing in an element.</summary>
    public Task StartAsync(ElementReference root, LayoutCanvas page, bool mayEdit) => _script.StartAsync(root, page, new { MayEdit = mayEdit });

    /// <summary>Shows a whole draft.</summary>
    public ValueTask LoadAsync(LayoutScene scene) => _script.Made?.InvokeVoidAsync("load", scene) ?? default;

    /// <summary>Shows what changed.</summary>
    public ValueTask PatchAsync(LayoutPatch patch) => _script.Made?.InvokeVoidAsync("patch", patch) ?? default;

    /// <summary>What a press on empty floor does: "select" or "pan".</summary>
    public ValueTask SetToolAsync(string tool, bool banks) => _script.Made?.InvokeVoidAsync("tool", tool, banks) ?? default;

    /// <summary>Brings a machine into view.</summary>
    public ValueTask FlyToAsync(int index) => _script.Made?.InvokeVoidAsync("flyTo", index) ?? default;

    /// <summary>Focuses an element where what had the focus is gone.</summary>
    public ValueTask RegainAsync(ElementReference element) => _script.Made?.InvokeVoidAsync("regain", element) ?? default;

    /// <summary>Keeps unsaved changes in the browser's tab; an empty text forgets them.</summary>
    /// <returns>Whether it has room for them.</returns>
    public ValueTask<bool> KeepAsync(string draft) => _script.Module?.InvokeAsync<bool>("keep", draft) ?? ValueTask.FromResult(true);

    /// <summary>What the tab has kept; empty for nothing.</summary>
    public async Task<string> KeptAsync()
    {
        if (_script.Module is not { } module)
            return "";

        // As a stream: a draft may be larger than a message from the browser.
        await using var kept = await module.InvokeAsync<IJSStreamReference>("kept");
        await using var stream = await kept.OpenReadStreamAsync(MostKept);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script.DisposeAsync();
}
