using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Results;

/// <summary>Lets the browser save lines as a file.</summary>
internal static class CsvFile
{
    /// <summary>Streams the lines to the browser, which saves them.</summary>
    /// <param name="js">The browser.</param>
    /// <param name="name">The file's name, with its ending.</param>
    /// <param name="lines">See <see cref="CsvText"/>.</param>
    public static async Task SaveAsync(IJSRuntime js, string name, IEnumerable<string> lines)
    {
        using var stream = new DotNetStreamReference(new CsvStream(lines));
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        await module.InvokeVoidAsync("save", name, stream);
    }
}
