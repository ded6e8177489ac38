using CasinoFloor.Kql;
using DuckDB.NET.Data;

namespace CasinoFloor.Tests.Kql;

public sealed class RunAroundTests : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");
    private readonly KqlEngine _engine;

    public RunAroundTests()
    {
        _connection.Open();
        Run("CREATE TABLE stored (b BOOLEAN, i INTEGER, l BIGINT, r DOUBLE, d DECIMAL(38,18), s VARCHAR, t TIMESTAMP, p BIGINT, j VARCHAR, g UUID)");
        KqlColumn[] columns =
        [
            new("b", KqlType.Bool), new("i", KqlType.Int), new("l", KqlType.Long), new("r", KqlType.Real), new("d", KqlType.Decimal), new("s", KqlType.String),
            new("t", KqlType.DateTime), new("p", KqlType.TimeSpan), new("j", KqlType.Dynamic), new("g", KqlType.Guid),
        ];
        _engine = new KqlEngine(new KqlCatalog([new KqlTable("Stored", columns, "stored")]));
        KqlEngine.Prepare(_connection);
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData("print true, int(7), long(-9223372036854775808), real(nan), decimal(1.25), 'it''s', datetime(2026-03-14T15:09:26.5Z), 90m, dynamic({'a':[1]}), guid(74be27de-1e4e-49d9-b579-fe0b331d3642)")]
    [InlineData("print bool(null), int(null), long(null), real(null), decimal(null), '', datetime(null), timespan(null), dynamic(null), guid(null)")]
    [InlineData("print 1 == 1, toint('3'), 9223372036854775807 + 1, 1.0 / 3, todecimal('0.1'), strcat('a', 'b'), datetime(2026-03-14) + 36h, 3 * 1h, parse_json('null'), toguid('74be27de-1e4e-49d9-b579-fe0b331d3642')")]
    [InlineData("print true, int(1), 1, 1.0, decimal(1), 'x', datetime(9999-12-31T23:59:59.999999Z), 0s, dynamic('text'), guid(00000000-0000-0000-0000-000000000000)")]
    public void RunAround_EveryType_IsReadBackAsItWas(string query)
    {
        var (rows, error) = _engine.RunAround(_connection, new KqlQuery(query), Insert, TestContext.Current.CancellationToken);

        Assert.Null(error);
        Assert.Equal(1, rows);
        Assert.Equal(Answer(query), Answer("Stored"));
    }

    [Fact]
    public void RunAround_RowsThatWereStored_KeepTheirForm()
    {
        Run("INSERT INTO stored (l, t) VALUES (1, TIMESTAMP '2026-03-14 15:00:00.25'), (2, NULL)");

        var (rows, error) = _engine.RunAround(
            _connection, new KqlQuery("Stored | where l == 1 | extend l = l + 1, t = bin(t, 1h)"), Insert, TestContext.Current.CancellationToken);

        Assert.Equal((1L, null), (rows, error));
        Assert.Equal([new DateTime(2026, 3, 14, 15, 0, 0, DateTimeKind.Utc), null], Answer("Stored | where l == 2 | order by t desc nulls last | project t").Select(row => row[0]));
    }

    [Theory]
    [InlineData("Stored | where nothing == 1", KqlErrorCodes.Semantic)]
    [InlineData("Stored |", KqlErrorCodes.Syntax)]
    [InlineData("", KqlErrorCodes.Syntax)]
    public void RunAround_UnsoundQuery_IsAnErrorAndStoresNothing(string query, string code)
    {
        var (rows, error) = _engine.RunAround(_connection, new KqlQuery(query), Insert, TestContext.Current.CancellationToken);

        Assert.Equal((0L, code), (rows, error?.Code));
        Assert.Empty(Answer("Stored"));
    }

    [Fact]
    public void RunAround_SchemaThatDependsOnData_AsksForItFirst()
    {
        IReadOnlyList<KqlResultColumn> columns = [];

        var (_, error) = _engine.RunAround(
            _connection,
            new KqlQuery("datatable(k:string, v:long) ['a', 1, 'b', 2] | evaluate pivot(k, sum(v))"),
            (given, select) =>
            {
                columns = given;
                return $"INSERT INTO stored (l, p) {select}";
            },
            TestContext.Current.CancellationToken);

        Assert.Null(error);
        Assert.Equal(["a", "b"], columns.Select(column => column.Name));
        Assert.Equal([1L, TimeSpan.FromTicks(2)], Answer("Stored | project l, p")[0]);
    }

    private static string Insert(IReadOnlyList<KqlResultColumn> columns, string select) => $"INSERT INTO stored {select}";

    private IReadOnlyList<object?[]> Answer(string query)
    {
        var result = _engine.Execute(_connection, new KqlQuery(query), TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        return result.Table.Rows;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
