using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content><c>.create</c>, <c>.create-or-alter</c> and <c>.create-merge</c>.</content>
internal static partial class CommandParser
{
    private static KqlCommand Create(CommandReader reader, CreateMode mode)
    {
        var isAsync = reader.TryWord("async");
        if (reader.TryWord("ifnotexists"))
        {
            mode = mode == CreateMode.Create ? CreateMode.IfNotExists : throw reader.Unsupported(".create-or-alter ifnotexists");
        }

        var what = reader.Keyword();
        return (what, isAsync) switch
        {
            ("table", false) when mode == CreateMode.Create => CreateTable(reader),
            ("table", false) when mode == CreateMode.OrAlter => AlterOrCreateMapping(reader),
            ("tables", false) when mode == CreateMode.Create => CreateTables(reader, merge: false),
            ("function", false) => CreateFunction(reader, mode),
            ("materialized-view", _) => CreateView(reader, mode, isAsync),
            ("", _) => throw reader.Unexpected("what to create"),
            _ => throw reader.Unsupported($"{reader.Text.AsSpan(reader.Span.Start, reader.Span.Length)}"),
        };
    }

    private static KqlCommand CreateMerge(CommandReader reader)
    {
        var what = reader.Keyword();
        return what switch
        {
            "table" => Tables(reader, [Declaration(reader, reader.Name("the name of a table"))], merge: true),
            "tables" => CreateTables(reader, merge: true),
            _ => throw reader.Unsupported(".create-merge " + what),
        };
    }

    private static KqlCommand CreateTable(CommandReader reader)
    {
        var name = reader.Name("the name of a table");
        return reader.TryWord("ingestion") ? CreateMapping(reader, name, CreateMode.Create)
            : reader.IsWord("based") ? throw reader.Unsupported(".create table based-on")
            : Tables(reader, [Declaration(reader, name)], merge: false);
    }

    private static CreateJsonMappingCommand AlterOrCreateMapping(CommandReader reader)
    {
        var table = reader.Name("the name of a table");
        reader.ExpectWords("ingestion");
        return CreateMapping(reader, table, CreateMode.OrAlter);
    }

    private static CreateTablesCommand CreateTables(CommandReader reader, bool merge)
    {
        var tables = new List<KqlTableDeclaration>();
        do
        {
            var at = reader.Current.Span;
            var table = Declaration(reader, reader.Name("the name of a table"));
            tables.Add(tables.TrueForAll(t => t.Name != table.Name) ? table : throw KqlFailure.Semantic($"The table '{table.Name}' is declared twice.", at));
        }
        while (reader.TrySign(","));

        return Tables(reader, tables, merge);
    }

    private static CreateTablesCommand Tables(CommandReader reader, List<KqlTableDeclaration> tables, bool merge)
    {
        var at = reader.Current.Span;
        var properties = Properties(reader);
        Only(properties, at, "docstring", "folder");
        return new CreateTablesCommand(tables, merge, properties.GetValueOrDefault("docstring"), properties.GetValueOrDefault("folder"), default);
    }

    private static KqlTableDeclaration Declaration(CommandReader reader, string name)
    {
        reader.Expect("(");
        var columns = new List<KqlResultColumn>();
        do
        {
            var at = reader.Current.Span;
            var column = reader.Name("the name of a column");
            if (columns.Exists(c => c.Name == column))
            {
                throw KqlFailure.Semantic($"The column '{column}' is declared twice.", at);
            }

            reader.Expect(":");
            var type = reader.Current.Kind == TokenKind.Word && KqlTypes.TryParse(reader.Current.Text, out var known) ? known : throw reader.Unexpected("a type");
            reader.Take();
            columns.Add(new KqlResultColumn(column, type));
        }
        while (reader.TrySign(","));

        reader.Expect(")");
        return new KqlTableDeclaration(name, columns);
    }

    private static CreateFunctionCommand CreateFunction(CommandReader reader, CreateMode mode)
    {
        if (reader.TryWord("ifnotexists"))
        {
            mode = mode == CreateMode.Create ? CreateMode.IfNotExists : throw reader.Unsupported("ifnotexists here");
        }

        var at = reader.Current.Span;
        var properties = Properties(reader);
        Only(properties, at, "docstring", "folder", "skipvalidation", "view");
        var name = reader.Name("the name of a function");
        if (!reader.Current.Is("("))
        {
            throw reader.Unexpected("'('");
        }

        var start = reader.Current.Span.Start;
        var body = Parser.ParseLambda(reader.Text, start);
        reader.Take();
        reader.Rest(out _);
        return new CreateFunctionCommand(
            name,
            reader.Text[start..body].TrimEnd(),
            reader.Text[body..].TrimEnd(),
            mode,
            properties.GetValueOrDefault("docstring"),
            properties.GetValueOrDefault("folder"),
            Flag(properties, "skipvalidation", at),
            default);
    }

    private static CreateMaterializedViewCommand CreateView(CommandReader reader, CreateMode mode, bool isAsync)
    {
        if (reader.TryWord("ifnotexists"))
        {
            mode = mode == CreateMode.Create ? CreateMode.IfNotExists : throw reader.Unsupported("ifnotexists here");
        }

        var properties = Properties(reader);
        var name = reader.Name("the name of a view");
        reader.ExpectWords("on");
        var source = reader.Keyword();
        if (source != "table")
        {
            throw source.Length == 0 ? reader.Unexpected("'table'") : reader.Unsupported("materialized-view on " + source);
        }

        var table = reader.Name("the name of a table");
        return new CreateMaterializedViewCommand(name, table, Braces(reader), mode, isAsync, properties, default);
    }
}
