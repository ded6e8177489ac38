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

    [Theory]
    [InlineData(9, 9, true)]
    [InlineData(10, 10, false)]
    public void Execute_RowsToTake_AnswersTheFirstAndSaysWhetherThereAreMore(int take, int rows, bool isCut)
    {
        var table = Run(new KqlQuery("range x from 1 to 10 step 1") { TakeRows = take, MaxRows = take }).Table;

        Assert.Equal((rows, isCut), (table.Rows.Count, table.IsCut));
    }

    [Fact]
    public void Execute_MoreBytesThanAllowed_IsTooLarge()
    {
        var result = Run(new KqlQuery("range x from 1 to 1000 step 1 | extend s = strrep('x', 1000)") { MaxBytes = 100_000 });

        Assert.Equal(KqlErrorCodes.ResultTooLarge, result.Error?.Code);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Execute_ManyTablesOfOneStatement_AreBounded(int branches, bool isAnswered)
    {
        var result = Run(new KqlQuery("print x = 1 | fork" + string.Concat(Enumerable.Repeat(" (count)", branches))));

        Assert.Equal(isAnswered ? branches : 0, result.Tables.Count);
        Assert.Equal(isAnswered ? null : "This asks for 33 tables; one statement may answer 32.", result.Error?.Message);
    }

    [Theory]
    [InlineData("range x from 1 to 1000 step 1 | extend r = toint(rand() * 2) | facet by r with (summarize count_r = count() by r | project r, count_r)")]
    [InlineData("range x from 1 to 1000 step 1 | extend r = rand() | fork (project x, r) (project x, r)")]
    [InlineData("range x from 1 to 100 step 1 | extend g = new_guid() | fork (project x, g) (project x, g)")]
    public void Execute_TablesOfRandomRows_SeeTheSameRows(string text)
    {
        var result = Run(text);

        Assert.Null(result.Error);
        Assert.Equal(2, result.Tables.Count);
        Assert.NotEmpty(result.Tables[0].Rows);
        var rows = result.Tables.Select(table => table.Rows.Select(row => string.Join('|', row.Select(Text))).Order(StringComparer.Ordinal));
        Assert.Single(rows.Select(lines => string.Join('\n', lines)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Execute_FacetWithRowsAndAsManyColumnsAsTables_IsRefused() =>
        Assert.Equal(
            "This asks for 33 tables; one statement may answer 32.",
            Error("print x = 1 | facet by " + string.Join(", ", Enumerable.Repeat("x", 32)) + " with (count)").Message);

    [Fact]
    public void Execute_SearchOfAnUnknownKind_IsRefused() =>
        Assert.Contains("is not a kind of search", Run(new KqlQuery("print x = 'a' | search kind=nonsense 'a'")).Error?.Message, StringComparison.Ordinal);

    // Planned naively each of these takes twice as long with every step: no time limit could end it.
    [Theory]
    [InlineData("summarize x = max(x)", 60, 1)]
    [InlineData("summarize n = count() by x | project x", 60, 10)]
    [InlineData("distinct x", 60, 10)]
    [InlineData("mv-expand a = pack_array(x) to typeof(long) | project x = a", 40, 10)]
    [InlineData("make-series s = max(x) default = 0 on x from 1 to 5 step 1 | mv-expand x to typeof(long) | project x", 20, 4)]
    public void Execute_LongChain_CostsAsMuchWithEveryStep(string step, int times, int rows) =>
        Assert.Equal(rows, Run("range x from 1 to 10 step 1" + string.Concat(Enumerable.Repeat(" | " + step, times))).Table.Rows.Count);

    [Fact]
    public void Execute_EachStatementNamesTheLastTwice_CostsAsMuchWithEveryStep()
    {
        var steps = Enumerable.Range(1, 40).Select(n => $"let t{n} = t{n - 1} | join kind=inner t{n - 1} on x | project x;");

        Assert.Equal(10, Run($"let t0 = range x from 1 to 10 step 1; {string.Concat(steps)} t40").Table.Rows.Count);
    }

    // A list of the values would not fit.
    [Theory]
    [InlineData("range x from 1 to 20000000 step 1 | summarize sum(x)", "200000010000000")]
    [InlineData("range x from 1 to 10000000000 step 1 | take 2", "1\n2")]
    [InlineData("range x from 1 to 10000000000 step 1 | extend y = strcat('a', x * 2) | project y | take 2", "a2\na4")]
    [InlineData("let T = range x from 1 to 10000000000 step 1; T | take 2 | join kind=inner (T | take 3) on x", "1|1\n2|2")]
    [InlineData("range x from 9223372036854775806 to 9223372036854775807 step 1", "9223372036854775806\n9223372036854775807")]
    [InlineData("range x from -9223372036854775807 to 9223372036854775807 step 9000000000000000000", "-9223372036854775807\n-223372036854775807\n8776627963145224193")]
    public void Execute_RangeOfManyValues_IsNotHeld(string text, string rows)
    {
        Sql("SET memory_limit = '60MB'");
        Sql("SET temp_directory = ''");

        Assert.Equal(rows, Rows(text));
    }

    [Theory]
    [InlineData("range x from 1 to 10000000000 step 1", KqlErrorCodes.ResultTooLarge)]
    [InlineData("range x from 1 to 9223372036854775807 step 1 | extend y = x", KqlErrorCodes.ResultTooLarge)]
    [InlineData("range x from 1 to 10000000000 step 1 | summarize sum(x)", KqlErrorCodes.Timeout)]
    [InlineData("range x from 1 to 10000000000 step 1 | summarize count() by x", KqlErrorCodes.RunawayQuery)]
    public void Execute_RangeOfTooManyValues_EndsAtALimit(string text, string code)
    {
        Sql("SET memory_limit = '60MB'");
        Sql("SET temp_directory = ''");

        Assert.Equal(code, Run(new KqlQuery(text) { Timeout = TimeSpan.FromSeconds(code == KqlErrorCodes.Timeout ? 1 : 60) }).Error?.Code);
    }

    [Fact]
    public void Execute_ListsAndSetsOfMoreElementsThanAnArrayHolds_AreCut()
    {
        Sql("CREATE TABLE rows AS SELECT range AS x FROM range(1048577)");
        Catalog = new KqlCatalog([new("rows", [new("x", KqlType.Long)])]);

        Assert.Equal(
            "1048576|1048576|1048576|1048576|2",
            Rows("rows | summarize a = make_list(x), b = make_set(x), c = make_list_with_nulls(x), d = make_list_if(x, x >= 0), e = make_set(x % 2) | project array_length(a), array_length(b), array_length(c), array_length(d), array_length(e)"));
    }

    [Fact]
    public void Execute_LongerThanAllowed_TimesOut()
    {
        var result = Run(new KqlQuery(Slow) { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(KqlErrorCodes.Timeout, result.Error?.Code);
        Assert.Equal("1", Rows("print 1"));
    }

    [Fact]
    public void Execute_RangeWithoutEnd_NeedsNoMemoryAndTimesOut()
    {
        Sql("SET memory_limit = '60MB'");

        var result = Run(new KqlQuery("range x from 1 to 20000000000 step 1 | where x % 7 == 3 | summarize count()") { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(KqlErrorCodes.Timeout, result.Error?.Code);
    }

    [Fact]
    public void Execute_RangeToAnotherAnswer_IsOfThatLength() =>
        Assert.Equal("3", Rows("let n = toscalar(range y from 1 to 3 step 1 | count); range x from 1 to n step 1 | count"));

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
