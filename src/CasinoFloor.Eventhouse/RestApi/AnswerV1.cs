using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// An answer of the first version. A sample:
/// <code>
/// {"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"n","DataType":"Int64","ColumnType":"long"}],"Rows":[[1]]}]}
/// </code>
/// A query's answer goes on with its properties, its status and, last, a table of contents.
/// </summary>
internal static class AnswerV1
{
    private const string Contents = "TableOfContents";

    /// <summary>Writes the tables of a command's answer.</summary>
    public static async Task WriteAsync(AnswerStream answer, IEnumerable<KqlResultTable> tables)
    {
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteStartArray("Tables");
        var number = 0;
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("TableName", $"Table_{number++}");
            WriteColumns(json, table.Columns);
            json.WriteStartArray("Rows");
            await answer.RowsAsync(table, 0, table.Rows.Count);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await answer.FlushAsync();
    }

    /// <summary>Writes a query's answer.</summary>
    public static Task WriteQueryAsync(AnswerStream answer, KqlResult result, RequestIdentity identity)
    {
        var tables = result.Tables.ToList();
        tables.Add(Table(
            [new("Value", KqlType.String)],
            [[VisualizationJson.Of(result)]]));
        tables.Add(Table(
            [
                new("Timestamp", KqlType.DateTime), new("Severity", KqlType.Int), new("SeverityName", KqlType.String), new("StatusCode", KqlType.Int),
                new("StatusDescription", KqlType.String), new("Count", KqlType.Int), new("RequestId", KqlType.Guid), new("ActivityId", KqlType.Guid),
                new("SubActivityId", KqlType.Guid), new("ClientActivityId", KqlType.String),
            ],
            [[identity.Started, 4, "Info", 0, "Query completed successfully", 1, identity.ActivityId, identity.ActivityId, identity.ActivityId, identity.ClientRequestId]]));
        tables.Add(ContentsOf(result.Tables));
        return WriteAsync(answer, tables);
    }

    private static KqlResultTable ContentsOf(IReadOnlyList<KqlResultTable> results)
    {
        var rows = results.Select(table => (Kind: "QueryResult", table.Name))
            .Append((Kind: "QueryProperties", Name: "@ExtendedProperties"))
            .Append((Kind: "QueryStatus", Name: "QueryStatus"))
            .Select((table, ordinal) => new object?[] { (long)ordinal, table.Kind, table.Name, Guid.NewGuid().ToString(), "" });
        return Table(
            [new("Ordinal", KqlType.Long), new("Kind", KqlType.String), new("Name", KqlType.String), new("Id", KqlType.String), new("PrettyName", KqlType.String)],
            [.. rows]);
    }

    private static KqlResultTable Table(IReadOnlyList<KqlResultColumn> columns, IReadOnlyList<object?[]> rows) => new(Contents, columns, rows, true);

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<KqlResultColumn> columns)
    {
        json.WriteStartArray("Columns");
        foreach (var column in columns)
        {
            var name = column.Type.ClrName();
            json.WriteStartObject();
            json.WriteString("ColumnName", column.Name);
            json.WriteString("DataType", name[(name.LastIndexOf('.') + 1)..]);
            json.WriteString("ColumnType", column.Type.Name());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
