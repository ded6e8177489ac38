using System.Diagnostics.CodeAnalysis;
using CasinoFloor.Engine.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CasinoFloor.Web.Components.Layouts;

/// <summary>The drawing of a draft, and what is done in it by pointer and keyboard.</summary>
public sealed partial class LayoutCanvas
{
    private ElementReference _root;
    private LayoutScript? _script;
    private LayoutSession? _loaded;
    private bool _missed;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public LayoutSession Session { get; set; } = null!;

    /// <summary>Whether it may be changed; otherwise it is only shown.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Whether what the browser has kept from before must stay as it is.</summary>
    [Parameter]
    public bool HoldKept { get; set; }

    /// <summary>The drawing is there.</summary>
    [Parameter]
    public EventCallback Ready { get; set; }

    /// <summary>Something was done in the drawing.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    /// <summary>Over the drawing.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string Label => MayEdit
        ? "Floor plan. N chooses the next machine, arrow keys move what is chosen, R turns it, Delete takes it off the floor."
        : "Floor plan, to look at. Arrow keys move the view, plus and minus zoom.";

    [MemberNotNullWhen(true, nameof(_script))]
    private bool IsReady => _script?.IsReady == true;

    /// <summary>Whether the browser has room for the unsaved changes.</summary>
    public bool IsKept { get; private set; } = true;

    /// <summary>Shows what was changed beside the drawing.</summary>
    public async Task RefreshAsync()
    {
        if (!IsReady || !ReferenceEquals(_loaded, Session))
            return;

        if (_missed)
            await ReloadAsync();
        else
            await TellAsync(_script.PatchAsync(Session.Changes()));

        await KeepAsync();
    }

    /// <summary>Unsaved changes that the browser has kept from before; null for none.</summary>
    public async Task<LayoutDraft?> KeptAsync() => !IsReady ? null : LayoutDraft.Read(await _script.KeptAsync());

    /// <summary>Has the browser keep the unsaved changes, or forget them where there are none.</summary>
    public async Task KeepAsync()
    {
        if (IsReady && MayEdit && !HoldKept)
            await TellAsync(KeepAsync(_script));

        async ValueTask KeepAsync(LayoutScript script) => IsKept = await script.KeepAsync(LayoutDraft.Write(Session, Time.GetUtcNow().UtcDateTime));
    }

    /// <summary>Shows the whole draft anew.</summary>
    public async Task ReloadAsync()
    {
        if (!IsReady)
            return;

        (_loaded, _missed) = (Session, false);
        await TellAsync(_script.LoadAsync(Session.Scene()));
    }

    /// <summary>What a press on empty floor does, and whether a press on a machine chooses its bank.</summary>
    public async Task SetToolAsync(bool pan, bool banks)
    {
        if (IsReady)
            await _script.SetToolAsync(pan ? "pan" : "select", banks);
    }

    /// <summary>Brings a machine into view.</summary>
    public async Task FlyToAsync(int index)
    {
        if (IsReady)
            await _script.FlyToAsync(index);
    }

    /// <summary>Focuses an element where what had the focus is gone.</summary>
    public async Task RegainFocusAsync(ElementReference element)
    {
        if (IsReady)
            await TellAsync(_script.RegainAsync(element));
    }

    /// <summary>A machine was pressed.</summary>
    [JSInvokable]
    public Task<LayoutPatch> ChooseAsync(int index, bool extend, bool bank) => DoAsync(() =>
    {
        if (bank)
            Session.Editor.ChooseBank(index, extend);
        else
            Session.Editor.Choose(index, extend);
    });

    /// <summary>Machines in a rectangle were chosen.</summary>
    [JSInvokable]
    public Task<LayoutPatch> ChooseWithinAsync(double left, double top, double right, double bottom, bool extend) =>
        DoAsync(() => Session.Editor.ChooseWithin(new FloorPoint(left, top), new FloorPoint(right, bottom), extend));

    /// <summary>Where chosen machines would go.</summary>
    [JSInvokable]
    public CasinoFloor.Engine.Layouts.SnappedMove Preview(int dragged, double dx, double dy, double tolerance) => Session.Editor.Preview(dragged, dx, dy, tolerance);

    /// <summary>Chosen machines were dragged.</summary>
    [JSInvokable]
    public Task<LayoutPatch> DragAsync(int dragged, double dx, double dy, double tolerance) => EditAsync(() => Session.Editor.Drag(dragged, dx, dy, tolerance));

    /// <summary>A machine of the tray was put onto the floor.</summary>
    [JSInvokable]
    public Task<LayoutPatch> PlaceAsync(int index, double x, double y, double tolerance) => EditAsync(() => Session.Editor.Place(index, new FloorPoint(x, y), tolerance));

    /// <summary>A key was pressed.</summary>
    [JSInvokable]
    public Task<LayoutPatch> PressAsync(string key) => key switch
    {
        "all" => DoAsync(Session.Editor.ChooseAll),
        "none" => DoAsync(Session.Editor.Selection.Clear),
        "next" => DoAsync(() => Step(1)),
        "previous" => DoAsync(() => Step(-1)),
        "left" => EditAsync(() => Session.Editor.Nudge(-1, 0)),
        "right" => EditAsync(() => Session.Editor.Nudge(1, 0)),
        "up" => EditAsync(() => Session.Editor.Nudge(0, -1)),
        "down" => EditAsync(() => Session.Editor.Nudge(0, 1)),
        "turn" => EditAsync(Session.Editor.Turn),
        "remove" => EditAsync(Session.Editor.Unplace),
        "undo" => EditAsync(Session.Editor.Undo),
        "redo" => EditAsync(Session.Editor.Redo),
        _ => DoAsync(() => { }),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
            await _script.DisposeAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _script = new LayoutScript(Js);
                await _script.StartAsync(_root, this, MayEdit);
                if (IsReady)
                    await Ready.InvokeAsync();
            }

            if (IsReady && (_missed || !ReferenceEquals(_loaded, Session)))
            {
                // A draft that took another's place: what was kept of that one is given up with it.
                var replaces = _loaded is not null;
                await ReloadAsync();
                if (replaces)
                    await KeepAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            // The page was left.
        }
    }

    // The browser is not believed: it asks the same of everybody.
    private async Task<LayoutPatch> EditAsync(Action edit)
    {
        var patch = await DoAsync(MayEdit ? edit : () => { });
        await KeepAsync();

        // The answer may not have come through either.
        if (_missed)
            await Done.InvokeAsync();

        return patch;
    }

    // What a browser that is away has missed it is shown as a whole at the next render, which waits for it.
    private async Task TellAsync(ValueTask telling)
    {
        try
        {
            await telling;
        }
        catch (Exception exception) when (exception is JSDisconnectedException or TaskCanceledException)
        {
            _missed = true;
        }
    }

    private async Task<LayoutPatch> DoAsync(Action work)
    {
        work();
        var patch = Session.Changes();
        await Done.InvokeAsync();
        return patch;
    }

    private void Step(int direction)
    {
        var placed = Session.Document.Places.Index().Where(place => place.Item.At is not null).Select(place => place.Index).ToList();
        if (placed.Count == 0)
            return;

        var chosen = Session.Editor.Selection.Indexes;
        var at = chosen.Count == 0 ? -1 : placed.IndexOf(direction > 0 ? chosen.Last() : chosen.First());
        var next = at < 0 ? (direction > 0 ? 0 : placed.Count - 1) : (at + direction + placed.Count) % placed.Count;
        Session.Editor.Selection.Set([placed[next]]);
    }
}
