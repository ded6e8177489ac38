using System.Threading.Channels;
using CasinoFloor.Web.Components.Shared;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace CasinoFloor.Tests.Web.Components;

public sealed class RefresherTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    [Fact(Timeout = 30_000)]
    public async Task Render_ThatFails_IsNotTheLastAndItsErrorIsToldUnlessTheBrowserIsAway()
    {
        Exception[] failures = [new TaskCanceledException("no answer"), new JSDisconnectedException("gone"), new InvalidOperationException("a bug")];
        var rounds = Channel.CreateUnbounded<int>();
        var told = Channel.CreateUnbounded<Exception>();
        var time = new FakeTimeProvider();
        var count = 0;
        using var refresher = new Refresher(time, Interval, Render, async error => await told.Writer.WriteAsync(error));

        for (var round = 0; round <= failures.Length; round++)
        {
            time.Advance(Interval);
            Assert.Equal(round, await rounds.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        Assert.Same(failures[^1], await told.Reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.False(told.Reader.TryRead(out _));

        Task Render()
        {
            rounds.Writer.TryWrite(count);
            return count++ < failures.Length ? Task.FromException(failures[count - 1]) : Task.CompletedTask;
        }
    }
}
