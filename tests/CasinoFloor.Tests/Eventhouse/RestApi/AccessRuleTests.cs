using System.Net;
using CasinoFloor.Eventhouse.RestApi;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class AccessRuleTests
{
    private const string Token = "a-token-of-some-length";

    [Theory]
    [InlineData("127.0.0.1", "localhost:8080")]
    [InlineData("::1", "[::1]:8080")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:8080")]
    public void Refuse_ProgramOnThisMachine_IsAllowed(string remote, string host) => Assert.Null(Refuse("", remote, host));

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Original-For", "10.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://stranger.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public void Refuse_LoopbackButNotThisMachinesProgram_IsForbidden(string header, string value) =>
        Assert.Equal(403, Refuse("", "127.0.0.1", "localhost:8080", (header, value))?.Status);

    [Theory]
    [InlineData("stranger.example:8080")]
    [InlineData("localhost.stranger.example")]
    [InlineData("192.168.1.5:8080")]
    [InlineData("")]
    public void Refuse_HostIsNoLoopbackName_IsForbidden(string host) => Assert.Equal(403, Refuse("", "127.0.0.1", host)?.Status);

    [Fact]
    public void Refuse_AnotherMachineWithoutToken_IsForbidden() => Assert.Equal(403, Refuse("", "10.0.0.1", "localhost")?.Status);

    [Fact]
    public void Refuse_UnknownConnection_IsForbidden() => Assert.Equal(403, Refuse("", null, "localhost")?.Status);

    [Theory]
    [InlineData("Bearer " + Token, null)]
    [InlineData("bearer " + Token, null)]
    [InlineData("Bearer " + Token + "x", 401)]
    [InlineData("Bearer ", 401)]
    [InlineData(Token, 401)]
    [InlineData("", 401)]
    public void Refuse_AnotherMachineWithASetToken_AsksForIt(string authorization, int? status) =>
        Assert.Equal(status, Refuse(Token, "10.0.0.1", "casino.example", ("Authorization", authorization), ("X-Forwarded-For", "10.0.0.9"))?.Status);

    [Fact]
    public void Refuse_WrongTokenOnThisMachine_IsRefused() =>
        Assert.Equal(401, Refuse(Token, "127.0.0.1", "localhost", ("Authorization", "Bearer wrong"))?.Status);

    [Fact]
    public void Refuse_PageOfThisApp_IsAllowed() =>
        Assert.Null(Refuse("", "127.0.0.1", "localhost:8080", ("Origin", "http://localhost:8080"), ("Sec-Fetch-Site", "same-origin")));

    [Theory]
    [InlineData("GET", "navigate", "document", null)]
    [InlineData("POST", "navigate", "document", 403)]
    [InlineData("GET", "navigate", "iframe", 403)]
    [InlineData("GET", "cors", "empty", 403)]
    public void Refuse_LinkOnAnotherPageFollowedHere_OnlyAVisitIsAllowed(string method, string mode, string destination, int? status) =>
        Assert.Equal(
            status,
            Refuse("", "127.0.0.1", "localhost:8080", method, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination))?.Status);

    [Fact]
    public void Validate_ShortToken_NamesTheSetting() =>
        Assert.Contains("Eventhouse:Api:Token", Assert.Single(new EventhouseApiOptions { Token = "short" }.Validate()), StringComparison.Ordinal);

    private static ApiError? Refuse(string token, string? remote, string host, params (string Name, string Value)[] headers) => Refuse(token, remote, host, "POST", headers);

    private static ApiError? Refuse(string token, string? remote, string host, string method, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        http.Request.Host = new HostString(host);
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        return new AccessRule(new EventhouseApiOptions { Token = token }).Refuse(http);
    }
}
