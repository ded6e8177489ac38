using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Answers commands that only show something, with Kusto's own columns.</summary>
internal static class ShowCommands
{
    /// <summary>The answer; null for a command that changes something.</summary>
    public static KqlResult? Answer(KqlCommand command, EmbeddedKql kql)
    {
        var metadata = kql.Metadata;
        return command switch
        {
            ShowVersionCommand => ShowDatabase.Version(),
            ShowDatabasesCommand or ShowDatabaseCommand { Database: null or EmbeddedEventhouse.DatabaseName, Details: false } => ShowDatabase.Databases(),
            ShowDatabaseCommand { Database: null or EmbeddedEventhouse.DatabaseName } => ShowDatabase.Details(kql),
            ShowDatabaseCommand other => Refused($"There is no database '{other.Database}'."),
            ShowDatabaseSchemaCommand show when show.Databases.FirstOrDefault(name => name != EmbeddedEventhouse.DatabaseName) is { } other =>
                Refused($"There is no database '{other}'."),
            ShowDatabaseSchemaCommand show => ShowSchema.Database(show.Format, kql),
            ShowTablesCommand show when Missing(metadata, show.Tables) is { } missing => missing,
            ShowTablesCommand show => ShowTables.All(show.Tables, show.Details, kql),
            ShowTableCommand show when Missing(metadata, [show.Table]) is { } missing => missing,
            ShowTableCommand { Details: true } show => ShowTables.All([show.Table], true, kql),
            ShowTableCommand show => ShowTables.Columns(metadata.Find(show.Table)!),
            ShowTableSchemaCommand show when Missing(metadata, [show.Table]) is { } missing => missing,
            ShowTableSchemaCommand show => ShowSchema.Tables([metadata.Find(show.Table)!], show.Format, metadata),
            ShowFunctionsCommand { Function: { } name } when !metadata.Functions.ContainsKey(name) => Refused($"There is no function '{name}'."),
            ShowFunctionsCommand show => ShowEntities.Functions(metadata, show.Function),
            ShowMaterializedViewsCommand { View: { } name } when !metadata.Views.ContainsKey(name) => Refused($"There is no materialized view '{name}'."),
            ShowMaterializedViewsCommand show => ShowEntities.Views(metadata, show.View, kql.Time.GetUtcNow().UtcDateTime),
            ShowIngestionMappingsCommand { Table: { } table } when Missing(metadata, [table]) is { } missing => missing,
            ShowIngestionMappingsCommand { Table: { } table, Mapping: { } mapping } when !metadata.NotesOf(table).Mappings.ContainsKey(mapping) =>
                Refused($"The table '{table}' has no ingestion mapping '{mapping}'."),
            ShowIngestionMappingsCommand show => ShowEntities.Mappings(metadata, show.Table, show.Mapping),
            ShowPolicyCommand { Entity.Kind: KqlEntityKind.Table } show when Missing(metadata, show.Entity.Names) is { } missing => missing,
            ShowPolicyCommand show => ShowPolicies.Of(show.Entity, show.Policy, kql),
            ShowOperationsCommand show => ShowEntities.Operations(kql.Operations.All, show.Operation),
            GetIngestionResourcesCommand or GetIdentityTokenCommand => Refused(
                "Queued ingestion is not to be had here: there is no blob storage to queue in. Use streaming ingestion, POST /v1/rest/ingest/DATABASE/TABLE."),
            _ => null,
        };
    }

    /// <summary>What a command that changed something answers: the thing as it is now.</summary>
    public static KqlResult AfterChange(KqlCommand command, EmbeddedKql kql)
    {
        var metadata = kql.Metadata;
        return command switch
        {
            CreateTablesCommand create => ShowSchema.Tables([.. create.Tables.Select(table => metadata.Find(table.Name)!)], SchemaFormat.Json, metadata),
            AlterTableDocstringCommand alter => ShowSchema.Tables([metadata.Find(alter.Table)!], SchemaFormat.Json, metadata),
            AlterTableFolderCommand alter => ShowSchema.Tables([metadata.Find(alter.Table)!], SchemaFormat.Json, metadata),
            DropTablesCommand => ShowTables.All([], false, kql),
            CreateFunctionCommand create => ShowEntities.Functions(metadata, create.Name),
            DropFunctionsCommand => ShowEntities.Functions(metadata, null),
            CreateMaterializedViewCommand create => ShowEntities.Views(metadata, create.Name, kql.Time.GetUtcNow().UtcDateTime),
            DropMaterializedViewCommand => ShowEntities.Views(metadata, null, kql.Time.GetUtcNow().UtcDateTime),
            CreateJsonMappingCommand create => ShowEntities.Mappings(metadata, create.Table, create.Name),
            DropJsonMappingCommand drop => ShowEntities.Mappings(metadata, drop.Table, null),
            AlterRetentionPolicyCommand alter => ShowPolicies.Of(alter.Entity, KqlPolicy.Retention, kql),
            AlterStreamingPolicyCommand alter => ShowPolicies.Of(alter.Entity, KqlPolicy.StreamingIngestion, kql),
            AlterUpdatePolicyCommand alter => ShowPolicies.Of(alter.Entity, KqlPolicy.Update, kql),
            DeletePolicyCommand delete => ShowPolicies.Of(delete.Entity, delete.Policy, kql),
            _ => Commands.Answer.Row("Status:string", "Completed"),
        };
    }

    private static KqlResult? Missing(DatabaseMetadata metadata, IEnumerable<string> tables) =>
        tables.FirstOrDefault(table => metadata.Find(table) is null) is { } missing ? Refused($"There is no table '{missing}'.") : null;

    private static KqlResult Refused(string message) => Commands.Answer.Refused("", 0, 0, message);
}
