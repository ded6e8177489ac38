using CasinoFloor.Web.Live.Viewers;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Web.Live.Viewers;

public sealed class ClockAllowanceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void TryTake_AllAtOnce_GivesTheMostAndNoMore()
    {
        var allowance = new ClockAllowance(_time);

        Assert.Equal(ClockAllowance.Most, TakeAll(allowance));
    }

    [Fact]
    public void TryTake_SecondLater_GivesTwoMore()
    {
        var allowance = new ClockAllowance(_time);
        TakeAll(allowance);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, TakeAll(allowance));
    }

    [Fact]
    public void TryTake_LongPause_SavesNoMoreThanTheMost()
    {
        var allowance = new ClockAllowance(_time);
        TakeAll(allowance);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ClockAllowance.Most, TakeAll(allowance));
    }

    private static int TakeAll(ClockAllowance allowance)
    {
        var taken = 0;
        while (taken <= ClockAllowance.Most && allowance.TryTake())
            taken++;

        return taken;
    }
}
