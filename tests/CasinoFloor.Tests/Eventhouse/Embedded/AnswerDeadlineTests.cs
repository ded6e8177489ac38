using CasinoFloor.Eventhouse.Embedded;
using CasinoFloor.Kql;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class AnswerDeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly AnswerDeadline _deadline;

    public AnswerDeadlineTests() => _deadline = new AnswerDeadline(_time);

    [Fact]
    public async Task Answer_QueryThatEnds_IsItsOwn()
    {
        var result = new KqlResult([], null, null);

        Assert.Same(result, await _deadline.AnswerAsync(Task.FromResult(result), Timeout, TestContext.Current.CancellationToken));
        Assert.Equal(0, _deadline.Left);
    }

    [Fact]
    public async Task Answer_StoppedAndEndsWithinTheGrace_IsItsOwn()
    {
        using var stop = new CancellationTokenSource();
        var running = new TaskCompletionSource<KqlResult>();
        var answer = _deadline.AnswerAsync(running.Task, Timeout, stop.Token);

        await stop.CancelAsync();
        running.SetResult(new KqlResult([], null, null));

        Assert.Null((await answer).Error);
    }

    [Fact]
    public async Task Answer_StoppedAndGoesOn_SaysSoAfterTheGraceAndLeavesIt()
    {
        using var stop = new CancellationTokenSource();
        var running = new TaskCompletionSource<KqlResult>();
        var answer = _deadline.AnswerAsync(running.Task, Timeout, stop.Token);

        await stop.CancelAsync();

        Assert.Equal(KqlErrorCodes.Cancelled, (await PassAsync(answer, AnswerDeadline.Grace)).Error!.Code);
        Assert.Equal(1, _deadline.Left);
        running.SetException(new InvalidOperationException());
        Assert.Equal(0, _deadline.Left);
    }

    [Fact]
    public async Task Answer_LongerThanItsTime_SaysSo()
    {
        var answer = _deadline.AnswerAsync(new TaskCompletionSource<KqlResult>().Task, Timeout, TestContext.Current.CancellationToken);

        Assert.Equal(KqlErrorCodes.Timeout, (await PassAsync(answer, Timeout)).Error!.Code);
    }

    [Fact]
    public async Task Answer_TooManyLeft_WaitsForTheQuery()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        for (var i = 0; i < AnswerDeadline.MostLeft; i++)
        {
            await PassAsync(_deadline.AnswerAsync(new TaskCompletionSource<KqlResult>().Task, Timeout, stop.Token), AnswerDeadline.Grace);
        }

        var running = new TaskCompletionSource<KqlResult>();
        var answer = _deadline.AnswerAsync(running.Task, Timeout, stop.Token);
        _time.Advance(AnswerDeadline.Grace);
        await Task.Yield();
        Assert.False(answer.IsCompleted);
        running.SetResult(new KqlResult([], null, null));

        Assert.Null((await answer).Error);
        Assert.Equal(AnswerDeadline.MostLeft, _deadline.Left);
    }

    // The clock is moved until the answer is there: when it is looked at is not the test's to say.
    private async Task<KqlResult> PassAsync(Task<KqlResult> answer, TimeSpan step)
    {
        while (!answer.IsCompleted)
        {
            _time.Advance(step);
            await Task.Yield();
        }

        return await answer;
    }
}
