using CasinoFloor.Web.Calendar;
using Xunit;

namespace CasinoFloor.Tests.Web.Calendar;

public sealed class PropertyCalendarTests
{
    private static readonly PropertyCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"), new CalendarOptions());

    [Theory]
    [InlineData("2026-07-01T12:59:59Z", "2026-06-30T13:00:00Z")]
    [InlineData("2026-07-01T13:00:00Z", "2026-07-01T13:00:00Z")]
    [InlineData("2026-01-05T13:30:00Z", "2026-01-04T14:00:00Z")]
    public void GamingDayStart_Moment_IsSixInTheMorningBefore(string moment, string expected) =>
        Assert.Equal(At(expected), Calendar.GamingDayStart(At(moment)));

    [Theory]
    [InlineData("2026-07-01T06:59:00Z", "2026-06-30T23:00:00Z")]
    [InlineData("2026-07-01T07:00:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("2026-07-01T16:30:00Z", "2026-07-01T15:00:00Z")]
    public void ShiftStart_Moment_IsTheLastOfThree(string moment, string expected) => Assert.Equal(At(expected), Calendar.ShiftStart(At(moment)));

    [Fact]
    public void ToUtc_TimeThatExistsTwice_IsTheEarlierMoment() =>
        Assert.Equal(At("2026-11-01T08:30:00Z"), Calendar.ToUtc(new DateTime(2026, 11, 1, 1, 30, 0)));

    [Fact]
    public void ToLocal_OfToUtc_IsTheSame()
    {
        var local = new DateTime(2026, 3, 9, 15, 4, 5);

        Assert.Equal(local, Calendar.ToLocal(Calendar.ToUtc(local)));
    }

    [Fact]
    public void Validate_ShiftsThatFillNoDay_SaysSo() =>
        Assert.Contains("Calendar:ShiftLength", Assert.Single(new CalendarOptions { ShiftLength = TimeSpan.FromHours(7) }.Validate()), StringComparison.Ordinal);

    private static DateTime At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
