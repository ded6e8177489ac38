using System.Text.Json;
using CasinoFloor.Eventhouse.Embedded.Loading;

namespace CasinoFloor.Tests.Eventhouse.Embedded.Loading;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$", """{"a":{"b c":[1,{"d":2}]}}""")]
    [InlineData("$.a['b c'][0]", "1")]
    [InlineData("$['a'][\"b c\"][1].d", "2")]
    [InlineData("$.a.missing", null)]
    [InlineData("$.a['b c'][7]", null)]
    [InlineData("$.a.x.y", null)]
    public void Find_Path_GivesWhatStandsThere(string path, string? expected)
    {
        var document = JsonElement.Parse("""{"a":{"b c":[1,{"d":2}]}}""");

        var found = JsonPath.Parse(path)!.Find(document);

        Assert.Equal(expected, found.ValueKind == JsonValueKind.Undefined ? null : found.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("$..a")]
    [InlineData("$.")]
    [InlineData("$.*")]
    [InlineData("$[")]
    [InlineData("$[x]")]
    [InlineData("$['a'")]
    [InlineData("$a")]
    public void Parse_NotAPath_IsNull(string path) => Assert.Null(JsonPath.Parse(path));
}
