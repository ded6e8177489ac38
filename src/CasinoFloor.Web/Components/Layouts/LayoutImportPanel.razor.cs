using CasinoFloor.Engine.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>Reads a layout file, shows what it would change, and applies it to the draft as one step that can be undone.</summary>
public sealed partial class LayoutImportPanel
{
    private const int Most = 50;
    private const long MostBytes = 16L * 1024 * 1024;

    private string _name = "";
    private string _problem = "";
    private LayoutFile? _file;
    private LayoutImport? _import;
    private bool _withUnknown;
    private bool _removeUnnamed;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

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

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_file, _import, _problem, _name) = (null, null, "", chosen.File.Name);
        if (chosen.File.Size > MostBytes)
        {
            _problem = $"{_name} has more than {MostBytes / (1024 * 1024)} MB; a layout of 100,000 machines is smaller.";
            return;
        }

        try
        {
            using var bytes = new MemoryStream();
            await using var content = chosen.File.OpenReadStream(MostBytes);
            await content.CopyToAsync(bytes);
            _file = LayoutFile.Read(bytes.ToArray());
        }
        catch (IOException exception)
        {
            _problem = $"{_name} could not be read: {exception.Message}";
            return;
        }

        if (_file.Errors.Count == 0)
            _import = LayoutImport.Of(Session.Document, _file);
    }

    private async Task ApplyAsync()
    {
        // The draft may have changed since the file was compared with it.
        Session.Apply(LayoutImport.Of(Session.Document, _file!), _name, _withUnknown, _removeUnnamed);
        await Apply.InvokeAsync();
        await Close.InvokeAsync();
    }
}
