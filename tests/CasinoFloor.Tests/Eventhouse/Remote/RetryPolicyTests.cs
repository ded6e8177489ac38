using System.Net;
using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class RetryPolicyTests
{
    private static readonly TimeSpan Plenty = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(200, null, false)]
    [InlineData(400, null, false)]
    [InlineData(400, false, false)]
    [InlineData(401, null, false)]
    [InlineData(403, null, false)]
    [InlineData(404, null, false)]
    [InlineData(404, false, true)]
    [InlineData(413, null, false)]
    [InlineData(429, null, true)]
    [InlineData(429, true, true)]
    [InlineData(500, null, true)]
    [InlineData(500, true, false)]
    [InlineData(503, null, true)]
    [InlineData(504, null, true)]
    [InlineData(null, null, true)]
    public void Next_Outcome_RetriesWhatMayPass(int? status, bool? permanent, bool retries) =>
        Assert.Equal(retries, RetryPolicy.Next(new SendOutcome((HttpStatusCode?)status, permanent), TimeSpan.Zero, 9, Plenty, 1) is not null);

    [Theory]
    [InlineData(0, 1.0, 1.0)]
    [InlineData(0, 0.0, 0.75)]
    [InlineData(1, 1.0, 2.0)]
    [InlineData(2, 0.5, 3.5)]
    [InlineData(60, 1.0, 30.0)]
    public void Next_LastDelay_DoublesUpToHalfAMinute(double last, double jitter, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), RetryPolicy.Next(new SendOutcome(HttpStatusCode.ServiceUnavailable), TimeSpan.FromSeconds(last), 9, Plenty, jitter));

    [Fact]
    public void Next_RetryAfter_IsWaitedFor() =>
        Assert.Equal(
            TimeSpan.FromSeconds(17),
            RetryPolicy.Next(new SendOutcome(HttpStatusCode.TooManyRequests, null, TimeSpan.FromSeconds(17)), TimeSpan.Zero, 9, Plenty, 0));

    [Fact]
    public void Next_NoTimeLeft_GivesUp() =>
        Assert.Null(RetryPolicy.Next(new SendOutcome(HttpStatusCode.TooManyRequests, null, TimeSpan.FromSeconds(17)), TimeSpan.Zero, 9, TimeSpan.FromSeconds(10), 0));

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Next_AttemptsLeft_AreNotExceeded(int left, bool retries) =>
        Assert.Equal(retries, RetryPolicy.Next(new SendOutcome(HttpStatusCode.ServiceUnavailable), TimeSpan.Zero, left, Plenty, 0) is not null);
}
