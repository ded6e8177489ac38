using System.Runtime.CompilerServices;
using CasinoFloor.Engine.Floor;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.QueryFiles;
using CasinoFloor.Web.Calendar;

namespace CasinoFloor.Web.KeyFigures;

/// <summary>Asks history for the floor's minutes, of today and of past weeks, and makes figures of them. Used by one task at a time.</summary>
/// <param name="history">History.</param>
/// <param name="calendar">The property's shifts and gaming days.</param>
public sealed class KeyFigureAsker(IHistory history, PropertyCalendar calendar)
{
    private static readonly TimeSpan ShortStep = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ShiftStep = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DayStep = TimeSpan.FromMinutes(30);

    private readonly MinuteBook _book = new();
    private readonly PastWeeks _weeks = new(calendar);
    private HistoryFigures? _last;

    /// <summary>Asks; first for today, then for the past weeks that are not known yet.</summary>
    /// <param name="summary">The floor's present, with its watermark.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>An answer after each of the two.</returns>
    public async IAsyncEnumerable<HistoryFigures> AskAsync(FloorSummary summary, [EnumeratorCancellation] CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var spans = Spans(summary);
        _book.Keep(spans);
        for (var week = 0; week < spans.Count; week++)
        {
            var problem = await LoadAsync(spans[week], summary, stop);
            if (stop.IsCancellationRequested)
                yield break;

            if (problem is not null)
            {
                yield return _last = (_last ?? new HistoryFigures { AsOf = summary.AsOf, Windows = [] }) with { Problem = problem };
                yield break;
            }

            // Today can be shown while the weeks before are still asked for.
            if (week == 0 && _last?.KnowsPast != true)
                yield return _last = Figures(summary) with { KnowsPast = false };
        }

        yield return _last = Figures(summary);
    }

    // Today first, then each past week up to the end of the hour that is now.
    private List<(DateTime From, DateTime To)> Spans(FloorSummary summary)
    {
        var now = summary.AsOf;
        var from = new[] { calendar.ShiftStart(now), calendar.GamingDayStart(now), now.AddHours(-2) }.Min();
        var (_, hourEnd) = _weeks.HourOf(now);
        return [(from, now), .. Enumerable.Range(1, PastWeeks.Count).Select(week => (_weeks.Ago(from, week), _weeks.Ago(hourEnd, week)))];
    }

    private async Task<string?> LoadAsync((DateTime From, DateTime To) span, FloorSummary summary, CancellationToken stop)
    {
        foreach (var (from, to) in _book.Missing(span.From, span.To, summary.AsOf))
        {
            var closedTo = Least(to, ClosedTo(summary));
            var parameters = new Dictionary<string, object?> { ["start_time"] = from, ["end_time"] = closedTo };
            try
            {
                var answer = await history.AskAsync(MinuteReader.Question, parameters, stop);
                if (answer.Error is { } error)
                    return error.Message;

                // A source that catches up has not come to these hours yet: they are asked for again, however old they are.
                _book.Put(from, to, MinuteReader.Read(answer.Table, closedTo), Least(summary.AsOf, ClosedTo(summary)));
            }
            catch (EventhouseException exception)
            {
                return exception.Message;
            }
        }

        return null;
    }

    private HistoryFigures Figures(FloorSummary summary)
    {
        var calculator = new WindowCalculator(_book, _weeks);
        var to = StoredTo(ClosedTo(summary));
        return new HistoryFigures
        {
            AsOf = summary.AsOf,
            KnowsPast = true,
            Windows =
            [
                calculator.Recent(summary.AsOf, to, ShortStep),
                calculator.Of(to.AddHours(-1), to, ShortStep),
                calculator.Of(Least(calendar.ShiftStart(summary.AsOf), to), to, ShiftStep),
                calculator.Of(Least(calendar.GamingDayStart(summary.AsOf), to), to, DayStep),
            ],
        };
    }

    // What was closed a moment ago may still be on its way into the Eventhouse: that minute is not empty, but not known yet.
    private DateTime StoredTo(DateTime closedTo)
    {
        const int OnTheirWay = 3;
        for (var minutes = 0; minutes < OnTheirWay; minutes++)
        {
            if (_book[closedTo.AddMinutes(-minutes - 1)] is not null)
                return closedTo.AddMinutes(-minutes);
        }

        return closedTo;
    }

    private static DateTime ClosedTo(FloorSummary summary)
    {
        var watermark = summary.Watermark ?? summary.AsOf;
        return watermark.AddTicks(-(watermark.Ticks % TimeSpan.TicksPerMinute));
    }

    private static DateTime Least(DateTime one, DateTime other) => one < other ? one : other;
}
