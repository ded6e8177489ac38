using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content><c>.show</c> and <c>.get</c>.</content>
internal static partial class CommandParser
{
    private static KqlCommand Get(CommandReader reader)
    {
        var what = reader.Keyword();
        switch (what)
        {
            case "ingestion":
                reader.ExpectWords("resources");
                return new GetIngestionResourcesCommand(default);
            case "kusto":
                reader.ExpectWords("identity", "token");
                return new GetIdentityTokenCommand(default);
            default:
                throw reader.Unsupported(".get " + what);
        }
    }

    private static KqlCommand Show(CommandReader reader)
    {
        var what = reader.Keyword();
        return what switch
        {
            "version" => new ShowVersionCommand(default),
            "databases" => ShowDatabases(reader),
            "database" => ShowDatabase(reader),
            "schema" => new ShowDatabaseSchemaCommand([], All: true, AsJson(reader), default),
            "tables" => ShowTables(reader),
            "table" => ShowTable(reader),
            "functions" => new ShowFunctionsCommand(null, default),
            "function" => new ShowFunctionsCommand(reader.Name("the name of a function"), default),
            "materialized-views" => new ShowMaterializedViewsCommand(null, default),
            "materialized-view" => new ShowMaterializedViewsCommand(reader.Name("the name of a view"), default),
            "ingestion" when !reader.IsWord("failures") => ShowMappings(reader, null, null),
            "operations" => new ShowOperationsCommand(Operation(reader), default),
            "" => throw reader.Unexpected("what to show"),
            _ => throw reader.Unsupported(".show " + what),
        };
    }

    private static KqlCommand ShowDatabases(CommandReader reader)
    {
        IReadOnlyList<string> names = reader.Current.Is("(") ? reader.Names("the name of a database") : [];
        if (reader.TryWord("schema"))
        {
            return new ShowDatabaseSchemaCommand(names, names.Count == 0, AsJson(reader), default);
        }

        return names.Count == 0 ? new ShowDatabasesCommand(default) : throw reader.Unexpected("'schema'");
    }

    private static KqlCommand ShowDatabase(CommandReader reader)
    {
        if (reader.Current.Kind == TokenKind.End || reader.Current.Is("|"))
        {
            return new ShowDatabaseCommand(null, Details: false, default);
        }

        if (reader.IsWord("schema") || reader.IsWord("cslschema") || reader.IsWord("details") || reader.IsWord("ingestion"))
        {
            return ShowDatabase(reader, null);
        }

        return ShowDatabase(reader, reader.Name("the name of a database"));
    }

    private static KqlCommand ShowDatabase(CommandReader reader, string? database)
    {
        IReadOnlyList<string> names = database is null ? [] : [database];
        switch (reader.Keyword())
        {
            case "":
                return new ShowDatabaseCommand(database, Details: false, default);
            case "details":
                return new ShowDatabaseCommand(database, Details: true, default);
            case "schema":
                return new ShowDatabaseSchemaCommand(names, All: false, AsJson(reader), default);
            case "cslschema":
                return new ShowDatabaseSchemaCommand(names, All: false, SchemaFormat.Csl, default);
            case "ingestion":
                return ShowMappings(reader, database, null);
            case "policy":
                return new ShowPolicyCommand(new KqlEntity(KqlEntityKind.Database, names), Policy(reader), default);
            case var other:
                throw reader.Unsupported(".show database " + other);
        }
    }

    private static ShowTablesCommand ShowTables(CommandReader reader)
    {
        IReadOnlyList<string> names = reader.Current.Is("(") ? reader.Names("the name of a table") : [];
        return new ShowTablesCommand(names, reader.TryWord("details"), default);
    }

    private static KqlCommand ShowTable(CommandReader reader)
    {
        if (reader.TrySign("*"))
        {
            reader.ExpectWords("policy");
            return new ShowPolicyCommand(new KqlEntity(KqlEntityKind.Table, []), Policy(reader), default);
        }

        var table = reader.Name("the name of a table");
        switch (reader.Keyword())
        {
            case "":
                return new ShowTableCommand(table, Details: false, default);
            case "details":
                return new ShowTableCommand(table, Details: true, default);
            case "schema":
                return new ShowTableSchemaCommand(table, AsJson(reader), default);
            case "cslschema":
                return new ShowTableSchemaCommand(table, SchemaFormat.Csl, default);
            case "ingestion":
                return ShowMappings(reader, null, table);
            case "policy":
                return new ShowPolicyCommand(new KqlEntity(KqlEntityKind.Table, [table]), Policy(reader), default);
            case var other:
                throw reader.Unsupported(".show table " + other);
        }
    }

    private static ShowIngestionMappingsCommand ShowMappings(CommandReader reader, string? database, string? table)
    {
        if (!reader.IsWord("mapping") && !reader.IsWord("mappings"))
        {
            MappingKind(reader);
        }

        if (reader.TryWord("mappings"))
        {
            return new ShowIngestionMappingsCommand(database, table, null, default);
        }

        reader.ExpectWords("mapping");
        return new ShowIngestionMappingsCommand(database, table, reader.Literal("the name of a mapping"), default);
    }

    private static SchemaFormat AsJson(CommandReader reader)
    {
        if (!reader.TryWord("as"))
        {
            return SchemaFormat.Rows;
        }

        var format = reader.Keyword();
        return format == "json" ? SchemaFormat.Json : throw reader.Unsupported("schema as " + format);
    }

    private static Guid? Operation(CommandReader reader)
    {
        if (reader.Current.Kind == TokenKind.End || reader.Current.Is("|"))
        {
            return null;
        }

        var at = reader.Current.Span;
        return Guid.TryParse(reader.Current.Value as string ?? reader.Current.Value?.ToString(), out var id) && reader.Take() is not null
            ? id
            : throw KqlFailure.Syntax("An operation is named by a GUID: guid(...) or text.", at);
    }
}
