using System.Globalization;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Web.Components.History;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Results;

/// <summary>A part of a page that is the answer to one question; asked again whenever it is given new values.</summary>
public sealed partial class QuestionPanel : IDisposable
{
    private IReadOnlyDictionary<string, object?>? _asked;
    private CancellationTokenSource? _asking;
    private Answer? _answer;

    /// <summary>Its heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Name of the question.</summary>
    [Parameter, EditorRequired]
    public string Question { get; set; } = "";

    /// <summary>The question's parameters.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, object?> Values { get; set; } = new Dictionary<string, object?>();

    /// <summary>What an answer without rows means.</summary>
    [Parameter]
    public string Empty { get; set; } = "Nothing is stored.";

    /// <summary>Draws an answer with rows.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<Answer> View { get; set; } = null!;

    /// <summary>Whether the answer can be saved as CSV.</summary>
    [Parameter]
    public bool Export { get; set; }

    /// <summary>The answer has come.</summary>
    [Parameter]
    public EventCallback<Answer> Answered { get; set; }

    [Inject]
    private IHistory History { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    // The history page has the window for itself: only what is typed goes along.
    private string Address => new HistoryLink
    {
        Question = Question,
        Window = Values.GetValueOrDefault("start_time") is DateTime from && Values.GetValueOrDefault("end_time") is DateTime to
            ? TimeWindow.Between(from, to).Window ?? TimeWindow.Default
            : TimeWindow.Default,
        Fields = Values.Where(value => value.Value is string or TimeSpan).ToDictionary(value => value.Key, value => ResultText.Exact(value.Value)),
    }.ToString();

    /// <inheritdoc />
    public void Dispose() => _asking?.Cancel();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(Values, _asked))
            return;

        _asked = Values;
        _asking?.Cancel();
        using var asking = new CancellationTokenSource();
        _asking = asking;
        try
        {
            var answer = await Answer.AskAsync(History, Question, Values, Time, asking.Token);
            if (_asking != asking)
                return;

            _answer = answer;
            StateHasChanged();
            await Answered.InvokeAsync(answer);
        }
        finally
        {
            // What is disposed of must not be cancelled later, also not by a page that an error closes.
            if (_asking == asking)
                _asking = null;
        }
    }

    private Task SaveAsync() => CsvFile.SaveAsync(
        Js,
        string.Create(CultureInfo.InvariantCulture, $"{Question[(Question.IndexOf('/', StringComparison.Ordinal) + 1)..]}-{_answer!.AskedAt:yyyyMMdd-HHmmss}Z.csv"),
        CsvText.Lines(_answer.Table!));
}
