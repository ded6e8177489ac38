using CasinoFloor.Web.Live;
using Xunit;

namespace CasinoFloor.Tests.Web.Live;

public sealed class DataAgeTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 20, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(5);

    [Fact]
    public void Of_NothingReceived_IsUnknown() => Assert.Equal(new DataAge(AgeState.Unknown, null), DataAge.Of(null, Now, StaleAfter));

    [Theory]
    [InlineData(0, AgeState.Live)]
    [InlineData(5000, AgeState.Live)]
    [InlineData(5001, AgeState.Stale)]
    public void Of_Received_IsJudgedByAge(int milliseconds, AgeState state)
    {
        var age = DataAge.Of(Now.AddMilliseconds(-milliseconds), Now, StaleAfter);

        Assert.Equal(new DataAge(state, TimeSpan.FromMilliseconds(milliseconds)), age);
    }

    [Fact]
    public void Of_ReceivedAfterNow_IsNoAge() => Assert.Equal(TimeSpan.Zero, DataAge.Of(Now.AddSeconds(1), Now, StaleAfter).Age);
}
