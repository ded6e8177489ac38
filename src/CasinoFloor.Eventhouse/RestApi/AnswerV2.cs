using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// A query's answer of the second version: an array of frames. Unless the client asks for progress or fragments each table is one frame:
/// <code>
/// [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0",...},
///  {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[...],"Rows":[[1,"Visualization","{...}"]]},
///  {"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"n","ColumnType":"long"}],"Rows":[[1]]},
///  {"FrameType":"DataTable","TableId":2,"TableKind":"QueryCompletionInformation",...},
///  {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
/// </code>
/// </summary>
internal sealed class AnswerV2(AnswerStream answer, RequestProperties properties)
{
    private const int FragmentRows = 5_000;

    private Utf8JsonWriter Json => answer.Json;

    private bool IsInFragments => properties.IsProgressive || properties.IsFragmented;

    /// <summary>Writes the whole answer.</summary>
    public async Task WriteAsync(KqlResult result, RequestIdentity identity, TimeSpan took)
    {
        Json.WriteStartArray();
        Header();
        await TableAsync(0, "QueryProperties", QueryProperties(result));
        for (var index = 0; index < result.Tables.Count; index++)
        {
            await (IsInFragments ? FragmentsAsync(index + 1, result.Tables[index]) : TableAsync(index + 1, "PrimaryResult", result.Tables[index]));
        }

        await TableAsync(result.Tables.Count + 1, "QueryCompletionInformation", CompletionTable.Of(result, identity, took));
        Begin("DataSetCompletion");
        Json.WriteBoolean("HasErrors", false);
        Json.WriteBoolean("Cancelled", false);
        Json.WriteEndObject();
        Json.WriteEndArray();
        await answer.FlushAsync();
    }

    private static KqlResultTable QueryProperties(KqlResult result)
    {
        var visualization = $"\"{JsonEncodedText.Encode(VisualizationJson.Of(result), JsonContent.Writing.Encoder)}\"";
        return new KqlResultTable(
            "@ExtendedProperties",
            [new("TableId", KqlType.Int), new("Key", KqlType.String), new("Value", KqlType.Dynamic)],
            [.. result.Tables.Select((_, index) => new object?[] { index + 1, "Visualization", visualization })],
            true);
    }

    private void Header()
    {
        Begin("DataSetHeader", isFirst: true);
        Json.WriteBoolean("IsProgressive", properties.IsProgressive);
        Json.WriteString("Version", "v2.0");
        Json.WriteBoolean("IsFragmented", IsInFragments);
        Json.WriteString("ErrorReportingPlacement", "InData");
        Json.WriteEndObject();
    }

    private async Task TableAsync(int id, string kind, KqlResultTable table)
    {
        Begin("DataTable");
        Describe(id, kind, table);
        Json.WriteStartArray("Rows");
        await answer.RowsAsync(table, 0, table.Rows.Count);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    private async Task FragmentsAsync(int id, KqlResultTable table)
    {
        Begin("TableHeader");
        Describe(id, "PrimaryResult", table);
        Json.WriteEndObject();
        for (var first = 0; first < table.Rows.Count; first += FragmentRows)
        {
            var count = Math.Min(FragmentRows, table.Rows.Count - first);
            Begin("TableFragment");
            Json.WriteString("TableFragmentType", "DataAppend");
            Json.WriteNumber("TableId", id);
            Json.WriteNumber("FieldCount", table.Columns.Count);
            Json.WriteStartArray("Rows");
            await answer.RowsAsync(table, first, count);
            Json.WriteEndArray();
            Json.WriteEndObject();
            if (properties.IsProgressive)
            {
                Begin("TableProgress");
                Json.WriteNumber("TableId", id);
                Json.WriteNumber("TableProgress", 100.0 * (first + count) / table.Rows.Count);
                Json.WriteEndObject();
            }
        }

        Begin("TableCompletion");
        Json.WriteNumber("TableId", id);
        Json.WriteNumber("RowCount", table.Rows.Count);
        Json.WriteEndObject();
    }

    private void Describe(int id, string kind, KqlResultTable table)
    {
        Json.WriteNumber("TableId", id);
        Json.WriteString("TableKind", kind);
        Json.WriteString("TableName", table.Name);
        Json.WriteStartArray("Columns");
        foreach (var column in table.Columns)
        {
            Json.WriteStartObject();
            Json.WriteString("ColumnName", column.Name);
            Json.WriteString("ColumnType", column.Type.Name());
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    private void Begin(string frame, bool isFirst = false)
    {
        if (properties.HasNewlines && !isFirst)
        {
            answer.BreakLine();
        }

        Json.WriteStartObject();
        Json.WriteString("FrameType", frame);
    }
}
