using CasinoFloor.Kql;
using CasinoFloor.Web.Explore;
using Xunit;

namespace CasinoFloor.Tests.Web.Explore;

public sealed class ExplorerTests
{
    private static readonly Dictionary<string, string> None = [];

    private readonly Explorer _explorer = new(new EngineHistory(), new ExploreOptions { MaxRows = 50, MaxBytes = 1_000_000 }, TimeProvider.System);

    [Fact]
    public async Task AskAsync_AQuery_AnswersItsRows()
    {
        var answer = await _explorer.AskAsync("plays | summarize n = count() by machine", None, TestContext.Current.CancellationToken);

        Assert.Equal(3, answer.Result.Table.Rows.Count);
        Assert.True(answer.Took > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("plays | extend text = strrep(strrep('x', 1000), 100)", KqlErrorCodes.ResultTooLarge)]
    [InlineData("  .drop table plays", KqlErrorCodes.Unsupported)]
    [InlineData("plays | where nothing", KqlErrorCodes.Semantic)]
    public async Task AskAsync_WhatIsNotAllowed_IsRefused(string text, string code) =>
        Assert.Equal(code, (await _explorer.AskAsync(text, None, TestContext.Current.CancellationToken)).Result.Error?.Code);

    [Theory]
    [InlineData("plays", 50, true)]
    [InlineData("plays | take 50", 50, false)]
    public async Task AskAsync_MoreRowsThanTheLimit_AnswersTheFirstAndSaysSo(string text, int rows, bool isCut)
    {
        var answer = await _explorer.AskAsync(text, None, TestContext.Current.CancellationToken);

        Assert.Equal((rows, isCut), (answer.Result.Table.Rows.Count, answer.Result.Table.IsCut));
    }

    [Fact]
    public async Task AskAsync_Cancelled_SaysSo()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var answer = await _explorer.AskAsync("range x from 1 to 1000000000 step 1 | summarize sum(x)", None, cancelled.Token);

        Assert.Equal(KqlErrorCodes.Cancelled, answer.Result.Error?.Code);
    }

    [Theory]
    [InlineData("20", 46L)]
    [InlineData("", 33L)]
    public async Task AskAsync_AParameter_TakesItsValueOrDefault(string value, long expected)
    {
        const string Text = "declare query_parameters(least:real = 40.0); plays | where wager > least | count";
        Assert.Equal("least", Assert.Single(_explorer.Parameters(Text)).Name);

        var answer = await _explorer.AskAsync(Text, new Dictionary<string, string> { ["least"] = value }, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Result.Table.Rows[0][0]);
    }

    [Fact]
    public void Questions_ThatARoleRestricts_AreNotOffered() => Assert.Equal("floor/plays", Assert.Single(_explorer.Questions).Name);

    [Fact]
    public void Validate_WrongLimits_NamesEach()
    {
        var errors = new ExploreOptions { Timeout = TimeSpan.Zero, MaxRows = 0, MaxBytes = 1 }.Validate();

        Assert.Equal(["Explore:Timeout", "Explore:MaxRows", "Explore:MaxBytes"], errors.Select(error => error.Split(' ')[0]));
    }
}
