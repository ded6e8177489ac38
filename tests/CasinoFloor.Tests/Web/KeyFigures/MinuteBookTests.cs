using CasinoFloor.Web.KeyFigures;
using static CasinoFloor.Tests.Web.KeyFigures.Minutes;

namespace CasinoFloor.Tests.Web.KeyFigures;

public sealed class MinuteBookTests
{
    private static readonly DateTime Now = Utc(3, 14, 20, 30);

    private readonly MinuteBook _book = new();

    [Fact]
    public void Missing_NothingKnown_IsTheSpanInWholeHours() =>
        Assert.Equal([(Utc(3, 14, 18), Utc(3, 14, 21))], _book.Missing(Utc(3, 14, 18, 45), Now, Now));

    [Fact]
    public void Missing_HoursOfPastWeeks_AreAskedForOnce()
    {
        _book.Put(Utc(3, 7, 18), Utc(3, 7, 21), [], Now);

        Assert.Empty(_book.Missing(Utc(3, 7, 18), Utc(3, 7, 21), Now.AddHours(20)));
    }

    [Fact]
    public void Missing_AskedAMinuteAgo_IsTheUnsettledHours()
    {
        _book.Put(Utc(3, 14, 10), Utc(3, 14, 21), [], Now);

        Assert.Equal([(Utc(3, 14, 19), Utc(3, 14, 21))], _book.Missing(Utc(3, 14, 10), Now, Now.AddMinutes(1)));
    }

    [Fact]
    public void Missing_AskedAnHourAgo_IsAllOfToday()
    {
        _book.Put(Utc(3, 14, 10), Utc(3, 14, 21), [], Now);

        Assert.Equal([(Utc(3, 14, 10), Utc(3, 14, 22))], _book.Missing(Utc(3, 14, 10), Now.AddHours(1), Now.AddHours(1)));
    }

    [Fact]
    public void Put_AskedAgain_ReplacesTheHour()
    {
        _book.Put(Utc(3, 14, 20), Utc(3, 14, 21), [(Utc(3, 14, 20, 5), Of(1)), (Utc(3, 14, 20, 6), Of(2))], Now);
        _book.Put(Utc(3, 14, 20), Utc(3, 14, 21), [(Utc(3, 14, 20, 6), Of(3))], Now);

        Assert.Null(_book[Utc(3, 14, 20, 5)]);
        Assert.Equal(3, _book[Utc(3, 14, 20, 6)]!.Value.CoinIn);
    }

    [Fact]
    public void Keep_HoursOfNoSpan_AreForgotten()
    {
        Fill(_book, Utc(3, 7, 10), Utc(3, 7, 12), 1);

        _book.Keep([(Utc(3, 7, 11, 30), Utc(3, 7, 12))]);

        Assert.Null(_book[Utc(3, 7, 10, 30)]);
        Assert.NotNull(_book[Utc(3, 7, 11, 0)]);
    }
}
