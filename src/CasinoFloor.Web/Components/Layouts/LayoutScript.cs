using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The editor's script, <c>wwwroot/js/layout/editor.js</c>, seen from the server.</summary>
internal sealed class LayoutScript(IJSRuntime js) : IAsyncDisposable
{
    // More than a tab can keep.
    private const long MostKept = 16L * 1024 * 1024;

    private IJSObjectReference? _module;
    private IJSObjectReference? _editor;
    private DotNetObjectReference<LayoutCanvas>? _page;

    /// <summary>Loads the script and builds the drawing in an element.</summary>
    public async Task StartAsync(ElementReference root, LayoutCanvas page, bool mayEdit)
    {
        _page = DotNetObjectReference.Create(page);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./js/layout/editor.js");
        _editor = await _module.InvokeAsync<IJSObjectReference>("create", root, _page, new { MayEdit = mayEdit });
    }

    /// <summary>Shows a whole draft.</summary>
    public ValueTask LoadAsync(LayoutScene scene) => _editor?.InvokeVoidAsync("load", scene) ?? default;

    /// <summary>Shows what changed.</summary>
    public ValueTask PatchAsync(LayoutPatch patch) => _editor?.InvokeVoidAsync("patch", patch) ?? default;

    /// <summary>What a press on empty floor does: "select" or "pan".</summary>
    public ValueTask SetToolAsync(string tool, bool banks) => _editor?.InvokeVoidAsync("tool", tool, banks) ?? default;

    /// <summary>Brings a machine into view.</summary>
    public ValueTask FlyToAsync(int index) => _editor?.InvokeVoidAsync("flyTo", index) ?? default;

    /// <summary>Keeps unsaved changes in the browser's tab; an empty text forgets them.</summary>
    /// <returns>Whether it has room for them.</returns>
    public ValueTask<bool> KeepAsync(string draft) => _module?.InvokeAsync<bool>("keep", draft) ?? ValueTask.FromResult(true);

    /// <summary>What the tab has kept; empty for nothing.</summary>
    public async Task<string> KeptAsync()
    {
        if (_module is null)
            return "";

        // As a stream: a draft may be larger than a message from the browser.
        await using var kept = await _module.InvokeAsync<IJSStreamReference>("kept");
        await using var stream = await kept.OpenReadStreamAsync(MostKept);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_editor is not null)
            {
                await _editor.InvokeVoidAsync("dispose");
                await _editor.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the script with it.
        }

        _page?.Dispose();
    }
}
