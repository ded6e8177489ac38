using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary><c>.show database schema [as json]</c>, <c>.show table T cslschema</c>, <c>.show table T schema as json</c></summary>
internal static class ShowSchema
{
    private const string TableColumns = "TableName:string, Schema:string, DatabaseName:string, Folder:string, DocString:string";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of tables, a row for each.</summary>
    public static KqlResult Tables(IEnumerable<CatalogTable> tables, SchemaFormat format, DatabaseMetadata metadata) => Answer.Table(TableColumns, tables.Select(table =>
    {
        var notes = metadata.NotesOf(table.Name);
        var schema = format == SchemaFormat.Csl
            ? string.Join(',', table.Columns.Select(column => $"{FunctionParameters.Name(column.Name)}:{column.Type.Name()}"))
            : Json(json => Write(json, table.Name, table.Columns.Select(column => (column.Name, column.Type)), notes.Folder, notes.Docstring));
        return new object?[] { table.Name, schema, EmbeddedEventhouse.DatabaseName, notes.Folder, notes.Docstring };
    }));

    /// <summary>The schema of the database.</summary>
    public static KqlResult Database(SchemaFormat format, EmbeddedKql kql) => format switch
    {
        SchemaFormat.Json => Answer.Row("DatabaseSchema:string", Json(json => WriteDatabase(json, kql))),
        SchemaFormat.Csl => Tables(kql.Metadata.AllTables(), SchemaFormat.Csl, kql.Metadata),
        _ => Rows(kql.Metadata),
    };

    private static KqlResult Rows(DatabaseMetadata metadata)
    {
        var rows = new List<object?[]> { Row("", "", "", "", "") };
        foreach (var table in metadata.AllTables())
        {
            var notes = metadata.NotesOf(table.Name);
            rows.Add(Row(table.Name, "", "", notes.Folder, notes.Docstring));
            rows.AddRange(table.Columns.Select(column => Row(table.Name, column.Name, column.Type.ClrName(), "", "")));
        }

        return Answer.Table(
            "DatabaseName:string, TableName:string, ColumnName:string, ColumnType:string, IsDefaultTable:bool, IsDefaultColumn:bool, PrettyName:string, Version:string, Folder:string, DocString:string",
            rows);

        static object?[] Row(string table, string column, string type, string folder, string docstring) =>
            [EmbeddedEventhouse.DatabaseName, table, column, type, false, false, "", column.Length + table.Length == 0 ? "v1.0" : "", folder, docstring];
    }

    private static void WriteDatabase(Utf8JsonWriter json, EmbeddedKql kql)
    {
        var metadata = kql.Metadata;
        json.WriteStartObject();
        json.WriteStartObject("Databases");
        json.WriteStartObject(EmbeddedEventhouse.DatabaseName);
        json.WriteString("Name", EmbeddedEventhouse.DatabaseName);
        json.WriteStartObject("Tables");
        foreach (var table in metadata.AllTables())
        {
            var notes = metadata.NotesOf(table.Name);
            json.WritePropertyName(table.Name);
            Write(json, table.Name, table.Columns.Select(column => (column.Name, column.Type)), notes.Folder, notes.Docstring);
        }

        json.WriteEndObject();
        json.WriteStartObject("ExternalTables");
        json.WriteEndObject();
        json.WriteStartObject("MaterializedViews");
        foreach (var view in metadata.Views.Values.OrderBy(view => view.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(view.Name);
            Write(json, view.Name, kql.Analyze(new KqlQuery(FunctionParameters.Name(view.Name))).Columns.Select(column => (column.Name, column.Type)), view.Folder, view.Docstring);
        }

        json.WriteEndObject();
        json.WriteNumber("MajorVersion", 1);
        json.WriteNumber("MinorVersion", 0);
        json.WriteStartObject("Functions");
        foreach (var function in metadata.Functions.Values.OrderBy(function => function.Name, StringComparer.Ordinal))
        {
            json.WritePropertyName(function.Name);
            Write(json, function);
        }

        json.WriteEndObject();
        json.WriteString("DatabaseAccessMode", "ReadWrite");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<(string Name, KqlType Type)> columns, string folder, string docstring)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        json.WriteString("Folder", folder);
        json.WriteString("DocString", docstring);
        json.WriteStartArray("OrderedColumns");
        foreach (var column in columns)
        {
            WriteTyped(json, column.Name, column.Type, null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoredFunction function)
    {
        json.WriteStartObject();
        json.WriteString("Name", function.Name);
        json.WriteStartArray("InputParameters");
        foreach (var parameter in FunctionParameters.Parse(function.Parameters) ?? [])
        {
            WriteTyped(json, parameter.Name, parameter.Type, parameter.Default);
        }

        json.WriteEndArray();
        json.WriteString("Body", function.Body);
        json.WriteString("Folder", function.Folder);
        json.WriteString("DocString", function.Docstring);
        json.WriteString("FunctionKind", "Unknown");
        json.WriteStartArray("OutputColumns");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, KqlType? type, string? value)
    {
        json.WriteStartObject();
        json.WriteString("Name", name);
        if (type is { } known)
        {
            json.WriteString("Type", known.ClrName());
            json.WriteString("CslType", known.Name());
        }

        if (value is not null)
        {
            json.WriteString("CslDefaultValue", value);
        }

        json.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
