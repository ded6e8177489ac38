using System.Text.Json;

namespace CasinoFloor.Tests.Eventhouse.RestApi;

public sealed class AnswerV2Tests
{
    [Fact]
    public async Task Query_EveryType_IsWrittenAsKustoDoes()
    {
        await using var host = await ApiHost.StartAsync();

        var frames = await host.QueryAsync("""
            print l = 9223372036854775807, i = int(-5), r = 1.5, nan = real(nan), up = real(+inf), down = real(-inf), d = decimal(1.5),
                t = datetime(2015-01-01 01:01:01.0000001), s = -(1d + 2h + 3s), b = true, j = dynamic({"a":[1,null,"x"]}), text = "a\"b", g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642),
                nol = long(null), nor = real(null), not = datetime(null), nos = "", nob = bool(null), noj = dynamic(null)
            """);

        var table = Primary(frames);
        Assert.Equal(
            ["long", "int", "real", "real", "real", "real", "decimal", "datetime", "timespan", "bool", "dynamic", "string", "guid", "long", "real", "datetime", "string", "bool", "dynamic"],
            table.GetProperty("Columns").EnumerateArray().Select(column => column.GetProperty("ColumnType").GetString()));
        Assert.Equal(
            """[9223372036854775807,-5,1.5,"NaN","Infinity","-Infinity","1.5","2015-01-01T01:01:01.0000001Z","-1.02:00:03",true,{"a":[1,null,"x"]},"a\"b","74be27de-1e4e-49d9-b579-fe0b331d3642",null,null,null,"",null,null]""",
            JsonSerializer.Serialize(table.GetProperty("Rows")[0], JsonSerializerOptions.Web).Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Query_Frames_AreThoseOfTheContract()
    {
        await using var host = await ApiHost.StartAsync();

        var frames = await host.QueryAsync("print x = 1; range n from 1 to 3 step 1 | as Numbers | render columnchart with (title=\"Sums\", ymax=7)");

        Assert.Equal(
            ["DataSetHeader", "DataTable:QueryProperties:@ExtendedProperties", "DataTable:PrimaryResult:PrimaryResult", "DataTable:PrimaryResult:Numbers", "DataTable:QueryCompletionInformation:QueryCompletionInformation", "DataSetCompletion"],
            frames.EnumerateArray().Select(Name));
        Assert.False(frames[0].GetProperty("IsProgressive").GetBoolean());
        Assert.Equal("v2.0", frames[0].GetProperty("Version").GetString());
        var property = frames[1].GetProperty("Rows")[1];
        Assert.Equal((2, "Visualization"), (property[0].GetInt32(), property[1].GetString()));
        var chart = JsonElement.Parse(property[2].GetString()!);
        Assert.Equal(("columnchart", "Sums", "7"), (Text(chart, "Visualization"), Text(chart, "Title"), Text(chart, "Ymax")));
        Assert.Equal(12, frames[4].GetProperty("Columns").GetArrayLength());
        Assert.Equal(["QueryInfo", "QueryResourceConsumption"], frames[4].GetProperty("Rows").EnumerateArray().Select(row => row[10].GetString()));
        Assert.False(frames[5].GetProperty("HasErrors").GetBoolean());
    }

    [Fact]
    public async Task Query_ProgressiveWithNewlines_SendsFragmentsOfTheWholeTable()
    {
        await using var host = await ApiHost.StartAsync();

        var response = await host.PostAsync("/v2/rest/query", "range n from 1 to 12000 step 1 | sort by n asc", new
        {
            Options = new { results_progressive_enabled = true, results_v2_newlines_between_frames = true },
        });

        var text = await response.Content.ReadAsStringAsync(ApiHost.Token);
        var frames = JsonElement.Parse(text);
        Assert.Equal(frames.GetArrayLength(), text.Split('\n').Length);
        Assert.True(frames[0].GetProperty("IsProgressive").GetBoolean());
        Assert.Equal(
            ["DataSetHeader", "DataTable", "TableHeader", "TableFragment", "TableProgress", "TableFragment", "TableProgress", "TableFragment", "TableProgress", "TableCompletion", "DataTable", "DataSetCompletion"],
            frames.EnumerateArray().Select(frame => Text(frame, "FrameType")));
        var rows = frames.EnumerateArray().Where(frame => Text(frame, "FrameType") == "TableFragment").SelectMany(frame => frame.GetProperty("Rows").EnumerateArray());
        Assert.Equal(Enumerable.Range(1, 12_000), rows.Select(row => row[0].GetInt32()));
        Assert.Equal(12_000, frames[9].GetProperty("RowCount").GetInt32());
    }

    [Fact]
    public async Task Query_Fragmented_SendsNoProgress()
    {
        await using var host = await ApiHost.StartAsync();

        var frames = await host.QueryAsync("print x = 1", new { Options = new { results_v2_fragment_primary_tables = "true" } });

        Assert.Equal(
            ["DataSetHeader", "DataTable", "TableHeader", "TableFragment", "TableCompletion", "DataTable", "DataSetCompletion"],
            frames.EnumerateArray().Select(frame => Text(frame, "FrameType")));
    }

    internal static JsonElement Primary(JsonElement frames) => frames.EnumerateArray().Single(frame => frame.TryGetProperty("TableKind", out var kind) && kind.GetString() == "PrimaryResult");

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string? Name(JsonElement frame) => frame.TryGetProperty("TableKind", out var kind)
        ? $"{Text(frame, "FrameType")}:{kind.GetString()}:{Text(frame, "TableName")}"
        : Text(frame, "FrameType");
}
