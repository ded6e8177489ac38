using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql.Translation;

/// <summary>What the statement for DuckDB looks like where that decides how long it takes, and that it answers alike.</summary>
public sealed class TranslationTests : KqlTestBase
{
    private const string Tricky = "it's; DROP TABLE games";

    public TranslationTests()
    {
        Sql("CREATE TABLE games (\"at\" TIMESTAMP, machine VARCHAR, kind VARCHAR, amount DOUBLE, revision INTEGER)");
        Sql("""
            INSERT INTO games VALUES
            ('2026-03-14 12:00:00', 'M-1', 'SPIN', 5, 0), ('2026-03-14 12:01:00', 'M-1', 'SPIN', 7, 1), ('2026-03-14 12:01:00', 'M-2', 'ERROR', NULL, 0),
            ('2026-03-14 12:02:00', 'M-2', 'TILT', 1, NULL), ('2026-03-14 12:03:00', 'M-3', NULL, 2, NULL), (NULL, 'M-3', 'SPIN', 9, NULL)
            """);
        Sql("CREATE TABLE places (machine VARCHAR, section VARCHAR)");
        Sql("INSERT INTO places VALUES ('M-1', 'penny'), ('M-2', 'vip'), ('M-4', 'vip')");
        KqlColumn[] games =
        [
            new("at", KqlType.DateTime), new("machine", KqlType.String), new("kind", KqlType.String), new("amount", KqlType.Real), new("revision", KqlType.Int),
        ];
        Catalog = new KqlCatalog([new("games", games), new("places", [new("machine", KqlType.String), new("section", KqlType.String)])]);
    }

    [Fact]
    public void Analyze_WindowOfParameters_IsAMomentInTheStatement()
    {
        var query = new KqlQuery("""
            declare query_parameters(end_time:datetime = datetime(null), who:string = "");
            let until = coalesce(end_time, now());
            games | where at > until - 1h and at <= until and (who == "" or machine == who)
            """)
        {
            Parameters = new Dictionary<string, object?> { ["end_time"] = "datetime(2026-03-14 12:30)", ["who"] = Tricky },
            Now = new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc),
        };

        var sql = new KqlEngine(Catalog).Analyze(query).Sql;

        Assert.Contains("> TIMESTAMP '2026-03-14 11:30:00.000000'", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("DROP", sql, StringComparison.Ordinal);
        Assert.DoesNotContain(" OR ", sql, StringComparison.Ordinal);
        Assert.Empty(Run(query).Table.Rows);
    }

    [Fact]
    public void Analyze_TextForAMoment_IsAnErrorAndNoStatement()
    {
        var query = new KqlQuery("declare query_parameters(t:datetime); games | where at > t")
        {
            Parameters = new Dictionary<string, object?> { ["t"] = "datetime(2026-03-14 12:00') OR true --" },
        };

        var analysis = new KqlEngine(Catalog).Analyze(query);

        Assert.NotNull(analysis.Error);
        Assert.Null(analysis.Sql);
    }

    [Fact]
    public void Execute_ListOfTexts_KeepsThemAsParametersAndFindsThem()
    {
        var query = $"games | where kind in ('SPIN', 'ERROR', \"{Tricky}\") | summarize count()";

        Assert.DoesNotContain("DROP", new KqlEngine(Catalog).Analyze(new KqlQuery(query)).Sql, StringComparison.Ordinal);
        Assert.Equal("4", Rows(query));
        Assert.Equal("2", Rows("games | where kind !in ('SPIN', 'ERROR') | summarize count()"));
        Assert.Equal("4", Rows("games | where kind in ('', 'SPIN') | summarize count()"));
        Assert.Equal("3", Rows("games | where kind == 'SPIN' or kind == 'SPIN' | summarize count()"));
        Assert.Equal("4", Rows($"games | where kind in ('ERROR', 'SPIN', {string.Join(", ", Enumerable.Range(0, 80).Select(n => $"'K{n}'"))}) | summarize count()"));
    }

    [Fact]
    public void Execute_MoreStepsThanAreNested_AnswersAsTheStatementOfAnalyze()
    {
        var query = "games | summarize n = sum(revision)" + string.Concat(Enumerable.Repeat(" | where n >= 0 | extend n = n + 1", 60));

        Assert.Equal("61", Rows(query));
        using var command = Connection.CreateCommand();
        command.CommandText = new KqlEngine(Catalog).Analyze(new KqlQuery(query)).Sql;
        Assert.Equal(61L, command.ExecuteScalar());
    }

    [Fact]
    public void Analyze_ColumnsThatNothingNames_AreLeftOut()
    {
        const string Query = "games | lookup kind = leftouter places on machine | extend label = strcat('unused ', kind) | summarize biggest = max(amount), sum(revision) by machine | project biggest, who = 'somebody' | order by biggest asc";
        var sql = new KqlEngine(Catalog).Analyze(new KqlQuery(Query)).Sql;

        Assert.DoesNotContain("section", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("revision", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("$2", sql, StringComparison.Ordinal);
        Assert.Equal("1|somebody\n7|somebody\n9|somebody", Rows(Query));
    }

    [Theory]
    [InlineData("leftouter", "7|penny")]
    [InlineData("inner", "7|penny")]
    public void Execute_FilterOnAKeyAfterAJoin_IsAskedOfBothSides(string kind, string expected)
    {
        var query = $"games | join kind = {kind} places on machine | where isnotempty(section) and machine == 'M-1' | where revision == 1 | project amount, section";

        Assert.Equal(2, new KqlEngine(Catalog).Analyze(new KqlQuery(query)).Sql!.Split("= CAST($1 AS VARCHAR)").Length - 1);
        Assert.Equal(expected, Rows(query));
    }

    [Fact]
    public void Execute_FilterOnAKeyAfterAJoin_KeepsRowsWithoutAPartner()
    {
        Assert.Equal("2|\n9|", Rows("games | lookup kind = leftouter places on machine | where machine == 'M-3' | project amount, section | order by amount asc"));
        Assert.Equal("1|vip|False\n2||False", Rows("games | lookup kind = leftouter places on machine | where machine >= 'M-2' and amount < 5 | project amount, section, isnull(at) | order by amount asc"));
        Assert.Equal("M-4", Rows("games | join kind = rightouter places on machine | where machine == '' | project machine1"));
    }

    [Fact]
    public void Execute_ArgMax_CountsRowsWithoutAnOrderOnlyWhenThereIsNoOther()
    {
        Assert.Equal("M-1|7\nM-2|null\nM-3|True", Rows("games | summarize arg_max(revision, amount) by machine | project machine, value = iff(machine == 'M-3', tostring(amount in (2.0, 9.0)), iff(isnull(amount), 'null', tostring(toint(amount)))) | order by machine asc"));
        Assert.Equal("M-1|7\nM-2|1\nM-3|2", Rows("games | where at > datetime(2026-03-14) | summarize arg_max(at, amount) by machine | project machine, amount | order by machine asc"));
        Assert.Equal("M-1|SPIN\nM-2|ERROR\nM-3|", Rows("games | where isnotnull(at) | summarize arg_min(at, kind) by machine | project machine, kind | order by machine asc"));
    }

    [Fact]
    public void Execute_ConstantKey_MakesNoRowOfNoRows()
    {
        Assert.Equal("a|SPIN|3", Rows("games | where kind == 'SPIN' | summarize count() by stream = 'a', kind"));
        Assert.Equal("a|6", Rows("games | summarize count() by stream = 'a'"));
        Assert.Equal("", Rows("games | where machine == 'nobody' | summarize count() by stream = 'a'"));
        Assert.Equal("", Rows("games | where machine == 'nobody' | summarize count() by stream = 'a', kind"));
    }

    [Fact]
    public void Execute_MembershipInATable_IsTheSameInAFilterAndOutside()
    {
        Assert.Equal("4", Rows("games | where machine in (places | project machine) | summarize count()"));
        Assert.Equal("2", Rows("games | where machine !in (places | project machine) | summarize count()"));
        Assert.Equal("4", Rows("games | extend placed = machine in (places | project machine) | summarize countif(placed)"));
        Assert.Equal("0", Rows("games | where machine in (places | where section == 'none' | project machine) | summarize count()"));
    }

    [Fact]
    public void Execute_MomentOfATable_IsComparedAsAMoment()
    {
        const string Query = "let last = toscalar(games | summarize max(at)); games | where at > last - 90s | summarize count(), max(last)";

        Assert.DoesNotContain("epoch_us(c1)", new KqlEngine(Catalog).Analyze(new KqlQuery(Query)).Sql, StringComparison.Ordinal);
        Assert.Equal("2|2026-03-14T12:03:00", Rows(Query));
    }

    [Fact]
    public void Execute_TableWithNamesOfTheStatementsKind_IsFilteredByItsOwnColumns()
    {
        Sql("CREATE TABLE t1 (c2 VARCHAR, c1 BIGINT, t2 BIGINT)");
        Sql("INSERT INTO t1 VALUES ('a', 1, 30), ('b', 2, 20), ('c', 3, 10)");
        Catalog = new KqlCatalog([new("t1", [new("c2", KqlType.String), new("c1", KqlType.Long), new("t2", KqlType.Long)])]);

        Assert.Equal("b|2|20", Rows("t1 | where c1 > 1 | where c2 != 'c'"));
        Assert.Equal("c|3|10", Rows("t1 | where t2 < 15 or c1 == 9"));
        Assert.Equal("a|1|2\nb|2|3", Rows("t1 | where t2 >= 20 | project c2, c1, t2 = c1 + 1 | order by c1 asc"));
    }

    [Fact]
    public void Execute_TablesNamedLikeStepsOfTheStatement_AreNotHidden()
    {
        Sql("CREATE TABLE T2 (a BIGINT, s VARCHAR)");
        Sql("INSERT INTO T2 VALUES (1, 'x'), (2, 'y')");
        Sql("CREATE TABLE c3 (a BIGINT, d TIMESTAMP)");
        Sql("INSERT INTO c3 VALUES (1, NULL), (2, '2026-03-14')");
        Catalog = new KqlCatalog([new("T2", [new("a", KqlType.Long), new("s", KqlType.String)]), new("c3", [new("a", KqlType.Long), new("d", KqlType.DateTime)])]);
        const string Shared = "let L = materialize(T2 | where a > 0 | extend b = strcat(s, '!')); let M = materialize(L | where a > 1); M | union L | join kind=inner (T2 | where a < 9) on a | order by a asc, b asc | project a, b, s1";

        Assert.Equal("1|x!|x\n2|y!|y\n2|y!|y", Rows(Shared));
        Assert.StartsWith("WITH tt1 AS ", new KqlEngine(Catalog).Analyze(new KqlQuery(Shared)).Sql, StringComparison.Ordinal);
        Assert.Equal("2", Rows("T2 | where a > 1 | project a"));
        Assert.Equal("1", Rows("c3 | where isnull(d) | where a < 2 | project a"));
        Assert.Equal("2|2026-03-14T00:00:00", Rows("c3 | where a == 2 or a == 7"));
    }

    [Fact]
    public void Execute_MomentOfATableBeyondTheRange_IsNull()
    {
        Sql("CREATE TABLE early (\"at\" TIMESTAMP)");
        Sql("INSERT INTO early VALUES ('0001-01-01'), ('infinity'), ('2026-03-14')");
        Catalog = new KqlCatalog([new("early", [new("at", KqlType.DateTime)])]);

        Assert.Equal("0001-01-01T00:00:00|null\n2026-03-14T00:00:00|2026-03-13T00:00:00\nnull|null", Rows("early | project at, before = at - 1d | order by at asc"));
    }

    [Fact]
    public void Execute_SumOfNothingButNullDecimals_IsADecimal() =>
        Assert.Equal("0|0|6", Rows("games | summarize a = sum(decimal(null) - decimal(1.5)), b = sumif(-decimal(null), amount > 1), c = sum(decimal(1)) | extend c = c + a"));

    [Fact]
    public void Execute_ConditionsOneAfterAnother_AreOneCondition()
    {
        Assert.Equal("M-2|TILT\nM-3|", Rows("games | where isnotnull(at) | where kind == 'TILT' or amount == 2 | where not(machine == 'M-1') | project machine, kind | order by machine asc"));
        Assert.Equal("M-1|7", Rows("games | where machine in (places | where section == 'penny' | project machine) | where amount > toscalar(games | where kind == 'TILT' | summarize max(amount)) + 4 | project machine, amount"));
        Assert.Equal("3|2", Rows("let known = games | where isnotempty(kind) | where isnotnull(at); known | where machine == 'M-1' or revision == 0 | summarize a = count() | extend b = toscalar(known | where machine == 'M-1' | count)"));
    }

    [Fact]
    public void Execute_ChoiceOfMoments_StaysAMoment()
    {
        const string Query = "games | extend when = iff(kind == 'SPIN', at, datetime(null)), first = coalesce(at, datetime(2026-03-14 11:00)) | where first < datetime(2026-03-14 12:02) | project when, first, late = first - datetime(2026-03-14 11:59:30) | order by first asc, when asc";

        Assert.DoesNotContain("epoch_us(c1) * 10", new KqlEngine(Catalog).Analyze(new KqlQuery(Query)).Sql, StringComparison.Ordinal);
        Assert.Equal(
            "null|2026-03-14T11:00:00|-00:59:30\n2026-03-14T12:00:00|2026-03-14T12:00:00|00:00:30\nnull|2026-03-14T12:01:00|00:01:30\n2026-03-14T12:01:00|2026-03-14T12:01:00|00:01:30", Rows(Query));
        Assert.Equal("2026-03-14T12:00:00.0000001|00:00:00.0000001", Rows("games | where amount == 5 | extend t = iff(revision == 0, at + 1tick, at) | project t, t - at"));
    }
}
