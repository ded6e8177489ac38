using CasinoFloor.Kql;
using Xunit;

namespace CasinoFloor.Tests.Kql;

/// <summary>Text of a query never becomes SQL: not through strings, names, JSON, patterns or parameters.</summary>
public sealed class InjectionTests : KqlTestBase
{
    private const string Attack = "x'); DROP TABLE victims; SELECT ('\"; DROP TABLE victims; --";

    public InjectionTests()
    {
        Sql("CREATE TABLE victims (name VARCHAR, \"we\"\"ird\" VARCHAR)");
        Sql("INSERT INTO victims VALUES ('a', 'b')");
        Catalog = new KqlCatalog([new KqlTable("victims", [new KqlColumn("name", KqlType.String), new KqlColumn("weird", KqlType.String, "we\"ird")])]);
    }

    public static TheoryData<string> Queries =>
    [
        "victims | where name == '{0}'",
        "victims | extend ['{1}'] = 1 | where ['{1}'] == 1",
        "victims | project ['{1}'] = name | summarize count() by ['{1}']",
        "print d = dynamic({'{0}': '{0}'}) | extend e = d['{0}'], f = d.['{0}']",
        "victims | where name matches regex '{0}'",
        "victims | extend r = replace_regex(name, '{0}', '{0}'), e = extract('{0}', 0, name)",
        "victims | parse name with '{0}' rest '{0}' *",
        "victims | parse kind=regex name with '{0}' rest",
        "victims | parse-kv name as (['{1}']:string) with (pair_delimiter='{0}', kv_delimiter='{0}')",
        "victims | where name has '{0}' or name contains '{0}' or name startswith '{0}' or name in ('{0}', '{0}')",
        "datatable(['{1}']:string)['{0}'] | evaluate pivot(['{1}'])",
        "datatable(d:dynamic)[dynamic({'{0}': 1})] | evaluate bag_unpack(d)",
        "let ['{1}'] = '{0}'; print strcat(['{1}'], '{0}')",
        "victims | as ['{1}'] | union withsource=['{1}2'] ['{1}']",
        "victims | render timechart with (title='{0}')",
        "print format_datetime(now(), '{0}'), split('{0}', '{0}'), datetime_part('{0}', now()), trim('{0}', '{0}')",
        "print todatetime('{0}'), toint('{0}'), toguid('{0}'), parse_json('{0}')",
        "victims | where ['{1}'] == 1",
        "['{1}'] | take 1",
        "victims | join kind=inner (victims) on ['{1}']",
        "victims | summarize make_list(name), make_set('{0}'), make_bag(bag_pack('{0}', '{0}')) by k = '{0}'",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Execute_TextThatLooksLikeSql_StaysText(string template)
    {
        var text = template.Replace("{0}", Escape(Attack), StringComparison.Ordinal).Replace("{1}", Escape(Attack), StringComparison.Ordinal);

        var analysis = new KqlEngine(Catalog).Analyze(new KqlQuery(text));
        var result = Run(text);

        Assert.DoesNotContain("DROP", analysis.Sql ?? "", StringComparison.Ordinal);
        Assert.True(result.Error is null || result.Error.Line > 0 || result.Error.Code == KqlErrorCodes.Execution, result.Error?.ToString());
        Assert.DoesNotContain("LINE 1", result.Error?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal("1", Rows("victims | count"));
    }

    [Fact]
    public void Execute_ParameterThatLooksLikeSql_StaysText()
    {
        var result = Run(new KqlQuery("declare query_parameters(p:string, d:dynamic); print p, d.x, q = 'a' == p")
        {
            Parameters = new Dictionary<string, object?> { ["p"] = Attack, ["d"] = "{\"x\": \"'); DROP TABLE victims; --\"}" },
        });

        Assert.Null(result.Error);
        Assert.Equal(Attack, result.Table.Rows[0][0]);
        Assert.Equal("1", Rows("victims | count"));
    }

    [Fact]
    public void Execute_ParameterThatIsNoLiteral_IsRefused()
    {
        var result = Run(new KqlQuery("declare query_parameters(n:long); print n")
        {
            Parameters = new Dictionary<string, object?> { ["n"] = "1; victims | take 1" },
        });

        Assert.Equal(KqlErrorCodes.Semantic, result.Error?.Code);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
