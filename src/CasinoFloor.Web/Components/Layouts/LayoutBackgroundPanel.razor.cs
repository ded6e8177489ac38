using System.Globalization;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Web.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The picture under the machines: which, where, how wide.</summary>
public sealed partial class LayoutBackgroundPanel
{
    // Where the floor's own width is not known.
    private const double UsualWidth = 100;

    private string _problem = "";

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>The draft has changed.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private LayoutImages Images { get; set; } = null!;

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        _problem = "";
        try
        {
            await using var content = chosen.File.OpenReadStream(Math.Max(chosen.File.Size, 1));
            var (image, error) = chosen.File.Size > Images.MaxBytes
                ? (null, $"{chosen.File.Name} has more than {Images.MaxBytes / 1024:N0} KB; make it smaller, or raise Layout:MaxImageBytes.")
                : await Images.SaveAsync(content, CancellationToken.None);
            if (image is null)
            {
                _problem = error!;
                return;
            }

            await DoAsync("Add a background", new LayoutBackground(image.File, 0, 0, Session.Width > 0 ? Session.Width : UsualWidth));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problem = $"The image could not be stored: {exception.Message}";
        }
    }

    private async Task SetAsync(ChangeEventArgs change, Func<double, LayoutBackground, LayoutBackground> set)
    {
        if (double.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) <= 100_000)
            await DoAsync("Move the background", set(value, Session.Document.Background!));
    }

    private Task RemoveAsync() => DoAsync("Remove the background", null);

    private Task DoAsync(string title, LayoutBackground? background)
    {
        Session.Document.Do(Session.Document.Edit(title, background));
        return Changed.InvokeAsync();
    }
}
