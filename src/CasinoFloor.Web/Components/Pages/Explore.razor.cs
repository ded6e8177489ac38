using System.Globalization;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Components.Charts;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Components.Shared.Editor;
using CasinoFloor.Web.Explore;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>Questions in the user's own words: an editor of KQL, and what the Eventhouse answers.</summary>
public sealed partial class Explore : IAsyncDisposable
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private KqlEditor? _editor;
    private ExploreScript? _script;
    private string _text = "";
    private IReadOnlyList<KqlParameter> _parameters = [];
    private CancellationTokenSource? _running;
    private ExploreAnswer? _answer;
    private int _table;
    private ChartModel _chart = new(ChartKind.Table);
    private string _message = "";
    private bool _historyOpen;
    private IReadOnlyList<AskedQuery> _history = [];

    [Inject]
    private Explorer Explorer { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Whether the browser is on the machine that runs the app.</summary>
    [CascadingParameter(Name = "Local")]
    private bool Local { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Linked { get; set; }

    // There is no sign-in yet: whoever sits at the machine may, others only by the operator's word.
    private bool MayExplore => Local || Explorer.Options.AllowRemote;

    private ExploreScript Script => _script ??= new ExploreScript(Js);

    private string Statistics
    {
        get
        {
            var rows = _answer!.Result.Tables[_table].Rows.Count;
            return $"{Figures.Count(rows)} {(rows == 1 ? "row" : "rows")} · {Limit(_answer.Took)}";
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Cancel();
        if (_script is not null)
            await _script.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (!MayExplore || string.IsNullOrEmpty(Linked))
            return;

        _text = QueryLink.Unpack(Linked) ?? "";
        _message = _text.Length > 0 ? "" : "The link is damaged: it holds no query.";
        _parameters = Explorer.Parameters(_text);
    }

    private void TextChanged(string text)
    {
        _text = text;
        _message = "";

        // While the text is not sound its parameters are not known: the form stays as it was.
        var parameters = Explorer.Parameters(text);
        if (parameters.Count > 0 || !text.Contains("query_parameters", StringComparison.Ordinal))
            _parameters = parameters;
    }

    private async Task RunAsync(string text)
    {
        if (_running is not null || string.IsNullOrWhiteSpace(text))
            return;

        (_text, _message) = (text, "");
        _parameters = Explorer.Parameters(text);
        using var running = _running = new CancellationTokenSource();
        StateHasChanged();
        try
        {
            var values = _parameters.ToDictionary(parameter => parameter.Name, parameter => _values.GetValueOrDefault(parameter.Name, ""), StringComparer.Ordinal);
            _answer = await Explorer.AskAsync(text, values, running.Token);
            _table = Math.Max(0, _answer.Result.Tables.Count - 1);
            _chart = _answer.Result.Error is null ? ChartBuilder.Build(_answer.Result.Table, _answer.Result.Visualization) : new ChartModel(ChartKind.Table);
        }
        finally
        {
            _running = null;
        }

        StateHasChanged();
        _history = await Script.RememberAsync(new AskedQuery(
            text, Time.GetUtcNow().ToUnixTimeMilliseconds(), _answer.Result.Error is null ? _answer.Result.Table.Rows.Count : null, (long)_answer.Took.TotalMilliseconds));
    }

    private void Cancel() => _running?.Cancel();

    private async Task ShareAsync()
    {
        var link = QueryLink.Pack(_text);
        var address = Navigation.GetUriWithQueryParameters(Navigation.ToAbsoluteUri("explore").ToString(), new Dictionary<string, object?> { ["q"] = link });
        if (_editor is not null)
            await _editor.LinkedAsync(link);

        _message = await Script.ShareAsync(address) ? "The link is copied, and in the address bar." : "The link is in the address bar.";
    }

    private Task ExportAsync() =>
        CsvFile.SaveAsync(Js, $"explore-{Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv", CsvText.Lines(_answer!.Result.Tables[_table]));

    private async Task ToggleHistoryAsync()
    {
        _historyOpen = !_historyOpen;
        if (_historyOpen)
            _history = await Script.HistoryAsync();
    }

    private async Task PickAsync(AskedQuery asked)
    {
        _historyOpen = false;
        await SetAsync(asked.Query);
    }

    private async Task ClearHistoryAsync() => _history = await Script.ForgetAsync();

    private Task OpenAsync(Question question) => SetAsync(question.Text.TrimEnd() + "\n");

    private async Task SetAsync(string text)
    {
        if (_editor is not null)
            await _editor.SetAsync(text);
    }

    private async Task InsertAsync(string text)
    {
        if (_editor is not null)
            await _editor.InsertAsync(text);
    }

    private async Task ShowErrorAsync(KqlError error)
    {
        if (_editor is not null)
            await _editor.SelectAsync(error);
    }

    private string TableName(int index) => _answer!.Result.Tables[index].Name is { } name && name != "PrimaryResult" ? name : $"Result {index + 1}";

    private static string Advice(KqlError error) =>
        error.Code == KqlErrorCodes.ResultTooLarge ? "Choose fewer columns with project, fewer rows with where or take, or sum them up with summarize." : "";

    private string Heading(KqlError error) => error.Code switch
    {
        KqlErrorCodes.Cancelled => "Cancelled",
        KqlErrorCodes.Timeout => $"Longer than {Limit(Explorer.Options.Timeout)}",
        KqlErrorCodes.ResultTooLarge => "Too large an answer",
        KqlErrorCodes.Unsupported => "Not supported",
        _ => "No answer",
    };

    private static string Limit(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => $"{time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms",
        { TotalSeconds: < 60 } => $"{time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture)} s",
        _ => $"{time.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture)} min",
    };
}
