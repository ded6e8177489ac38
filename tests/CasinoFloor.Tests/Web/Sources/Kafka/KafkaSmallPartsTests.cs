using CasinoFloor.Web.Sources.Kafka;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Web.Sources.Kafka;

public sealed class KafkaSmallPartsTests
{
    [Theory]
    [InlineData("""{"brokers":{"h:9093/0":{"state":"DOWN"},"h:9093/1":{"state":"UP"}},"cgrp":{"join_state":"steady","assignment_size":4}}""", true, true, 4)]
    [InlineData("""{"brokers":{"h:9093/0":{"state":"DOWN"}},"cgrp":{"join_state":"wait-join","assignment_size":0}}""", false, false, 0)]
    [InlineData("{}", false, false, 0)]
    public void Parse_Statistics_TellsConnectionAndMembership(string json, bool connected, bool joined, int partitions) =>
        Assert.Equal(new KafkaStatistics(connected, joined, partitions), KafkaStatistics.Parse(json));

    [Fact]
    public void Allows_RepeatsWithinTheInterval_CountsThem()
    {
        var time = new FakeTimeProvider();
        var limiter = new RepeatLimiter(time, TimeSpan.FromSeconds(30));
        Assert.True(limiter.Allows("a", out _));
        Assert.False(limiter.Allows("a", out _));
        Assert.False(limiter.Allows("a", out _));
        Assert.True(limiter.Allows("b", out _));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(limiter.Allows("a", out var suppressed));
        Assert.Equal(2, suppressed);
    }

    [Fact]
    public void Redact_SecretWithinASecret_TakesOutTheLongerFirst()
    {
        var secrets = new SecretText(["key", null, "", "SharedAccessKey=key;"]);
        Assert.Equal("a *** b *** c", secrets.Redact("a SharedAccessKey=key; b key c"));
        Assert.Equal("***", secrets.ToString());
    }
}
