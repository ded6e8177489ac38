using System.Diagnostics;
using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Tables of the caller, with names of their own in DuckDB.</summary>
public sealed class CatalogTests : KqlTestBase
{
    public CatalogTests()
    {
        Sql("CREATE SCHEMA store; CREATE TABLE store.readings (\"at\" TIMESTAMP, device VARCHAR, \"Value\" DOUBLE, price DECIMAL(18,4), took BIGINT, extra JSON, id UUID, ok BOOLEAN, n INTEGER, _ingested TIMESTAMP)");
        Sql("INSERT INTO store.readings VALUES ('2024-01-01 00:00:01.5', 'a', 1.5, 10.25, 600000000, '{\"k\": [1, 2]}', '00000000-0000-0000-0000-000000000001', true, 7, '2024-02-01'), ('2024-01-02 12:00:00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-02-02')");
        Catalog = new KqlCatalog(
        [
            new KqlTable(
                "Readings",
                [
                    new KqlColumn("Timestamp", KqlType.DateTime, "at"), new KqlColumn("Device", KqlType.String, "device"), new KqlColumn("Value", KqlType.Real),
                    new KqlColumn("value", KqlType.Decimal, "price"), new KqlColumn("Took", KqlType.TimeSpan, "took"), new KqlColumn("Extra", KqlType.Dynamic, "extra"),
                    new KqlColumn("Id", KqlType.Guid, "id"), new KqlColumn("Ok", KqlType.Bool, "ok"), new KqlColumn("N", KqlType.Int, "n"),
                ],
                "store.readings",
                "_ingested"),
        ],
        "let Doubled = (x:real) { x * 2 };");
    }

    [Fact]
    public void Execute_MappedTable_AnswersWithTypes()
    {
        var table = Run("Readings").Table;

        Assert.Equal(
            [KqlType.DateTime, KqlType.String, KqlType.Real, KqlType.Decimal, KqlType.TimeSpan, KqlType.Dynamic, KqlType.Guid, KqlType.Bool, KqlType.Int],
            table.Columns.Select(c => c.Type));
        Assert.Equal(new object?[] { new DateTime(2024, 1, 1, 0, 0, 1, 500, DateTimeKind.Utc), "a", 1.5, 10.25m, TimeSpan.FromMinutes(1) }, table.Rows[0][..5]);
        Assert.Equal("", table.Rows[1][1]);
        Assert.Null(table.Rows[1][2]);
    }

    [Theory]
    [InlineData("Readings | where Device == '' | count", "1")]
    [InlineData("Readings | where Device != 'a' | count", "1")]
    [InlineData("Readings | where isnull(Device) | count", "0")]
    [InlineData("Readings | where Timestamp >= datetime(2024-01-02) | project N", "null")]
    [InlineData("Readings | where Timestamp between (datetime(2024-01-01) .. 1d) | project endofday(Timestamp)", "2024-01-01T23:59:59.9999999")]
    [InlineData("Readings | summarize max(Timestamp), min(Timestamp)", "2024-01-02T12:00:00|2024-01-01T00:00:01.5")]
    [InlineData("Readings | summarize c = count() by bin(Timestamp, 7d) | project Timestamp, c", "2024-01-01T00:00:00|2")]
    [InlineData("Readings | extend Timestamp = Timestamp + 1tick | summarize max(Timestamp)", "2024-01-02T12:00:00.0000001")]
    [InlineData("Readings | where Extra.k[1] == 2 | project Took / 1s, tostring(Id)", "60|00000000-0000-0000-0000-000000000001")]
    [InlineData("Readings | where Ok | project Doubled(Value), value * 3", "3|30.75")]
    [InlineData("Readings | where N > 1 | project ingestion_time()", "2024-02-01T00:00:00")]
    [InlineData("Readings | join kind=inner (Readings | project Device, T2 = Timestamp) on Device | where T2 == Timestamp | count", "2")]
    [InlineData("database('db').Readings | union (Readings) | count", "4")]
    [InlineData("let Doubled = (x:real) { x }; Readings | where Ok | project Doubled(Value), database('db').Doubled(Value)", "1.5|3")]
    [InlineData("let Readings = print 1; database('db').Readings | count", "2")]
    public void Execute_MappedTable_AnswersAsExpected(string query, string expected) => Assert.Equal(expected, Rows(query));

    [Theory]
    [InlineData("cluster('x').database('db').Readings | count", "'cluster' is not supported.")]
    [InlineData("database('other').Readings | count", "'other' is not a known database.")]
    [InlineData("database('other').Doubled(1)", "'other' is not a known database.")]
    [InlineData("database('db').Nothing(1)", "'Nothing' is not a known function of the database.")]
    [InlineData("print ago()", "'ago' cannot take 0 argument(s).")]
    [InlineData("print agoo()", "'agoo' is not a known function.")]
    [InlineData("find 'x'", "'find' is not supported.")]
    public void Execute_WhatIsNotInTheDatabase_IsRefusedByName(string query, string message) => Assert.Equal(message, Error(query).Message);

    [Fact]
    public void Execute_StoredFunctionWithoutItsArguments_SaysHowToCallIt()
    {
        var error = Run("Doubled").Error!;

        Assert.StartsWith("'Doubled' is a function: call it, as Doubled(", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (error.Line, error.Column));
    }

    [Fact]
    public void Analyze_FilterAndBinOverTable_StaysInDuckDbTypes()
    {
        var sql = new KqlEngine(Catalog).Analyze(new KqlQuery("Readings | where Timestamp > datetime(2024-01-01) and Device == 'a' | summarize count() by bin(Timestamp, 1m)")).Sql!;

        Assert.Contains("> TIMESTAMP '2024-01-01 00:00:00.000000'", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("kql_call", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("coalesce", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("'a'", sql, StringComparison.Ordinal);
    }
}
