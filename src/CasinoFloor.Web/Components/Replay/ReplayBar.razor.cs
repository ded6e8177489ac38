using System.Globalization;
using CasinoFloor.Web.Calendar;
using Microsoft.AspNetCore.Components;

namespace CasinoFloor.Web.Components.Replay;

/// <summary>Play, speed, slider: where in the past the map is. The slider answers to the arrow keys, Page Up and Down, Home and End.</summary>
public sealed partial class ReplayBar
{
    private const int SliderSteps = 720;

    private static readonly (TimeSpan Length, string Name)[] Spans =
        [(TimeSpan.FromHours(1), "1 h"), (TimeSpan.FromHours(6), "6 h"), (TimeSpan.FromHours(24), "24 h")];

    private DateTime? _over;

    /// <summary>How fast it can be played: seconds of the past in a second.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [1, 5, 15, 60];

    /// <summary>The moment that is shown, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime At { get; set; }

    /// <summary>The first moment of the slider, UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime From { get; set; }

    /// <summary>How long the slider is.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Span { get; set; }

    /// <summary>The steps of the slider in which something is stored, UTC.</summary>
    [Parameter]
    public IReadOnlyList<DateTime> Coverage { get; set; } = [];

    /// <summary>How long such a step is.</summary>
    [Parameter]
    public TimeSpan CoverageStep { get; set; }

    /// <summary>Whether it is being played.</summary>
    [Parameter]
    public bool Playing { get; set; }

    /// <summary>Seconds of the past in a second.</summary>
    [Parameter]
    public int Speed { get; set; } = 1;

    /// <summary>Whether the moment is being loaded.</summary>
    [Parameter]
    public bool Loading { get; set; }

    /// <summary>Another moment is sought.</summary>
    [Parameter]
    public EventCallback<DateTime> Sought { get; set; }

    /// <summary>Play or pause.</summary>
    [Parameter]
    public EventCallback<bool> PlayingChanged { get; set; }

    /// <summary>Another speed.</summary>
    [Parameter]
    public EventCallback<int> SpeedChanged { get; set; }

    /// <summary>Another length of the slider.</summary>
    [Parameter]
    public EventCallback<TimeSpan> SpanChanged { get; set; }

    [Inject]
    private PropertyCalendar Calendar { get; set; } = null!;

    private int Length => (int)Span.TotalSeconds;

    private int StepSeconds => Math.Max(1, Length / SliderSteps);

    // Neighbouring steps are one piece.
    private IEnumerable<(double Left, double Width)> Stored
    {
        get
        {
            for (var i = 0; i < Coverage.Count; i++)
            {
                var begin = Coverage[i];
                while (i + 1 < Coverage.Count && Coverage[i + 1] == Coverage[i] + CoverageStep)
                {
                    i++;
                }

                var left = Math.Max(0, (begin - From) / Span * 100);
                var right = Math.Min(100, (Coverage[i] + CoverageStep - From) / Span * 100);
                yield return (left, right - left);
            }
        }
    }

    private int Seconds(DateTime moment) => (int)Math.Clamp((moment - From).TotalSeconds, 0, Length);

    private string Local(DateTime utc, string format) => Calendar.ToLocal(utc).ToString(format, CultureInfo.InvariantCulture);

    private DateTime? MomentOf(ChangeEventArgs change) =>
        double.TryParse(change.Value?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? From.AddSeconds(seconds) : null;

    private Task SoughtAsync(DateTime? moment)
    {
        _over = null;
        return moment is { } at ? Sought.InvokeAsync(at) : Task.CompletedTask;
    }

    private Task GoAsync(ChangeEventArgs change) =>
        DateTime.TryParse(change.Value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Sought.InvokeAsync(Calendar.ToUtc(local))
            : Task.CompletedTask;
}
