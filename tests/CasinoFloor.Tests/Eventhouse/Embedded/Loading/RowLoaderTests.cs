using System.Text;
using CasinoFloor.Eventhouse;
using CasinoFloor.Tests.Eventhouse.Embedded.Commands;

namespace CasinoFloor.Tests.Eventhouse.Embedded.Loading;

public sealed class RowLoaderTests
{
    [Fact]
    public async Task LoadAsync_JsonWithMapping_FollowsPathsAndTransforms()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (at:datetime, name:string, bag:dynamic, n:long, source:string, span:timespan)");
        await house.RunAsync(
            """
            .create table T ingestion json mapping "m" '[{"column":"at","path":"$.t","transform":"DateTimeFromUnixMilliseconds"},{"Column":"name","Properties":{"Path":"$[\'who is\'].name"}},{"column":"bag","path":"$.bag"},{"column":"n","path":"$.list[1]"},{"Column":"source","Properties":{"ConstValue":"web"}},{"column":"span","path":"$.span"}]'
            """);

        var (rows, error) = await LoadAsync(house, RowFormat.Json, """
            {"t":1700000000123,"who is":{"name":"Ann"},"bag":{ "x" : [1, 2] },"list":[0,7],"span":"1.02:03:04"}
            [{"t":"1700000000000","bag":null},{"list":[1,"8"]}]
            """, "m");

        Assert.Null(error);
        Assert.Equal(3, rows);
        Assert.Equal(
            [
                [new DateTime(2023, 11, 14, 22, 13, 20, 123, DateTimeKind.Utc), "Ann", "{\"x\":[1,2]}", 7L, "web", new TimeSpan(1, 2, 3, 4)],
                [new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), "", null, null, "web", null],
                [null, "", null, 8L, "web", null],
            ],
            await house.AskAsync("T | sort by at desc"));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":\"x\"}", "Row 2 has '\"x\"' for 'a', which is a long.")]
    [InlineData("{\"a\":1.5}", "Row 1 has '1.5' for 'a', which is a long.")]
    [InlineData("{\"a\":1}\n{\"a\":", "Row 2 is no JSON")]
    [InlineData("[[1]]", "Row 1 is no JSON object.")]
    [InlineData("7", "Row 1 is no JSON object.")]
    [InlineData("{\"a\":[1]}", "which is a long")]
    public async Task LoadAsync_WrongJson_SaysWhichRow(string data, string expected)
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (a:long)");

        var (_, error) = await LoadAsync(house, RowFormat.Json, data);

        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(await house.AskAsync("T"));
    }

    [Fact]
    public async Task LoadAsync_DecimalOutOfRange_IsRefused()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (d:decimal)");

        var (_, tooLarge) = await LoadAsync(house, RowFormat.Json, "{\"d\":100000000000000000000}");
        var (_, kept) = await LoadAsync(house, RowFormat.Json, "{\"d\":12345678901234567890.123}\n{\"d\":\"0.1234567890123456789\"}");
        var (_, narrow) = await house.House.LoadAsync(
            new LoadRequest("cash_events_live", RowFormat.Csv, "e1,BUY_IN,2026-03-14,IN,1000000000000000"u8.ToArray()), TestHouse.Token);

        Assert.Contains("Row 1", tooLarge, StringComparison.Ordinal);
        Assert.Null(kept);
        Assert.Equal([0.123456789012345679m, 12345678901234567890.123m], (await house.AskAsync("T | sort by d asc")).Select(row => row[0]));
        Assert.Contains("out of the range of its column", narrow, StringComparison.Ordinal);
        Assert.Empty(await house.AskAsync("cash_events_live"));
    }

    [Fact]
    public async Task LoadAsync_Csv_ReadsQuotesAndEmptyValues()
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (n:long, s:string, at:datetime, d:dynamic)");

        var (_, error) = await LoadAsync(house, RowFormat.Csv, "1,\"a \"\"b\"\", c\nd\",2024-01-01,\"{\"\"x\"\":1}\"\r\n\r\n2,plain\n,,,text");

        Assert.Null(error);
        Assert.Equal(
            [[null, "", null, "\"text\""], [1L, "a \"b\", c\nd", new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), "{\"x\":1}"], [2L, "plain", null, null]],
            await house.AskAsync("T | sort by n asc"));
    }

    [Theory]
    [InlineData("1,2,3,4,5", "5 values for 2 columns")]
    [InlineData("1,\"open", "quoted text")]
    [InlineData("1,\"a\"b", "quoted text")]
    public async Task LoadAsync_WrongCsv_SaysWhat(string data, string expected)
    {
        await using var house = await TestHouse.OpenAsync();
        await house.RunAsync(".create table T (n:long, s:string)");

        var (_, error) = await LoadAsync(house, RowFormat.Csv, data);

        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private static Task<(long Rows, string? Error)> LoadAsync(TestHouse house, RowFormat format, string data, string? mapping = null) =>
        house.House.LoadAsync(new LoadRequest("T", format, Encoding.UTF8.GetBytes(data)) { Mapping = mapping }, TestHouse.Token);
}
