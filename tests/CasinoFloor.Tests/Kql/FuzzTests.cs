using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Any text has an answer or an error with a position: never an exception, never DuckDB's own words.</summary>
public sealed class FuzzTests : KqlTestBase
{
    private static readonly string[] Words =
    [
        "T", "x", "s", "d", "t", "|", "|", "|", "where", "project", "extend", "summarize", "by", "count()", "sum(x)", "make_list(s)", "join", "kind=inner", "on", "(", ")", "[", "]",
        "{", "}", ",", "==", "!=", "<", "+", "-", "*", "/", "%", "1", "2.5", "1h", "'a'", "\"b", "datetime(2024-01-01)", "dynamic([1,2])", "dynamic({)", "and", "or", "not(", "has", "in",
        "between", "..", "let", "=", ";", "take", "sort", "top", "order", "asc", "nulls", "first", "mv-expand", "to", "typeof(", "long", "string", "parse", "with", "make-series", "from",
        "step", "range", "print", "datatable(", "union", "distinct", "render", "timechart", "evaluate", "pivot(", "bag_unpack(", "partition", "serialize", "row_number()", "prev(x)", "as", "lookup",
        "toscalar(", "materialize(", "bin(", "iff(", "case(", "strcat(", "tostring(", "\\", "@'", "#", "\u0000", "é", "😀", "//", "\n", "$left", ".", "9999999999999999999999", "-9223372036854775808",
        "1e308", "int(null)", "real(nan)", "declare", "query_parameters", "getschema", "search", "top-nested", "top-hitters", "of", "others", "scan", "declare", "step", "=>", "with_match_id=m", "narrow(", "has_any", "mv-apply", "parse-kv", "parse_json(", "series_fit_line(", "percentiles(", "arg_max(",
    ];

    private static readonly string[] Seeds =
    [
        "T | where x > 1 and s has 'a' | summarize c = count(), a = avg(x) by s, bin(t, 1h) | order by c desc",
        "T | extend y = iff(x == 1, 'a', s), z = d.a[0] | mv-expand z to typeof(long) | top 3 by z",
        "let f = (a:long) { a + 1 }; T | join kind=leftouter (T | project x, w = f(x)) on x | project-away x1",
        "T | sort by t asc | serialize n = row_number(), p = prev(x) | make-series m = max(n) default=0 on t from datetime(2024-01-01) to datetime(2024-01-03) step 1d by s",
        "T | parse s with a 'b' c:long * | evaluate pivot(a, sum(c)) | union (T | take 1) | distinct *",
        "T | sort by x asc | scan with_match_id=m declare ( c:long=0 , u:string ) with ( step a: x > 0 => c = x + a.c , u = s ; step b output=none: s == a.s and c > 1 ; )",
        "T | order by t asc | extend w = row_window_session(t, 1h, 5m, x > 1), r = row_rank_min(x) | top-nested 1 of s with others = 'rest' by sum(x)",
        "search in (T) 'ab*' and not('q') | project *, y = x | top-hitters 2 of s by x | evaluate narrow()",
        "T | mv-apply z = d.a to typeof(long) on ( where z > 1 | summarize m = max(z), arg_max(z, *) ) | where s has_any (T) | partition by s ( take 1 )",
    ];

    public FuzzTests()
    {
        Sql("CREATE TABLE T (x BIGINT, s VARCHAR, d JSON, t TIMESTAMP)");
        Sql("INSERT INTO T VALUES (1, 'ab1', '{\"a\":[1,2]}', '2024-01-01 10:00:00'), (NULL, NULL, NULL, NULL), (9223372036854775807, 'x', '[1]', '2024-01-02 00:00:00')");
        Catalog = new KqlCatalog(
            [new KqlTable("T", [new KqlColumn("x", KqlType.Long), new KqlColumn("s", KqlType.String), new KqlColumn("d", KqlType.Dynamic), new KqlColumn("t", KqlType.DateTime)])]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Execute_RandomWords_AnswersOrSaysWhere(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            Check(string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => Words[random.Next(Words.Length)])));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Execute_DamagedQueries_AnswersOrSaysWhere(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 250; i++)
        {
            var tokens = Seeds[random.Next(Seeds.Length)].Split(' ').ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(tokens.Count);
                switch (random.Next(3))
                {
                    case 0 when tokens.Count > 1:
                        tokens.RemoveAt(at);
                        break;
                    case 1:
                        tokens.Insert(at, Words[random.Next(Words.Length)]);
                        break;
                    default:
                        tokens[at] = tokens[random.Next(tokens.Count)];
                        break;
                }
            }

            Check(string.Join(' ', tokens));
        }
    }

    [Fact]
    public void Execute_DeepNesting_IsRefusedWithoutExhaustingTheStack()
    {
        string Nest(string open, string inner, string close, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

        Check("print " + Nest("(", "1", ")", 5000));
        Check("print " + Nest("-", "1", "", 5000));
        Check("print " + Nest("not(", "true", ")", 5000));
        Check("print x = " + Nest("(1 == ", "1", ")", 60));
        Check("print x = dynamic(" + Nest("[", "1", "]", 5000) + ")");
        Check("print " + string.Join(" + ", Enumerable.Repeat("1", 20000)));
        Check("print x = d" + string.Concat(Enumerable.Repeat(".a", 5000)));
        Check("T" + string.Concat(Enumerable.Repeat(" | where x > 0", 5000)));
        Check("T" + string.Concat(Enumerable.Repeat(" | extend x = x * 2 + x", 190)));
        Check("T | where " + string.Join(" or ", Enumerable.Range(0, 500).Select(i => $"x == {i}")));
        Check("let f = (x:long) { f(x) }; print f(1)");
        Check(Nest("T | join (", "T", ") on x", 200));
    }

    private void Check(string query)
    {
        var result = Run(new KqlQuery(query) { Timeout = TimeSpan.FromSeconds(20), MaxRows = 10_000 });
        if (result.Error is not { } error)
        {
            return;
        }

        Assert.True(error.Line > 0 && error.Column > 0 || error.Code.StartsWith("E_", StringComparison.Ordinal), $"{error} in: {query}");
        Assert.True(error.Code != KqlErrorCodes.Execution || error.Message.StartsWith("A value", StringComparison.Ordinal), $"{error} in: {query}");
        Assert.DoesNotContain("Error:", error.Message, StringComparison.Ordinal);
    }
}
