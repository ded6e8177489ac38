using CasinoFloor.Kql;
using CasinoFloor.Web.Calendar;
using CasinoFloor.Web.Components.Machine;
using CasinoFloor.Web.Components.Results;

namespace CasinoFloor.Tests.Web.Components.Machine;

public sealed class MachinePartsTests
{
    private static readonly DateTime From = new(2026, 3, 14, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime To = From.AddHours(10);

    [Fact]
    public void StateLanes_Spans_StandInLanesTheMostUrgentFirst()
    {
        var lanes = StateLanes.Of(
            Tables.Of(
                "state:string, began:datetime, ended:datetime, severity:string, why:string",
                ["Idle", From.AddHours(-1), From.AddHours(1), "LOW", "Silent."],
                ["MachineCritical", From.AddHours(5), null, "CRITICAL", "Errors."],
                ["Idle", From.AddHours(2), From.AddHours(4), "LOW", "Silent."],
                ["Tilt", From.AddHours(-3), From.AddHours(-2), "HIGH", "Over before."]),
            From,
            To).Lanes;

        Assert.Equal(["Machine critical", "Idle"], lanes.Select(lane => lane.Name));
        Assert.Equal((50.0, 50.0), (lanes[0].Bars[0].Left, lanes[0].Bars[0].Width));
        Assert.Equal([(0.0, 10.0), (20.0, 20.0)], lanes[1].Bars.Select(bar => (bar.Left, bar.Width)));
    }

    [Theory]
    [InlineData("theoretical_hold_percent", 9.0, "Theoretical hold", "9.0 %")]
    [InlineData("hold_percent", -2.25, "Hold", "−2.3 %")]
    [InlineData("denomination", 0.01, "Denomination", "$0.01")]
    [InlineData("hopper_percent", null, "Hopper", "–")]
    [InlineData("bank", "", "Bank", "–")]
    [InlineData("machines", 12_345L, "Machines", "12,345")]
    public void FactText_Column_HasItsUnit(string column, object? value, string name, string text) =>
        Assert.Equal((name, text), (FactText.Name(column), FactText.Value(column, value, new PropertyCalendar(TimeZoneInfo.Utc, new CalendarOptions()))));

    [Theory]
    [InlineData(200_000, 12.0, 8.0, 1.0, true, "+4.0 pts against theoretical over 200,000 games: to be investigated.")]
    [InlineData(200_000, 10.5, 8.0, 1.0, false, "Outside of what chance explains by 95 %.")]
    [InlineData(5_000, 12.0, 8.0, 1.0, false, "Outside of what chance explains by 95 %; 5,000 games are under the 100,000 that are worth comparing.")]
    [InlineData(200_000, 8.5, 8.0, 1.0, false, "Within chance: 7.5 % to 9.5 % holds the true figure.")]
    [InlineData(50, -40.0, 8.0, 190.0, false, "Within chance: −230.0 % to 100.0 % holds the true figure; 50 games are under the 100,000 that are worth comparing.")]
    public void HoldReading_Verdict_TellsChanceFromDifference(long games, double hold, double theoretical, double margin, bool isSuspect, string verdict)
    {
        var reading = new HoldReading("Last week", games, hold, theoretical, margin);

        Assert.Equal((isSuspect, verdict), (reading.IsSuspect, reading.Verdict));
    }

    [Fact]
    public void HoldReading_Unknown_SaysWhatIsMissing()
    {
        Assert.Equal("Nothing was wagered.", new HoldReading("Last hour", 0, null, 8, null).Verdict);
        Assert.Equal("Its theoretical hold is not known.", new HoldReading("Last hour", 9, 5, null, 3).Verdict);
        Assert.Equal("Too few games to say anything.", new HoldReading("Last hour", 1, 5, 8, null).Verdict);
    }

    [Fact]
    public void HopperForecast_FallingSinceTheFill_ReachesTheFillLevel()
    {
        // Filled at 12:00 from 30 to 90, then 10 points an hour down.
        var forecast = Forecast((0, 50), (60, 40), (115, 30), (120, 90), (180, 80), (240, 70))!;

        Assert.Equal((70.0, From.AddHours(4), From.AddHours(2)), (forecast.Level, forecast.MeasuredAt, forecast.Since));
        Assert.Equal(-10, forecast.PerHour!.Value, 9);
        Assert.Equal(From.AddHours(9), forecast.FillAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal(From.AddHours(7), Forecast(40, [(120, 90), (180, 80), (240, 70)])!.FillAt!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void HopperForecast_NothingToSay_HasNoMoment()
    {
        Assert.Null(Forecast());
        Assert.Null(Forecast((0, 50), (5, 49))!.FillAt);
        Assert.Null(Forecast((0, 50), (30, 52), (60, 54))!.FillAt);
        Assert.Equal(From.AddHours(1), Forecast((0, 25), (30, 21), (60, 15))!.FillAt);
    }

    [Fact]
    public void ErrorPareto_Errors_HasTheirRunningShareAsALine()
    {
        var table = Tables.Of(
            "error:string, errors:long, last:datetime, message:string, share_percent:real, running_percent:real",
            ["E12", 6L, From, "Reel stuck", 60.0, 60.0],
            ["E7", 4L, From, "Bill jam", 40.0, 100.0]);

        var chart = ErrorPareto.Of(new Answer(new KqlResult([table], null, null), "", TimeSpan.Zero, To));

        Assert.Equal([6.0, 4.0], chart.Series.Single().Y);
        Assert.Equal((object?[])["E12", "E7"], chart.Share!.X);
        Assert.Equal([60.0, 100.0], chart.Share.Y);
    }

    [Fact]
    public void EventSentence_Events_AreSaidInWords()
    {
        var sentences = new EventSentence(Tables.Of(
            "event_timestamp:datetime, event_type:string, wager_amount:real, payout_amount:real, bill_amount:real, hopper_level:real, error_code:string, error_message:string, player_id:string, is_late:bool",
            [From, "SPIN", 2.0, 0.5, null, 71.5, "", "", "P-1", false],
            [From, "ERROR", null, null, null, null, "E12", "Reel stuck", "", true],
            [From, "BILL_IN", null, null, 20.0, null, "", "", "", false],
            [From, "SOMETHING_NEW", null, null, null, null, "", "", "", false]));

        Assert.Equal(
            ["Game: wagered $2.00, paid $0.50 · hopper 71.5 % · carded", "Error E12: Reel stuck · arrived late", "Bill of $20.00 taken", "SOMETHING_NEW"],
            Enumerable.Range(0, 4).Select(sentences.Of));
        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(sentences.IsAbnormal));
    }

    [Fact]
    public void SimilarIds_TypingError_FindsTheNearest()
    {
        string[] ids = ["SLOT-00041", "SLOT-00046", "SLOT-01146", "VIP-9"];

        Assert.Equal(["SLOT-00046", "SLOT-00041"], SimilarIds.To("slot-0046", ids).Take(2));
        Assert.Equal(["VIP-9"], SimilarIds.To("VIP", ids));
        Assert.Empty(SimilarIds.To("nothing like it", ids));
    }

    private static HopperForecast? Forecast(params (int Minutes, double Level)[] levels) => Forecast(20, levels);

    private static HopperForecast? Forecast(double fillBelow, (int Minutes, double Level)[] levels) => HopperForecast.Of(
        Tables.Of(
            "moment:datetime, hopper_level:real, lowest:real",
            [.. levels.Select(level => new object?[] { From.AddMinutes(level.Minutes), level.Level, level.Level })]),
        fillBelow);
}
