using CasinoFloor.Engine.Floor;
using CasinoFloor.Web.Components.Shared;
using CasinoFloor.Web.KeyFigures;

namespace CasinoFloor.Web.Components.KeyFigures;

/// <summary>Writes the key figures of one window at one moment.</summary>
/// <param name="window">The window.</param>
/// <param name="summary">The floor now; null before the first event.</param>
/// <param name="past">What history says; null before it was asked.</param>
/// <param name="figures">What history says of the window; null before it was asked.</param>
/// <param name="sum">The figures.</param>
/// <param name="words">What windows are called.</param>
internal sealed class KpiFacts(FigureWindow window, FloorSummary? summary, HistoryFigures? past, WindowFigures? figures, FloorSum sum, WindowWords words)
{
    private const double Whole = 0.999;

    /// <summary>Whether it is a past moment that is shown: nothing is open then, and nothing compared.</summary>
    public bool IsReplay { get; init; }

    private bool IsOpen => window == FigureWindow.Recent && !IsReplay;

    private string UsualTime => words.Usual(window, figures!, past!.AsOf);

    /// <summary>What the figures are compared with.</summary>
    public string Caption => (summary, figures) switch
    {
        _ when IsReplay => "last 5 minutes",
        (null, _) => "no events yet",
        (_, null) when past?.Problem is not null => "history does not answer",
        (_, null) => "asking history",
        _ when past!.Problem is not null => "history does not answer",
        _ => $"usual: {UsualTime}",
    };

    /// <summary>One of the figures.</summary>
    public KpiTile Tile(KeyFigure figure)
    {
        var value = sum[figure];
        var usual = figures?.Usual[(int)figure];
        var label = Label(figure);
        return new KpiTile(label, Value(figure, value), Of(figure, value), summary is null || IsReplay ? "" : Against(figure, value, usual))
        {
            IsOpen = IsOpen && value is not null,
            Far = usual is { } known && value is { } now && known.IsFarFrom(now) ? now > known.Mean ? "over" : "under" : null,
            Hint = string.Join('\n', Lines(figure, label, value, usual)),
            Address = Address(figure),
        };
    }

    private static string Label(KeyFigure figure) => figure switch
    {
        KeyFigure.Games => "Spins / min",
        KeyFigure.CoinIn => "Coin-in",
        KeyFigure.CoinOut => "Coin-out",
        KeyFigure.Hold => "Hold",
        KeyFigure.TheoreticalWin => "Theoretical win",
        KeyFigure.Occupancy => "Occupancy",
        _ => "Jackpots",
    };

    private static string What(KeyFigure figure) => figure switch
    {
        KeyFigure.Games => "Games per minute",
        KeyFigure.CoinIn => "Wagered in games played",
        KeyFigure.CoinOut => "Paid, hand pays included",
        KeyFigure.Hold => "(Coin-in − coin-out) / coin-in",
        KeyFigure.TheoreticalWin => "What the par sheets say that should be held of the coin-in",
        KeyFigure.Occupancy => "Machines that played within 5 minutes, of all",
        _ => "Hand pays at or over the large-win threshold",
    };

    private string Value(KeyFigure figure, double? value) => figure == KeyFigure.Occupancy
        ? summary is { Figures.Machines: > 0 and var machines } && value is { } playing ? $"{Math.Round(playing * 100 / machines):0} %" : Figures.Unknown
        : UsualWords.Value(figure, value);

    private string Of(KeyFigure figure, double? value) => figure == KeyFigure.Occupancy && summary is not null && value is not null
        ? $" {UsualWords.Value(figure, value)} of {Figures.Count(summary.Figures.Machines)}"
        : "";

    private string Against(KeyFigure figure, double? value, UsualValue? usual) =>
        usual is { } known ? UsualWords.Against(figure, value, known)
        : past?.Problem is not null ? ""
        : past is not { KnowsPast: true } ? "asking history"
        : "no history yet";

    private IEnumerable<string> Lines(KeyFigure figure, string label, double? value, UsualValue? usual)
    {
        yield return $"{What(figure)}, {words.Span(window, figures)}.";
        if (summary is null)
        {
            yield return IsReplay ? "Not known: nothing is stored of this moment." : "Not known yet: no events have arrived.";
            yield break;
        }

        if (value is null)
            yield return figure == KeyFigure.Hold && sum.Minutes > 0 ? "Not known: nothing was wagered in this time." : "Not known yet: nothing of this time is stored.";

        if (figure == KeyFigure.Occupancy && IsOpen)
            yield return $"{Figures.Count(summary.Figures.Players)} machines with a player's card.";

        if (figure == KeyFigure.TheoreticalWin && value is not null)
        {
            yield return $"Actual win: {UsualWords.Value(KeyFigure.CoinIn, sum[KeyFigure.CoinIn] - sum[KeyFigure.CoinOut])}.";
            if (sum.CoinIn > 0 && sum.RatedCoinIn / sum.CoinIn < Whole)
                yield return $"Par sheets are known for {Figures.Percent(sum.RatedCoinIn / sum.CoinIn * 100)} of the coin-in.";
        }

        if (IsReplay)
            yield break;

        if (past?.Problem is { } problem)
            yield return $"Not compared: history does not answer. {problem}";
        else if (usual is { } known)
            yield return UsualWords.Sentence(label, figure, value, known, UsualTime);
        else if (past is { KnowsPast: true })
            yield return $"No history of {WindowWords.This(window)} yet: too little is stored of a {UsualTime} in the last {PastWeeks.Count} weeks.";

        if (IsOpen)
            yield return $"Still open: complete to {Closed()}. Events since then may still be on their way and change it.";
        else if (figures is not null)
            yield return $"Closed to {words.Time(figures.To)}: only events that come late can still correct it.{Stored(figures)}";
    }

    private string Closed() => summary!.Watermark is { } watermark ? words.Time(watermark) : "no moment yet";

    private static string Stored(WindowFigures figures)
    {
        var minutes = (figures.To - figures.From).TotalMinutes;
        return figures.Sum.Minutes < minutes ? $"\nStored are {Figures.Count((long)figures.Sum.Minutes)} of its {Figures.Count((long)minutes)} minutes; the usual is of the same minutes." : "";
    }

    private string Address(KeyFigure figure)
    {
        var code = WindowWords.Code(window);
        return figure switch
        {
            KeyFigure.Jackpots => $"/jackpots?window={code}",
            KeyFigure.Occupancy => $"/history?question=floor/occupancy&window={code}",
            KeyFigure.Hold or KeyFigure.TheoreticalWin => $"/history?question=floor/hold_variance&window={code}",
            _ => $"/history?question=floor/hourly_trend&window={code}",
        };
    }
}
