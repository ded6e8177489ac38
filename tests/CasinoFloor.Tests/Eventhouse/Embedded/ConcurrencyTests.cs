using CasinoFloor.Engine.Events;
using CasinoFloor.Kql;
using CasinoFloor.Tests.Eventhouse.Embedded.Commands;

namespace CasinoFloor.Tests.Eventhouse.Embedded;

public sealed class ConcurrencyTests
{
    // Ten thousand million pairs: it ends by being cancelled only.
    private const string Endless =
        "range a from 1 to 100000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(sin(a * b))";

    [Fact]
    public async Task WriteAsync_WhileQueriesRun_IsNotHeldUp()
    {
        await using var house = await TestHouse.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestHouse.Token);
        var queries = Enumerable.Range(0, 2).Select(_ => house.House.QueryAsync(new KqlQuery(Endless), stop.Token)).ToList();

        for (var index = 0; index < 5; index++)
        {
            var batch = TestBatches.New(EventStream.Slot);
            batch.Spin(index, "M-1", TestHouse.Now, 1m, 0m);
            await house.WriteAsync(batch, TestBatches.At(index + 1));
        }

        Assert.Equal([5L], Assert.Single(await house.AskAsync("slot_events_live | count")));
        Assert.All(queries, query => Assert.False(query.IsCompleted));
        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(queries), result => Assert.Equal(KqlErrorCodes.Cancelled, result.Error?.Code));
    }

    [Fact]
    public async Task QueryAsync_AfterCancelledOnes_IsAnswered()
    {
        await using var house = await TestHouse.OpenAsync();
        for (var round = 0; round < 5; round++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestHouse.Token);
            var cancelled = Enumerable.Range(0, 3).Select(_ => house.House.QueryAsync(new KqlQuery(Endless), stop.Token)).ToList();
            var answered = house.AskAsync("print 1");
            await stop.CancelAsync();

            Assert.All(await Task.WhenAll(cancelled), result => Assert.Equal(KqlErrorCodes.Cancelled, result.Error?.Code));
            Assert.Equal([1L], Assert.Single(await answered));
            Assert.Equal([2L], Assert.Single(await house.AskAsync("print 2")));
        }
    }

    [Fact]
    public async Task QueryAsync_NewestRowsWhileOthersAreWritten_AreAlwaysFound()
    {
        const int rows = 500;
        await using var house = await TestHouse.OpenAsync(options => options.CheckpointBytes = 1 << 20);
        await house.WriteAsync(TestBatches.Spins(0, rows, TestHouse.Now), TestBatches.At(rows));
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; i < 200; i++)
                {
                    await house.WriteAsync(TestBatches.Spins(i * rows, rows, TestHouse.Now.AddSeconds(i * rows)), TestBatches.At((i + 1) * rows));
                }
            },
            TestHouse.Token);

        while (!writing.IsCompleted)
        {
            Assert.Equal(20, (await house.AskAsync("slot_events_live | where machine_id == 'SLOT-1' | top 20 by event_timestamp desc, source_offset desc")).Count);
        }

        await writing;
    }

    [Fact]
    public async Task CommandAsync_CancelledQuery_ChangesNothing()
    {
        await using var house = await TestHouse.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestHouse.Token);
        var command = house.House.CommandAsync($".set T <| {Endless}", stop.Token);

        await stop.CancelAsync();

        Assert.Equal(KqlErrorCodes.Cancelled, (await command).Error?.Code);
        Assert.DoesNotContain((await house.RunAsync(".show tables")).Rows, row => row[0] is "T");
    }
}
