using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <content><c>.alter</c>, <c>.alter-merge</c>, <c>.drop</c>, <c>.delete</c> and <c>.clear</c>.</content>
internal static partial class CommandParser
{
    private static KqlCommand Alter(CommandReader reader, bool merge)
    {
        var verb = merge ? ".alter-merge " : ".alter ";
        var what = reader.Keyword();
        switch (what)
        {
            case "function" when !merge:
                return CreateFunction(reader, CreateMode.Alter);
            case "materialized-view" when !merge:
                return CreateView(reader, CreateMode.Alter, isAsync: false);
            case "table":
                return AlterTable(reader, verb, merge);
            case "tables":
                var tables = new KqlEntity(KqlEntityKind.Table, reader.Names("the name of a table"));
                reader.ExpectWords("policy");
                return AlterPolicy(reader, tables, merge);
            case "database":
                IReadOnlyList<string> database = reader.IsWord("policy") ? [] : [reader.Name("the name of a database")];
                if (reader.Keyword() is not "policy" and var other)
                {
                    throw reader.Unsupported($"{verb}database {other}");
                }

                return AlterPolicy(reader, new KqlEntity(KqlEntityKind.Database, database), merge);
            default:
                throw reader.Unsupported(verb + what);
        }
    }

    private static KqlCommand AlterTable(CommandReader reader, string verb, bool merge)
    {
        var table = reader.Name("the name of a table");
        var what = reader.Keyword();
        return what switch
        {
            "policy" => AlterPolicy(reader, new KqlEntity(KqlEntityKind.Table, [table]), merge),
            "docstring" when !merge => new AlterTableDocstringCommand(table, reader.Literal("the description"), default),
            "folder" when !merge => new AlterTableFolderCommand(table, reader.Literal("the folder"), default),
            "ingestion" when !merge => CreateMapping(reader, table, CreateMode.Alter),
            "" when reader.Current.Is("(") => throw reader.Unsupported(verb + "table columns"),
            "" => throw reader.Unexpected("what to alter"),
            _ => throw reader.Unsupported($"{verb}table {what}"),
        };
    }

    private static KqlCommand Drop(CommandReader reader)
    {
        var what = reader.Keyword();
        switch (what)
        {
            case "table":
                var table = reader.Name("the name of a table");
                if (reader.TryWord("ingestion"))
                {
                    MappingKind(reader);
                    reader.ExpectWords("mapping");
                    return new DropJsonMappingCommand(table, reader.Literal("the name of a mapping"), default);
                }

                return new DropTablesCommand([table], reader.TryWord("ifexists"), default);
            case "tables":
                return new DropTablesCommand(reader.Names("the name of a table"), reader.TryWord("ifexists"), default);
            case "function":
                return new DropFunctionsCommand([reader.Name("the name of a function")], reader.TryWord("ifexists"), default);
            case "functions":
                return new DropFunctionsCommand(reader.Names("the name of a function"), reader.TryWord("ifexists"), default);
            case "materialized-view":
                return new DropMaterializedViewCommand(reader.Name("the name of a view"), reader.TryWord("ifexists"), default);
            case "":
                throw reader.Unexpected("what to drop");
            default:
                throw reader.Unsupported(".drop " + what);
        }
    }

    private static DeletePolicyCommand Delete(CommandReader reader)
    {
        var what = reader.Keyword();
        if (what is not ("table" or "database"))
        {
            throw reader.Unsupported(".delete " + what);
        }

        var name = reader.Name($"the name of a {what}");
        if (!reader.TryWord("policy"))
        {
            throw reader.Unsupported($".delete {what} {reader.Keyword()}".TrimEnd());
        }

        return new DeletePolicyCommand(new KqlEntity(what == "table" ? KqlEntityKind.Table : KqlEntityKind.Database, [name]), Policy(reader), default);
    }

    private static ClearTableCommand Clear(CommandReader reader)
    {
        var what = reader.Keyword();
        if (what != "table")
        {
            throw reader.Unsupported(".clear " + what);
        }

        var table = reader.Name("the name of a table");
        reader.ExpectWords("data");
        return new ClearTableCommand(table, default);
    }
}
