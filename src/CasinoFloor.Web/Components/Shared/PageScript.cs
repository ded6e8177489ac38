using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared;

/// <summary>What a script has made in an element: the script exports <c>create(element, page, options)</c>, which gives an object with <c>dispose()</c>.</summary>
/// <remarks>The page may be left while the script is still loading: then whatever comes late is let go of as soon as it comes.</remarks>
/// <param name="js">The browser.</param>
/// <param name="file">The script.</param>
internal sealed class PageScript<TPage>(IJSRuntime js, string file) : IAsyncDisposable
    where TPage : class
{
    private DotNetObjectReference<TPage>? _page;
    private bool _disposed;

    /// <summary>The script; null before it is loaded and after the end.</summary>
    public IJSObjectReference? Module { get; private set; }

    /// <summary>What it has made; null before and after.</summary>
    public IJSObjectReference? Made { get; private set; }

    /// <summary>Loads the script and has it make its object.</summary>
    /// <param name="root">The element.</param>
    /// <param name="page">What the script may call.</param>
    /// <param name="options">What it has to know.</param>
    public async Task StartAsync(ElementReference root, TPage page, object options)
    {
        _page = DotNetObjectReference.Create(page);
        try
        {
            Module = await js.InvokeAsync<IJSObjectReference>("import", file);
            if (!_disposed)
                Made = await Module.InvokeAsync<IJSObjectReference>("create", root, _page, options);
        }
        catch (JSException) when (_disposed)
        {
            // The element is gone.
        }

        if (_disposed)
            await DisposeAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        var (module, made) = (Module, Made);
        (Module, Made) = (null, null);
        try
        {
            if (made is not null)
            {
                await made.InvokeVoidAsync("dispose");
                await made.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The browser has gone, and the script with it.
        }

        _page?.Dispose();
    }
}
