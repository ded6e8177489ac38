using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Layouts;
using CasinoFloor.Eventhouse;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Layouts;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Layouts;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Pages;

/// <summary>The layout editor: where machines stand, drawn, changed and saved as a new version.</summary>
public sealed partial class FloorEditor
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closing = new();
    private readonly LayoutSaveForm _form = new();
    private readonly LayoutImportForm _import = new();
    private LayoutCanvas? _canvas;
    private LayoutConflictPanel? _conflict;
    private LayoutSession? _session;
    private FloorLayout? _met;
    private Refresher? _refresher;
    private IReadOnlyList<LayoutVersion> _versions = [];
    private string _versionsProblem = "";
    private SavedLayout? _theirs;
    private LayoutDraft? _draft;
    private Panel _panel;
    private Panel _entered;
    private Panel _interrupted;
    private ElementReference _side;
    private string _message = "";
    private string _problem = "";
    private bool _busy;
    private bool _couldEdit;
    private bool _pan;
    private bool _banks;

    private enum Panel
    {
        None,
        Save,
        Import,
        Conflict,
    }

    [Inject]
    private LayoutDesk Desk { get; set; } = null!;

    [Inject]
    private LayoutOptions Options { get; set; } = null!;

    [Inject]
    private LayoutImages Images { get; set; } = null!;

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private IFloorDrawing Drawing { get; set; } = null!;

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>Whether the browser is on the machine that runs the app.</summary>
    [CascadingParameter(Name = "Local")]
    private bool Local { get; set; }

    // There is no sign-in yet: whoever sits at the machine may, others only by the operator's word.
    private bool MayEditHere => Local || Options.AllowRemote;

    private bool MayEdit => MayEditHere && Desk.IsKnown;

    private string VersionText => _session?.Base is { Version: { } version }
        ? $"Layout {Figures.Count(version.Number)}{(version.Name.Length > 0 ? $" “{version.Name}”" : "")} · {(IsPlanned(version.EffectiveAt) ? "planned for" : "from")} {Text(version.EffectiveAt)}{(version.SavedBy.Length > 0 ? $" · by {version.SavedBy}" : "")}"
        : _session is null ? "" : "No layout saved yet: machines stand as the source has them";

    private (int Machines, bool Background) Mine => (_session!.Document.ChangedCount, _session.Document.Background != _session.Document.SavedBackground);

    private string ChangesText => _session!.Document switch
    {
        { IsChanged: false } => "No changes",
        { ChangedCount: 0 } => "Background changed",
        var document => $"{LayoutEditor.Machines(document.ChangedCount)} changed",
    };

    /// <inheritdoc />
    public void Dispose()
    {
        Desk.Arrived -= OnArrived;
        _refresher?.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Begin();

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What was asked for may stand below the map, and what had the focus may be gone. Somebody else's layout is nobody's wish: it takes the focus only where that was in what it replaced.
        if (_panel != _entered)
        {
            _entered = _panel;
            if (_panel != Panel.Conflict)
                await _side.FocusAsync();
            else if (_canvas is not null)
                await _canvas.RegainFocusAsync(_side);
        }

        if (!firstRender)
            return;

        Desk.Arrived += OnArrived;
        _refresher = new Refresher(Time, Interval, () => InvokeAsync(LookAsync), DispatchExceptionAsync);
        await LoadVersionsAsync();
        StateHasChanged();
    }

    private void Begin()
    {
        if (Feed.Latest is not { Layout.Count: > 0 } picture)
            return;

        _met = picture.Layout;
        _session = new LayoutSession(picture.Layout.Machines, Desk.Newest, Drawing.Drawing);
    }

    // Machines that the floor reports for the first time come into the tray by themselves.
    private async Task LookAsync()
    {
        if (_session is null)
        {
            Begin();
            if (_session is not null)
                StateHasChanged();
        }
        else if (Feed.Latest?.Layout is { } layout && layout != _met)
        {
            _met = layout;
            if (_session.Meet(layout.Machines) > 0)
                await RefreshAsync();
        }

        if (_couldEdit != MayEdit)
        {
            _couldEdit = MayEdit;
            StateHasChanged();
        }
    }

    private void OnArrived(SavedLayout layout) => _ = InvokeAsync(() => TakeInAsync(layout));

    // Somebody saved: whoever has changed nothing goes on from there, others are asked.
    private async Task TakeInAsync(SavedLayout layout)
    {
        if (_session is null || _busy || _session.Base?.Version.Id == layout.Version.Id)
            return;

        if (_session.Document.IsChanged)
        {
            Ask(layout);
        }
        else
        {
            Take(layout);
            _message = $"{Saver(layout)} saved layout {Figures.Count(layout.Version.Number)}; it is shown now.";
        }

        await LoadVersionsAsync();
        StateHasChanged();
    }

    private async Task SaveAsync(LayoutOrder order)
    {
        (_busy, _problem, _message) = (true, "", "");
        StateHasChanged();
        // Whoever leaves the page has said already that it be saved.
        var outcome = MayEdit ? await Desk.SaveAsync(order, CancellationToken.None) : new LayoutOutcome.Refused("You may not change the layout here.");
        if (_closing.IsCancellationRequested)
            return;

        _busy = false;
        switch (outcome)
        {
            case LayoutOutcome.Saved saved:
                _session!.Saved(saved.Layout);
                _form.Clear();
                await RefreshAsync();
                Show(Panel.None);
                _message = $"Layout {Figures.Count(saved.Layout.Version.Number)} is saved. {(IsPlanned(saved.Layout.Version.EffectiveAt) ? $"Open maps show it from {Text(saved.Layout.Version.EffectiveAt)} on." : "Open maps show it now.")}";
                await LoadVersionsAsync();
                break;
            case LayoutOutcome.Changed changed:
                Ask(changed.Newest);
                break;
            case LayoutOutcome.Refused refused:
                _problem = refused.Reason;
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private void Ask(SavedLayout theirs)
    {
        if (_panel != Panel.Conflict)
            _interrupted = _panel;

        (_theirs, _panel) = (theirs, Panel.Conflict);
    }

    private async Task ShowConflictAsync()
    {
        if (_conflict is not null)
            await _conflict.FocusAsync();
    }

    // Whoever was about to save or to import comes back to that.
    private async Task GoOnAsync(bool preferMine)
    {
        var (machines, background) = Mine;
        _session!.GoOnFrom(_theirs!, _session.Rebase(_theirs!, preferMine));
        var isLeft = _session.Document.IsChanged;
        Show(_interrupted == Panel.Save && !isLeft ? Panel.None : _interrupted);
        _theirs = null;
        _message = isLeft ? "Your changes are on top of the newer layout now. Look them over, then save." : NothingLeft(machines, background);
        if (_canvas is not null)
        {
            await _canvas.ReloadAsync();
            await _canvas.KeepAsync();
        }
    }

    private async Task LookForDraftAsync()
    {
        if (MayEdit && _canvas is not null && await _canvas.KeptAsync() is { } draft && !_session!.Document.IsChanged)
        {
            _draft = draft with { Background = draft.Background is { } background && Images.Find(background.File) is null ? null : draft.Background };
            StateHasChanged();
        }
    }

    private async Task RestoreAsync(bool preferMine)
    {
        var draft = _draft!;
        _session!.Restore(draft, preferMine);
        _message = _session.Document.IsChanged ? "" : NothingLeft(draft.Places.Count, draft.HasBackground);
        await DropDraftAsync();
    }

    private async Task DropDraftAsync()
    {
        _draft = null;
        StateHasChanged();
        await RefreshAsync();
    }

    private async Task TakeTheirsAsync()
    {
        var (machines, background) = Mine;
        var isSure = await Js.InvokeAsync<bool>("confirm", $"Drop what you changed ({Things(machines, background)}) and show theirs? It cannot be brought back.");
        if (!isSure || _theirs is null)
            return;

        _form.Clear();
        Take(_theirs);
    }

    private void Take(SavedLayout layout)
    {
        var snap = _session!.Editor.Snap;
        _session = new LayoutSession(Feed.Latest!.Layout.Machines, layout, Drawing.Drawing);
        _session.Editor.Snap = snap;
        var open = _panel == Panel.Conflict ? _interrupted : _panel;
        (_theirs, _panel) = (null, open == Panel.Import ? open : Panel.None);
        StateHasChanged();
    }

    private void Show(Panel panel) => (_panel, _problem, _message) = (panel, "", "");

    private async Task RefreshAsync()
    {
        if (_canvas is not null)
            await _canvas.RefreshAsync();

        StateHasChanged();
    }

    private async Task SetToolAsync((bool Pan, bool Banks) tool)
    {
        (_pan, _banks) = tool;
        if (_canvas is not null)
            await _canvas.SetToolAsync(_pan, _banks);
    }

    private async Task GoAsync(int index)
    {
        _session!.Editor.Selection.Set([index]);
        await RefreshAsync();
        if (_canvas is not null)
            await _canvas.FlyToAsync(index);
    }

    private async Task ExportAsync(bool json)
    {
        var places = _session!.ToOrder().Places;
        var text = json ? LayoutJson.Write(places) : LayoutCsv.Write(places);
        using var stream = new DotNetStreamReference(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/download.js");
        var stamp = Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        await module.InvokeVoidAsync("save", $"layout-{stamp}Z.{(json ? "json" : "csv")}", stream, json ? "application/json" : "text/csv");
    }

    private async Task ConfirmLeavingAsync(LocationChangingContext context)
    {
        if (_session!.Document.IsChanged && !await Js.InvokeAsync<bool>("confirm", "The changes of the layout are not saved. Leave without them?"))
            context.PreventNavigation();
    }

    private async Task LoadVersionsAsync()
    {
        try
        {
            _versions = await Desk.VersionsAsync(_closing.Token);
            _versionsProblem = "";
        }
        catch (Exception exception) when (exception is EventhouseException or OperationCanceledException)
        {
            _versionsProblem = exception.Message;
        }
    }

    private static string Things(int machines, bool background) => (machines, background) switch
    {
        (0, false) => "",
        (0, true) => "the background",
        (_, false) => LayoutEditor.Machines(machines),
        _ => $"{LayoutEditor.Machines(machines)} and the background",
    };

    private static string NothingLeft(int machines, bool background) =>
        $"Nothing of yours is left: they changed {(machines == 0 ? "" : "the same ")}{Things(machines, background)}{(machines == 0 ? " too" : "")}.";

    private static string Saver(SavedLayout layout) => layout.Version.SavedBy.Length > 0 ? layout.Version.SavedBy : "Somebody";

    private bool IsPlanned(DateTime effectiveAt) => effectiveAt > Time.GetUtcNow().UtcDateTime;

    private string Text(DateTime utc) => Calendar.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
