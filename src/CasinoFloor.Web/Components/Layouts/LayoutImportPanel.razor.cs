using CasinoFloor.Engine.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>Reads a layout file, shows what it would change, and applies it to the draft as one step that can be undone.</summary>
public sealed partial class LayoutImportPanel
{
    private const int Most = 50;
    private const long MostBytes = 16L * 1024 * 1024;

    private string _problem = "";
    private LayoutImport? _import;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>The file, and how it is to be imported.</summary>
    [Parameter, EditorRequired]
    public LayoutImportForm Form { get; set; } = null!;

    /// <summary>The draft has changed.</summary>
    [Parameter]
    public EventCallback Apply { get; set; }

    /// <summary>The panel is to be closed.</summary>
    [Parameter]
    public EventCallback Close { get; set; }

    private IEnumerable<(string Title, IReadOnlyList<FileRow> Rows)> Lists => _import is null
        ? []
        : new (string, IReadOnlyList<FileRow>)[]
        {
            ("Get a place", _import.Added), ("Move", _import.Moved), ("Change their bank", _import.Regrouped), ("Leave the floor", _import.Removed), ("Unknown", _import.Unknown),
        }.Where(list => list.Item2.Count > 0);

    /// <inheritdoc />
    protected override void OnInitialized() => Compare();

    private void Compare() => _import = Form.File is { Errors.Count: 0 } file ? LayoutImport.Of(Session.Document, file) : null;

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        Form.Clear();
        (Form.Name, _import, _problem) = (chosen.File.Name, null, "");
        if (chosen.File.Size > MostBytes)
        {
            _problem = $"{Form.Name} has more than {MostBytes / (1024 * 1024)} MB; a layout of 100,000 machines is smaller.";
            return;
        }

        try
        {
            using var bytes = new MemoryStream();
            await using var content = chosen.File.OpenReadStream(MostBytes);
            await content.CopyToAsync(bytes);
            Form.File = LayoutFile.Read(bytes.ToArray());
        }
        catch (IOException exception)
        {
            _problem = $"{Form.Name} could not be read: {exception.Message}";
            return;
        }

        Compare();
    }

    private async Task ApplyAsync()
    {
        // The draft may have changed since the file was compared with it.
        Session.Apply(LayoutImport.Of(Session.Document, Form.File!), Form.Name, Form.WithUnknown, Form.RemoveUnnamed);
        await Apply.InvokeAsync();
        await CloseAsync();
    }

    private Task CloseAsync()
    {
        Form.Clear();
        return Close.InvokeAsync();
    }
}
