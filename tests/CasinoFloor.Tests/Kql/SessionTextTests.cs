using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Texts of statements that stay with a connection: each statement has its own, whatever came before it.</summary>
public sealed class SessionTextTests : KqlTestBase
{
    [Fact]
    public void Execute_MoreTextsThanAConnectionKeeps_EachStatementHasItsOwn()
    {
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal($"text {i}|text {i % 7}|text 3", Rows($"print a = 'text {i}', b = 'text {i % 7}', c = 'text 3'"));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(200)]
    public void Execute_FewAndManyTexts_AnswerAlike(int count)
    {
        var texts = string.Join(", ", Enumerable.Range(0, count).Select(i => $"'it''s {i} $1 {{getvariable}}'"));

        Assert.Equal($"{count}|{count}", Rows($"datatable(t:string)[{texts}] | summarize count(), dcount(t)"));
    }

    [Fact]
    public void Execute_LongTextsBesideShortOnes_AreWhole()
    {
        var text = new string('x', 5_000);

        Assert.Equal("5000|a", Rows($"print n = strlen('{text}'), t = 'a'"));
        Assert.Equal("1000|1001|a", Rows($"print n = strlen('{text[..1_000]}'), m = strlen('{text[..1_001]}'), t = 'a'"));
    }

    [Fact]
    public void Execute_AfterATransactionThatWasRolledBack_TextsAreThere()
    {
        Sql("CREATE TABLE stored (t VARCHAR)");
        KqlEngine.Prepare(Connection);
        using (var transaction = Connection.BeginTransaction())
        {
            Assert.Equal(1, new KqlEngine(Catalog).RunAround(Connection, new KqlQuery("print t = 'kept'"), (_, select) => $"INSERT INTO stored {select}", TestContext.Current.CancellationToken).Rows);
            transaction.Rollback();
        }

        Assert.Equal("kept|other", Rows("print a = 'kept', b = 'other'"));
        using (var transaction = Connection.BeginTransaction())
        {
            Assert.NotNull(new KqlEngine(Catalog).RunAround(Connection, new KqlQuery("print t = 'new'"), (_, select) => $"INSERT INTO nowhere {select}", TestContext.Current.CancellationToken).Error);
            transaction.Rollback();
        }

        Assert.Equal("new|kept", Rows("print a = 'new', b = 'kept'"));
    }

    [Fact]
    public void Execute_SomeoneElsesVariables_AreLeft()
    {
        Sql("SET VARIABLE mine = 'here'");
        Assert.Equal("a", Rows("print 'a'"));
        using var command = Connection.CreateCommand();
        command.CommandText = "SELECT getvariable('mine')";

        Assert.Equal("here", command.ExecuteScalar());
    }

    [Fact]
    public void Execute_ConnectionClosedAndOpenedAgain_TextsAreThere()
    {
        Assert.Equal("a", Rows("print 'a'"));

        Connection.Close();
        Connection.Open();

        Assert.Equal("a", Rows("print 'a'"));
    }

    [Fact]
    public void Execute_ColumnNamedLikeAParameter_IsAColumn()
    {
        Sql("""CREATE TABLE named ("p$1" VARCHAR, "q$7""$2" VARCHAR, b VARCHAR)""");
        Sql("INSERT INTO named VALUES ('v', 'q', 'w')");
        Catalog = new KqlCatalog([new("named", [new("p$1", KqlType.String), new("q$7\"$2", KqlType.String), new("b", KqlType.String)])]);

        Assert.Equal("v|w", Rows("named | where b == 'w' | project ['p$1'], b"));
        Assert.Equal("v|q|w", Rows("named"));
        Assert.Equal("q|x", Rows("""named | project ['q$7"$2'], t = 'x', u = 'y' | project-away u"""));
    }

    [Fact]
    public void Execute_HalfOfASurrogatePair_IsNoException() =>
        Assert.Equal("0", Rows("datatable(t:string)['a b'] | where t has '\\ud800' | count"));
}
