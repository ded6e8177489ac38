using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Machine;

/// <summary>A machine's figures as they are now, from the engine.</summary>
public sealed partial class MachineNow
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _closing = new();
    private Refresher? _refresher;
    private MachineCard? _card;
    private (FloorLayout? Layout, string Machine, int Index) _found = (null, "", -1);

    /// <summary>The machine.</summary>
    [Parameter, EditorRequired]
    public string Machine { get; set; } = "";

    [Inject]
    private FloorFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private bool Known => Index >= 0;

    // The layout is the same for minutes: among ten thousand machines one is looked for once.
    private int Index
    {
        get
        {
            var layout = Feed.Latest?.Layout;
            if (_found.Layout != layout || _found.Machine != Machine)
                _found = (layout, Machine, layout?.Machines.FirstOrDefault(machine => machine.Id == Machine)?.Index ?? -1);

            return _found.Index;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _refresher?.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _refresher = new Refresher(Time, Interval, () => InvokeAsync(LoadAsync), DispatchExceptionAsync);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var detail = Index is >= 0 and var index ? await Feed.RequestDetailAsync(index, _closing.Token) : null;
            var card = detail is null ? null : MachineCard.From(detail, withHold: false);
            if (_card is not null && card is not null && card.State.SequenceEqual(_card.State) && card.Lines.SequenceEqual(_card.Lines))
                return;

            _card = card;
            StateHasChanged();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
