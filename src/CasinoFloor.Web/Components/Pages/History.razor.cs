using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.History;
using CasinoFloor.Web.Components.Results;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>Questions about the past. The address holds all that is chosen: every choice goes there first, and is shown from there.</summary>
public sealed partial class History
{
    private const string MachineField = "machine";

    private HistoryLink _link = new();
    private QuestionForm? _form;
    private Answer? _answer;
    private CancellationTokenSource? _asking;
    private Refresher? _refresher;
    private AddressWatch? _watch;
    private WindowPicker? _picker;
    private (DateTime From, DateTime To) _asked;
    private string _askedMachine = "";
    private string _problem = "";
    private bool _sound;
    private bool _opened;
    private bool _submitted;
    private string _copied = "";

    [Inject]
    private IHistory Questions { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    // In a replay that keeps its times the present is the replay's.
    private DateTime Now => Feed.Latest?.Known?.AsOf ?? Time.GetUtcNow().UtcDateTime;

    private IEnumerable<string> Sections => Feed.Latest?.Summary.Sections.Select(section => section.FloorSection).Where(section => section.Length > 0) ?? [];

    // Of a time that has not come and a name that is not there first: they explain the rest.
    private string EmptyText => _form!.Fields.Select(one => one.Remark)
        .Prepend(_form.HasWindow && _asked.From > Now ? "This time has not come yet." : "")
        .Append(_form.Question.Empty)
        .FirstOrDefault(text => text.Length > 0, _form.HasWindow ? AnswerView.Nothing : "Nothing is stored that fits.");

    private string FileName => _form!.Question.Name.Replace('/', '-');

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _refresher?.Dispose();
        Stop();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _watch = new AddressWatch(Navigation, HistoryLink.Path, Moved);
        Read();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not while the page is made ready on the server: it would be asked twice.
        if (!firstRender)
            return;

        _opened = true;
        await AskAsync();
    }

    private void Moved(string address) => _ = InvokeAsync(() =>
    {
        Read();
        return AskAsync();
    });

    private void Read()
    {
        var before = _form?.Question;
        _link = HistoryLink.Parse(Navigation.Uri);
        (_problem, _copied) = (_link.Problem, "");
        _form = FormOf(_link);
        if (_form?.Question != before)
            (_answer, _submitted) = (null, false);

        _refresher?.Dispose();
        _refresher = _link.Refresh > 0 && _link.Window.Code is not null
            ? new Refresher(Time, TimeSpan.FromSeconds(_link.Refresh), () => InvokeAsync(RefreshAsync), DispatchExceptionAsync)
            : null;
    }

    private QuestionForm? FormOf(HistoryLink link)
    {
        if (link.Question is not { } name)
            return null;

        if (Questions.Questions.Find(name) is not { } question || !QuestionShelf.IsOffered(question))
        {
            _problem = $"There is no question “{name}” here. It may have been renamed, or it is for other roles.";
            return null;
        }

        var analysis = Questions.Analyze(new KqlQuery(question.Text));
        _sound = analysis.Error is null;
        if (analysis.Error is { } error)
            _problem = $"This question cannot be asked: {error.Message}";

        return QuestionForm.Of(question, analysis.Parameters, link.Fields);
    }

    // What was typed and not asked yet goes along with every choice.
    private HistoryLink Filled => _link with { Fields = _form!.Fields.Where(one => one.IsChanged).ToDictionary(one => one.Name, one => one.Text) };

    private void Submit()
    {
        _submitted = true;

        // Moments that were filled in and not applied are asked for as well: the answer is never of another time than the form shows.
        if ((_form!.HasWindow && _picker is { } picker ? picker.Read() : _link.Window) is { } window)
            Go(Filled with { Window = window });
    }

    // The same address is no navigation: asking again is.
    private void Go(HistoryLink link)
    {
        var address = Navigation.ToAbsoluteUri(link.ToString()).ToString();
        if (address == Navigation.Uri)
            _ = InvokeAsync(AskAsync);
        else
            Navigation.NavigateTo(address);
    }

    private Task RefreshAsync() => _asking is null ? AskAsync() : Task.CompletedTask;

    private async Task AskAsync()
    {
        Stop();
        if (_form is not { } form || !_sound)
        {
            StateHasChanged();
            return;
        }

        _asked = _link.Window.Resolve(Now, Calendar);
        form.Remark([.. Sections], [.. Feed.Latest?.Layout.Machines.Select(machine => machine.Id) ?? []]);
        if (form.Read(_asked, Calendar) is not { } values)
        {
            _answer = null;
            if (!_submitted)
                form.Forgive();

            StateHasChanged();
            return;
        }

        _askedMachine = values.GetValueOrDefault(MachineField) as string ?? "";
        using var asking = new CancellationTokenSource();
        _asking = asking;
        StateHasChanged();
        var answer = await Answer.AskAsync(Questions, form.Question.Name, values, Time, asking.Token);

        // Another question, or the same again, may be under way by now.
        if (_asking == asking)
        {
            (_asking, _answer) = (null, answer);
            StateHasChanged();
        }
    }

    private void Stop() => _asking?.Cancel();

    private Task CopyFixedAsync() => TimeWindow.Between(_asked.From, _asked.To).Window is { } window
        ? CopyAsync(_link with { Window = window, Refresh = 0 }, "fixed")
        : Task.CompletedTask;

    private async Task CopyAsync(HistoryLink link, string which = "link")
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/clipboard.js");
        _copied = await module.InvokeAsync<bool>("copy", Navigation.ToAbsoluteUri(link.ToString()).ToString()) ? which : "";
    }

    private static string Every(int seconds) => seconds switch
    {
        0 => "off",
        < 60 => $"every {seconds} s",
        _ => $"every {seconds / 60} min",
    };
}
