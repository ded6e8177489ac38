using CasinoFloor.Engine.Events;
using CasinoFloor.Web.Sources.Simulator;
using CasinoFloor.Web.Sources.Simulator.Players;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Simulator.Players;

public sealed class BusyCurveTests
{
    private static readonly DateTime Saturday21InLosAngeles = new(2026, 11, 22, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void At_AllHoursOfAWeek_AverageToOne()
    {
        var curve = BusyCurve.Of(new SimulatorOptions());
        var monday = new DateTime(2026, 11, 16, 14, 0, 0, DateTimeKind.Utc);

        Assert.Equal(1, Enumerable.Range(0, 7 * 24 * 30).Average(step => curve.At(monday.AddMinutes(2 * step).Ticks)), 2);
    }

    [Fact]
    public void At_SaturdayNight_IsThePeakOfTheWeek()
    {
        var curve = BusyCurve.Of(new SimulatorOptions());

        Assert.Equal(curve.Peak, curve.At(Saturday21InLosAngeles.Ticks), 6);
        Assert.True(curve.At(Saturday21InLosAngeles.AddHours(-16).Ticks) < curve.Peak / 2);

        // Two hours after midnight it is still Saturday's night, not Sunday's.
        Assert.True(curve.At(Saturday21InLosAngeles.AddHours(5).Ticks) > curve.At(Saturday21InLosAngeles.AddDays(1).AddHours(5).Ticks));
    }

    [Fact]
    public void At_OtherTimeZone_MovesWithIt()
    {
        var vienna = BusyCurve.Of(new SimulatorOptions { TimeZone = "Europe/Vienna" });

        Assert.Equal(vienna.Peak, vienna.At(Saturday21InLosAngeles.AddHours(-9).Ticks), 6);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("")]
    [InlineData("0 0 0 0 0 0 0")]
    [InlineData("1 1 1 1 1 1 -1")]
    [InlineData("1 1 1 1 1 1 x")]
    [InlineData("1 1 1 1 1 1 NaN")]
    public void Validate_WrongWeekdayCurve_NamesIt(string curve)
    {
        var error = Assert.Single(new SimulatorOptions { WeekdayCurve = curve }.Validate());
        Assert.StartsWith($"Simulator:WeekdayCurve is '{curve}'; it must be 7 numbers", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_WrongZoneAndHours_NamesBoth() =>
        Assert.Equal(2, new SimulatorOptions { HourCurve = "1", TimeZone = "Mars/Olympus" }.Validate().Count);

    [Theory]
    [InlineData(2026, 11, 21, 20, 0.62, 0.8)]
    [InlineData(2026, 11, 24, 4, 0.13, 0.27)]
    public void Advance_HourAndWeekday_DecideHowManyPlay(int year, int month, int day, int hourInLosAngeles, double least, double most)
    {
        var options = RecordingWriter.Clean(500);
        options.HourCurve = new SimulatorOptions().HourCurve;
        options.WeekdayCurve = new SimulatorOptions().WeekdayCurve;
        var start = new DateTime(year, month, day, hourInLosAngeles, 0, 0, DateTimeKind.Utc).AddHours(8);
        var writer = RecordingWriter.Run(options, TimeSpan.FromMinutes(90), start);

        var playing = writer.Messages.Where(message => message.Stream == EventStream.Slot && message.Type == "SPIN" && message.Time >= start.AddMinutes(60))
            .GroupBy(message => message.Time.Minute).Average(minute => minute.Select(message => message.Key).Distinct().Count());
        Assert.InRange(playing / 500, least, most);
    }

    [Fact]
    public void Advance_FlatCurve_OccupancyIsThatOfTheSettings()
    {
        var options = RecordingWriter.Clean(500);
        options.Occupancy = 0.3;
        var slots = RecordingWriter.Run(options, TimeSpan.FromHours(2)).Messages.Where(message => message.Stream == EventStream.Slot && message.Type == "SPIN").ToList();

        // Who puts money in, cashes out or waits for a hand pay sits there without playing.
        var playing = slots.Where(message => message.Time >= RecordingWriter.Start.AddHours(1)).GroupBy(message => message.Time.Minute)
            .Average(minute => minute.Select(message => message.Key).Distinct().Count());
        Assert.InRange(playing / 500, 0.25, 0.34);
    }
}
