using CasinoFloor.Web.Calendar;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.History;

/// <summary>Chooses the span of time that is asked about, in the property's time.</summary>
public sealed partial class WindowPicker
{
    private bool _open;
    private DateTime _from;
    private DateTime _to;
    private string _problem = "";
    private TimeWindow? _shown;

    /// <summary>The window.</summary>
    [Parameter, EditorRequired]
    public TimeWindow Window { get; set; } = TimeWindow.Default;

    /// <summary>The floor's present, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    /// <summary>Another was chosen.</summary>
    [Parameter]
    public EventCallback<TimeWindow> WindowChanged { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Window == _shown)
            return;

        (_shown, _open, _problem) = (Window, Window.Code is null, "");
        Fill();
    }

    /// <summary>The window as it is filled in now, chosen already or not; null where it is none, which is told beside it.</summary>
    public TimeWindow? Read()
    {
        if (!_open)
            return Window;

        (var window, _problem) = TimeWindow.Between(Calendar.ToUtc(_from), Calendar.ToUtc(_to));
        StateHasChanged();
        return window;
    }

    private string Pressed(string code) => Window.Code == code ? "true" : "false";

    private void Open()
    {
        _open = true;
        Fill();
    }

    private void Fill()
    {
        var (from, to) = Window.Resolve(Now, Calendar);
        (_from, _to) = (Calendar.ToLocal(Whole(from)), Calendar.ToLocal(Whole(to)));
    }

    private Task ChooseAsync(TimeWindow window)
    {
        (_open, _problem) = (false, "");
        return WindowChanged.InvokeAsync(window);
    }

    private async Task ApplyAsync()
    {
        if (Read() is { } window)
            await WindowChanged.InvokeAsync(window);
    }

    private static DateTime Whole(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
}
