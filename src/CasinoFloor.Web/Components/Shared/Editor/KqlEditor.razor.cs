using CasinoFloor.Kql;
using CasinoFloor.Kql.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Shared.Editor;

/// <summary>An editor of queries. The browser holds the text; this side says what it means.</summary>
public sealed partial class KqlEditor : IAsyncDisposable
{
    private const int MostErrors = 8;

    private readonly string _listId = "kql-" + Guid.NewGuid().ToString("N");
    private readonly string _helpId = "kql-" + Guid.NewGuid().ToString("N");
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private DotNetObjectReference<KqlEditor>? _self;
    private IReadOnlyList<KqlError> _errors = [];

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>What knows the language.</summary>
    [Parameter]
    [EditorRequired]
    public KqlLanguageService Language { get; set; } = null!;

    /// <summary>The text to begin with.</summary>
    [Parameter]
    public string Text { get; set; } = "";

    /// <summary>The name by which the browser's tab keeps the text; empty where it does not.</summary>
    [Parameter]
    public string KeptAs { get; set; } = "";

    /// <summary>The link that <see cref="Text"/> comes from; empty for none. What the tab has kept of the same link comes before it, of another it does not.</summary>
    [Parameter]
    public string Origin { get; set; } = "";

    /// <summary>Told of each text that was read.</summary>
    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    /// <summary>Asked to run a text.</summary>
    [Parameter]
    public EventCallback<string> OnRun { get; set; }

    /// <summary>Reads a text for the script.</summary>
    [JSInvokable]
    public async Task<EditorAnswer> ReadAsync(string text, int caret, bool proposals)
    {
        var answer = EditorAnswer.Read(Language, text, caret, proposals);
        if (!_errors.SequenceEqual(answer.Errors))
        {
            _errors = answer.Errors;
            StateHasChanged();
        }

        await TextChanged.InvokeAsync(text);
        return answer;
    }

    /// <summary>The text in the editor is longer than a message may be: there is none that could be run.</summary>
    [JSInvokable]
    public Task TooLongAsync()
    {
        _errors = [];
        return TextChanged.InvokeAsync("");
    }

    /// <summary>Lines about the word at a place; null when nothing is known of it.</summary>
    [JSInvokable]
    public Task<string[]?> HoverAsync(string text, int offset) =>
        Task.FromResult<string[]?>(Language.Hover(text, offset) is { } hover ? [hover.Title, hover.Text] : null);

    /// <summary>Ctrl+Enter was pressed.</summary>
    [JSInvokable]
    public Task RunAsync(string text) => OnRun.InvokeAsync(text);

    /// <summary>Replaces the text; undo brings the old one back.</summary>
    public ValueTask SetAsync(string text) => _script?.InvokeVoidAsync("set", text) ?? default;

    /// <summary>Puts text in at the caret.</summary>
    public ValueTask InsertAsync(string text) => _script?.InvokeVoidAsync("insert", text) ?? default;

    /// <summary>The text is that of a link from now on: what is changed later is kept for it.</summary>
    public ValueTask LinkedAsync(string link) => _script?.InvokeVoidAsync("linked", link) ?? default;

    /// <summary>Selects the place of an error.</summary>
    public ValueTask SelectAsync(KqlError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return _script?.InvokeVoidAsync("select", error.Start, error.Length) ?? default;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_script is not null)
            {
                await _script.InvokeVoidAsync("dispose");
                await _script.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the script with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Components/Shared/Editor/KqlEditor.razor.js");
        _script = await _module.InvokeAsync<IJSObjectReference>("create", _root, _self, KeptAs, Origin);
        if (!await _script.InvokeAsync<bool>("restore") && Text.Length > 0)
            await SetAsync(Text);
    }
}
