using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Errors are values with a code, a message, a line and a column; what is not supported is named.</summary>
public sealed class ErrorTests : KqlTestBase
{
    [Theory]
    [InlineData("print 1\n| reduce by x", "reduce", 2, 3)]
    [InlineData("print x = 1 | reduce by x", "reduce", 1, 15)]
    [InlineData("print x = 1\n  | evaluate autocluster()", "autocluster", 2, 5)]
    [InlineData("print parse_user_agent('x', 'device')", "parse_user_agent", 1, 7)]
    [InlineData("print geo_point_to_s2cell(1.0, 2.0)", "geo_point_to_s2cell", 1, 7)]
    [InlineData("print 'a' like 'b'", "like", 1, 11)]
    public void Execute_UnsupportedConstruct_IsRefusedByNameAndPlace(string query, string name, int line, int column)
    {
        var error = Error(query);

        Assert.Equal(KqlErrorCodes.Unsupported, error.Code);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("print 1 +", KqlErrorCodes.Syntax, 1, 10)]
    [InlineData("print 'open", KqlErrorCodes.Syntax, 1, 7)]
    [InlineData("Missing | take 1", KqlErrorCodes.Semantic, 1, 1)]
    [InlineData("print x = 1\n| where\n y > 1", KqlErrorCodes.Semantic, 3, 2)]
    [InlineData("print nosuchfunction(1)", KqlErrorCodes.Semantic, 1, 7)]
    [InlineData("print strlen()", KqlErrorCodes.Semantic, 1, 7)]
    [InlineData("print 1 == 'a'", KqlErrorCodes.Semantic, 1, 7)]
    [InlineData("print 'a' + 'b'", KqlErrorCodes.Semantic, 1, 7)]
    [InlineData("print d = dynamic(1), e = dynamic(2) | where d == e", KqlErrorCodes.Semantic, 1, 46)]
    [InlineData("print d = dynamic(1) | summarize count() by d", KqlErrorCodes.Semantic, 1, 45)]
    [InlineData("print x = 1 | extend n = row_number()", KqlErrorCodes.Semantic, 1, 26)]
    [InlineData("print x = 1 | summarize x", KqlErrorCodes.Semantic, 1, 25)]
    [InlineData("let x = 5;", KqlErrorCodes.Syntax, 1, 11)]
    public void Execute_WrongQuery_SaysWhere(string query, string code, int line, int column)
    {
        var error = Error(query);

        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
    }

    [Fact]
    public void Analyze_SoundQuery_AnswersColumnsParametersAndChart()
    {
        var analysis = new KqlEngine(KqlCatalog.Empty).Analyze(
            new KqlQuery("declare query_parameters(n:long, s:string = 'x'); range a from 1 to n step 1 | extend b = strcat(s, a) | render piechart with (title='T')"));

        Assert.Null(analysis.Error);
        Assert.Equal([("a", KqlType.Long), ("b", KqlType.String)], analysis.Columns.Select(c => (c.Name, c.Type)));
        Assert.Equal([new KqlParameter("n", KqlType.Long, null), new KqlParameter("s", KqlType.String, "'x'")], analysis.Parameters);
        Assert.Equal(("piechart", "T"), (analysis.Visualization?.Kind, analysis.Visualization?.Properties["title"]));
    }

    [Fact]
    public void Execute_SeveralStatements_AnswersATableForEach()
    {
        var result = Run("print a = 1; print b = 2 | as Second");

        Assert.Equal(["PrimaryResult", "Second"], result.Tables.Select(t => t.Name));
    }

    [Fact]
    public void Execute_ParameterOfEachType_TakesValuesAndLiterals()
    {
        var result = Run(new KqlQuery("declare query_parameters(l:long, r:real, b:bool, t:datetime, p:timespan, d:dynamic, s:string = 'z'); print l, r, b, t, p, d, s")
        {
            Parameters = new Dictionary<string, object?>
            {
                ["l"] = 5,
                ["r"] = "1.5",
                ["b"] = true,
                ["t"] = "datetime(2024-01-02)",
                ["p"] = "2h",
                ["d"] = "dynamic([1])",
            },
        });

        Assert.Null(result.Error);
        Assert.Equal("5|1.5|True|2024-01-02T00:00:00|02:00:00|[1]|z", string.Join('|', result.Table.Rows[0].Select(Text)));
    }
}
