using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Decoding;
using Xunit;

namespace CasinoFloor.Tests.Engine.Decoding;

public sealed class TimestampParserTests
{
    private static readonly TimeZoneInfo LosAngeles = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    [Theory]
    [InlineData("2026-11-20T18:00:40Z", "2026-11-20T18:00:40.0000000")]
    [InlineData("2026-11-20t18:00:40z", "2026-11-20T18:00:40.0000000")]
    [InlineData("2026-11-20 18:00:40.5-08:00", "2026-11-21T02:00:40.5000000")]
    [InlineData("2026-11-20T18:00:40.123456789+0530", "2026-11-20T12:30:40.1234567")]
    [InlineData("2026-11-20T18:00:40,25+14", "2026-11-20T04:00:40.2500000")]
    [InlineData("2026-11-20T18:00Z", "2026-11-20T18:00:00.0000000")]
    [InlineData("2026-11-20T18:00", "2026-11-21T02:00:00.0000000")]
    [InlineData("2026-07-20T18:00:00", "2026-07-21T01:00:00.0000000")]
    [InlineData("2024-02-29T12:00:00Z", "2024-02-29T12:00:00.0000000")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000")]
    [InlineData("2000-01-01T00:00:00Z", "2000-01-01T00:00:00.0000000")]
    public void TryRead_Time_IsUtc(string text, string expected)
    {
        Assert.True(new TimestampParser(LosAngeles).TryRead(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(expected, new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T18")]
    [InlineData("2026-11-20T18:0")]
    [InlineData("2026-11-20X18:00:40")]
    [InlineData("2026-13-20T18:00:40Z")]
    [InlineData("2026-11-31T18:00:40Z")]
    [InlineData("2025-02-29T18:00:40Z")]
    [InlineData("2026-11-00T18:00:40Z")]
    [InlineData("2026/11/20T18:00:40Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T18:60:00Z")]
    [InlineData("2026-11-20T18:00:61Z")]
    [InlineData("2026-11-20T18:00:4Z")]
    [InlineData("2026-11-20T18:00:40.Z")]
    [InlineData("2026-11-20T18:00:40.1234567890Z")]
    [InlineData("2026-11-20T18:00:40+15:00")]
    [InlineData("2026-11-20T18:00:40+08:60")]
    [InlineData("2026-11-20T18:00:40+8")]
    [InlineData("2026-11-20T18:00:40 PST")]
    [InlineData("2026-11-20T18:00:40Zx")]
    [InlineData("20261120T180040Z0")]
    [InlineData("1999-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1795197640000000")]
    public void TryRead_NoTime_IsRefused(string text) =>
        Assert.False(new TimestampParser(LosAngeles).TryRead(Encoding.UTF8.GetBytes(text), out _));

    // In 2026 clocks in Los Angeles go forward on 8 March at 02:00 (10:00 UTC) and back on 1 November at 02:00 (09:00 UTC).
    [Theory]
    [InlineData("2026-03-08T01:59:59", "2026-03-08T09:59:59")]
    [InlineData("2026-03-08T02:00:00", "2026-03-08T10:00:00")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T10:30:00")]
    [InlineData("2026-03-08T02:59:59", "2026-03-08T10:59:59")]
    [InlineData("2026-03-08T03:00:00", "2026-03-08T10:00:00")]
    [InlineData("2026-03-08T23:00:00", "2026-03-09T06:00:00")]
    [InlineData("2026-11-01T00:59:59", "2026-11-01T07:59:59")]
    [InlineData("2026-11-01T01:00:00", "2026-11-01T08:00:00")]
    [InlineData("2026-11-01T01:59:59", "2026-11-01T08:59:59")]
    [InlineData("2026-11-01T02:00:00", "2026-11-01T10:00:00")]
    [InlineData("2026-10-31T23:59:59", "2026-11-01T06:59:59")]
    [InlineData("2026-11-02T00:00:00", "2026-11-02T08:00:00")]
    public void TryRead_AroundDaylightSaving_EarlierOffsetWinsAndSkippedTimeMovesForward(string text, string expected)
    {
        var parser = new TimestampParser(LosAngeles);
        foreach (var other in (string[])["2026-03-08T00:10:00", "2026-11-01T12:00:00", text])
        {
            Assert.True(parser.TryRead(Encoding.UTF8.GetBytes(other), out _));
            Assert.True(parser.TryRead(Encoding.UTF8.GetBytes(text), out var ticks));
            Assert.Equal(expected, new DateTime(ticks).ToString("s", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Europe/Dublin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Apia")]
    [InlineData("Asia/Kolkata")]
    [InlineData("UTC")]
    public void ToUtc_EveryQuarterHourOfYears_IsTheEarliestInstantWithThatLocalTime(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var clock = new LocalClock(zone);
        for (var local = new DateTime(2010, 1, 1); local.Year < 2027; local = local.AddMinutes(15))
        {
            var before = OffsetAt(local.AddHours(-26));
            var after = OffsetAt(local.AddHours(26));
            var instants = ((TimeSpan[])[before, after]).Where(offset => OffsetAt(local - offset) == offset).Select(offset => local - offset);
            var expected = instants.DefaultIfEmpty(local - before).Min();
            if (clock.ToUtc(local.Ticks) != expected.Ticks)
            {
                Assert.Fail($"{id}: {local:s} gave {new DateTime(clock.ToUtc(local.Ticks)):s}, not {expected:s}.");
            }
        }

        TimeSpan OffsetAt(DateTime utc) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("1795197640", "2026-11-20T18:00:40.0000000")]
    [InlineData("1795197640.25", "2026-11-20T18:00:40.2500000")]
    [InlineData("1795197640.1234567", "2026-11-20T18:00:40.1234567")]
    [InlineData("1795197640123", "2026-11-20T18:00:40.1230000")]
    [InlineData("1795197640123.4567", "2026-11-20T18:00:40.1234567")]
    [InlineData("946684800", "2000-01-01T00:00:00.0000000")]
    [InlineData("99999999999", "5138-11-16T09:46:39.0000000")]
    public void TryReadUnix_SecondsOrMilliseconds_IsUtc(string text, string expected)
    {
        Assert.True(TimestampParser.TryReadUnix(Encoding.UTF8.GetBytes(text), out var ticks));
        Assert.Equal(expected, new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1795197640")]
    [InlineData("946684799")]
    [InlineData("1.8e9")]
    [InlineData("100000000000")]
    [InlineData("999999999999999999999")]
    [InlineData("1795197640000000")]
    public void TryReadUnix_NoEventTime_IsRefused(string text) =>
        Assert.False(TimestampParser.TryReadUnix(Encoding.UTF8.GetBytes(text), out _));
}
