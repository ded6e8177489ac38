using CasinoFloor.Tests.Web.Live;
using CasinoFloor.Web.KeyFigures;
using static CasinoFloor.Tests.Web.KeyFigures.Minutes;

namespace CasinoFloor.Tests.Web.KeyFigures;

public sealed class KeyFigureAskerTests
{
    // 13:30 in Los Angeles: the gaming day began at 13:00 UTC, the shift at 15:00 UTC.
    private static readonly DateTime Now = Utc(7, 14, 20, 30);

    private readonly MinuteHistory _history = new();
    private readonly KeyFigureAsker _asker;

    public KeyFigureAskerTests() => _asker = new KeyFigureAsker(_history, House);

    [Fact]
    public async Task Ask_FirstTime_GivesTodayThenThePastWeeks()
    {
        var answers = await AskAsync(Now);

        Assert.Equal([false, true], answers.Select(answer => answer.KnowsPast));
        Assert.Equal([(Utc(7, 14, 13), Utc(7, 14, 20, 29)), (Utc(7, 7, 13), Utc(7, 7, 21))], _history.Asked.Take(2));
        Assert.Equal(1 + PastWeeks.Count, _history.Asked.Count);
        Assert.Equal(
            [(Utc(7, 14, 19, 29), 6000.0), (Utc(7, 14, 15), 32_900.0), (Utc(7, 14, 13), 44_900.0)],
            answers[1].Windows.Skip(1).Select(window => (window.From, window.Sum[KeyFigure.CoinIn]!.Value)));
        Assert.All(answers[1].Windows, window => Assert.Equal(PastWeeks.Count, window.Usual[(int)KeyFigure.CoinIn]!.Value.Weeks));
    }

    [Fact]
    public async Task Ask_AMinuteLater_AsksForTheNewestHoursOnly()
    {
        await AskAsync(Now);
        _history.Asked.Clear();

        var answer = Assert.Single(await AskAsync(Now.AddMinutes(1)));

        Assert.Equal([(Utc(7, 14, 19), Utc(7, 14, 20, 30))], _history.Asked);
        Assert.Equal(Utc(7, 14, 20, 30), answer.Windows[0].To);
    }

    [Fact]
    public async Task Ask_NoPast_HasNoUsual()
    {
        _history.Since = Utc(7, 14, 20);

        var last = (await AskAsync(Now))[^1];

        Assert.All(last.Windows, window => Assert.All(window.Usual, Assert.Null));
        Assert.Equal(29, last.Windows[(int)FigureWindow.Day].Sum.Minutes);
    }

    [Fact]
    public async Task Ask_EventhouseAway_SaysSoAndKeepsTheFigures()
    {
        await AskAsync(Now);
        _history.Failure = "The Eventhouse does not answer.";

        var answer = Assert.Single(await AskAsync(Now.AddMinutes(1)));

        Assert.Equal("The Eventhouse does not answer.", answer.Problem);
        Assert.Equal(4, answer.Windows.Count);
    }

    [Fact]
    public async Task Ask_WhileTheSourceCatchesUp_AsksAgainForTheHoursItHadNotComeTo()
    {
        await AskAsync(Now, watermark: Utc(7, 14, 14));
        _history.Asked.Clear();

        await AskAsync(Now.AddMinutes(2));
        Assert.Equal([(Utc(7, 14, 13), Utc(7, 14, 20, 31))], _history.Asked);

        _history.Asked.Clear();
        await AskAsync(Now.AddMinutes(3));
        Assert.Equal([(Utc(7, 14, 19), Utc(7, 14, 20, 32))], _history.Asked);
    }

    // The watermark stands 30 s back: the minute that it is in is not closed.
    private async Task<List<HistoryFigures>> AskAsync(DateTime now, DateTime? watermark = null)
    {
        var summary = Summaries.Of(now) with { Watermark = watermark ?? now.AddSeconds(-30) };
        var answers = new List<HistoryFigures>();
        await foreach (var figures in _asker.AskAsync(summary, TestContext.Current.CancellationToken))
        {
            answers.Add(figures);
        }

        return answers;
    }
}
