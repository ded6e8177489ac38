using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Time, rows, bytes and memory are bounded for each query, with Kusto's codes; a query can be cancelled.</summary>
public sealed class LimitTests : KqlTestBase
{
    private const string Slow = "range x from 1 to 3000000 step 1 | extend k = x % 7 | join kind=inner (range y from 1 to 3000000 step 1 | extend k = y % 7) on k | where x * y % 1000003 == 7 | count";

    [Fact]
    public void Execute_MoreRowsThanAllowed_IsTooLarge()
    {
        var result = Run(new KqlQuery("range x from 1 to 11 step 1") { MaxRows = 10 });

        Assert.Equal(KqlErrorCodes.ResultTooLarge, result.Error?.Code);
        Assert.Empty(result.Tables);
    }

    [Fact]
    public void Execute_AsManyRowsAsAllowed_Answers() =>
        Assert.Equal(10, Run(new KqlQuery("range x from 1 to 10 step 1") { MaxRows = 10 }).Table.Rows.Count);

    [Fact]
    public void Execute_MoreBytesThanAllowed_IsTooLarge()
    {
        var result = Run(new KqlQuery("range x from 1 to 1000 step 1 | extend s = strrep('x', 1000)") { MaxBytes = 100_000 });

        Assert.Equal(KqlErrorCodes.ResultTooLarge, result.Error?.Code);
    }

    [Fact]
    public void Execute_LongerThanAllowed_TimesOut()
    {
        var result = Run(new KqlQuery(Slow) { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(KqlErrorCodes.Timeout, result.Error?.Code);
        Assert.Equal("1", Rows("print 1"));
    }

    [Fact]
    public async Task ExecuteAsync_Cancelled_SaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        var running = new KqlEngine(Catalog).ExecuteAsync(Connection, new KqlQuery(Slow), cancellation.Token);
        cancellation.CancelAfter(100);

        var result = await running;

        Assert.Equal(KqlErrorCodes.Cancelled, result.Error?.Code);
    }

    [Fact]
    public void Execute_MoreMemoryThanAllowed_IsRunaway()
    {
        Sql("SET memory_limit = '60MB'");
        Sql("SET temp_directory = ''");

        var result = Run("range x from 1 to 20000000 step 1 | extend s = strcat('abcdefghijklmnopqrstuvwxyz', x) | summarize c = count() by s | summarize max(c)");

        Assert.Equal(KqlErrorCodes.RunawayQuery, result.Error?.Code);
    }
}
