using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Loading;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>What commands change: each as a function from the metadata to what it is to become.</summary>
internal static class SchemaCommands
{
    /// <summary>The change that a command wants; null for a command that is none.</summary>
    public static Func<DatabaseMetadata, MetadataChange>? Change(KqlCommand command, EmbeddedKql kql) => command switch
    {
        CreateTablesCommand create => metadata => CreateTables(metadata, create),
        DropTablesCommand drop => metadata => UserTables.Drop(metadata, drop.Tables, drop.IfExists),
        ClearTableCommand clear => metadata => Clear(metadata, clear.Table),
        AlterTableDocstringCommand alter => metadata => Note(metadata, alter.Table, notes => notes with { Docstring = alter.Docstring }),
        AlterTableFolderCommand alter => metadata => Note(metadata, alter.Table, notes => notes with { Folder = alter.Folder }),
        CreateFunctionCommand create => metadata => StoredQueries.Create(metadata, create, kql),
        DropFunctionsCommand drop => metadata => StoredQueries.Drop(metadata, drop),
        CreateMaterializedViewCommand create => metadata => StoredQueries.Create(metadata, create, kql),
        DropMaterializedViewCommand drop => metadata => StoredQueries.Drop(metadata, drop),
        CreateJsonMappingCommand create => metadata => CreateMapping(metadata, create, kql.Time.GetUtcNow().UtcDateTime),
        DropJsonMappingCommand drop => metadata => DropMapping(metadata, drop),
        AlterRetentionPolicyCommand alter => metadata => Policy(metadata, alter.Entity, policies => policies with { Retention = Retention(policies.Retention, alter) }),
        AlterStreamingPolicyCommand alter => metadata => Policy(metadata, alter.Entity, policies => policies with { Streaming = alter.IsEnabled }),
        AlterUpdatePolicyCommand alter => metadata => UpdateCommands.Alter(metadata, alter, kql),
        DeletePolicyCommand { Policy: KqlPolicy.Update } delete => metadata => UpdateCommands.Delete(metadata, delete.Entity),
        DeletePolicyCommand delete => metadata => Policy(
            metadata, delete.Entity, policies => delete.Policy == KqlPolicy.Retention ? policies with { Retention = null } : policies with { Streaming = null }),
        _ => null,
    };

    private static MetadataChange CreateTables(DatabaseMetadata metadata, CreateTablesCommand create)
    {
        var sql = new List<string>();
        foreach (var table in create.Tables)
        {
            // Kusto leaves a table that exists with the same columns as it is, and so do we.
            if (!create.Merge && metadata.Find(table.Name) is { } existing
                && !existing.Columns.Select(column => (column.Name, column.Type)).SequenceEqual(table.Columns.Select(column => (column.Name, column.Type))))
            {
                return MetadataChange.Refused($"The table '{table.Name}' exists with other columns; .create-merge adds columns to it.");
            }

            var change = UserTables.Merge(metadata, table.Name, [.. table.Columns.Select(column => new UserColumn(column.Name, column.Type))]);
            if (change.Error is not null)
            {
                return change;
            }

            sql.AddRange(change.Sql);
            metadata = change.Metadata!;
            if (create.Docstring is not null || create.Folder is not null)
            {
                metadata = metadata.WithNotes(table.Name, notes => notes with { Docstring = create.Docstring ?? notes.Docstring, Folder = create.Folder ?? notes.Folder });
            }
        }

        return new MetadataChange(metadata) { Sql = sql };
    }

    private static MetadataChange Clear(DatabaseMetadata metadata, string name) => metadata.Find(name) switch
    {
        null => Missing(name),
        { IsBuiltIn: true } => MetadataChange.Refused($"The rows of '{name}' cannot be deleted: it is one of the product's own tables, and retention deletes from it."),
        var table => new MetadataChange(metadata) { Sql = [$"DELETE FROM {table.Sql}"] },
    };

    private static MetadataChange Note(DatabaseMetadata metadata, string table, Func<TableNotes, TableNotes> change) =>
        metadata.Find(table) is null ? Missing(table) : new MetadataChange(metadata.WithNotes(table, change));

    private static MetadataChange CreateMapping(DatabaseMetadata metadata, CreateJsonMappingCommand create, DateTime now)
    {
        if (metadata.Find(create.Table) is not { } table)
        {
            return Missing(create.Table);
        }

        if (RowField.Of(table, create.Columns).Error is { } wrong)
        {
            return MetadataChange.Refused(wrong);
        }

        var exists = metadata.NotesOf(table.Name).Mappings.ContainsKey(create.Name);
        return (create.Mode, exists) switch
        {
            (CreateMode.Create, true) => MetadataChange.Refused($"The table '{table.Name}' has an ingestion mapping '{create.Name}' already; .create-or-alter replaces it."),
            (CreateMode.Alter, false) => MetadataChange.Refused($"The table '{table.Name}' has no ingestion mapping '{create.Name}'."),
            (CreateMode.IfNotExists, true) => new MetadataChange(metadata),
            _ => new MetadataChange(metadata.WithNotes(table.Name, notes => notes with
            {
                Mappings = notes.Mappings.SetItem(create.Name, new StoredMapping(create.Name, [.. create.Columns], create.Json, now)),
            })),
        };
    }

    private static MetadataChange DropMapping(DatabaseMetadata metadata, DropJsonMappingCommand drop) => metadata.NotesOf(drop.Table).Mappings.ContainsKey(drop.Name)
        ? new MetadataChange(metadata.WithNotes(drop.Table, notes => notes with { Mappings = notes.Mappings.Remove(drop.Name) }))
        : MetadataChange.Refused($"The table '{drop.Table}' has no ingestion mapping '{drop.Name}'.");

    private static MetadataChange Policy(DatabaseMetadata metadata, KqlEntity entity, Func<Policies, Policies> change)
    {
        if (entity.Kind == KqlEntityKind.Database)
        {
            return entity.Names is [] or [EmbeddedEventhouse.DatabaseName]
                ? new MetadataChange(metadata with { Policies = change(metadata.Policies) })
                : MetadataChange.Refused($"There is no database '{entity.Names[0]}'.");
        }

        foreach (var table in entity.Names)
        {
            if (metadata.Find(table) is null)
            {
                return Missing(table);
            }

            metadata = metadata.WithNotes(table, notes => notes with { Policies = change(notes.Policies) });
        }

        return new MetadataChange(metadata);
    }

    private static RetentionPolicy Retention(RetentionPolicy? before, AlterRetentionPolicyCommand alter)
    {
        var rest = alter.Merge && before is not null ? before : new RetentionPolicy(TimeSpan.FromDays(36_500), true);
        return new RetentionPolicy(alter.SoftDeletePeriod ?? rest.SoftDeletePeriod, alter.Recoverable ?? rest.IsRecoverable);
    }

    private static MetadataChange Missing(string table) => MetadataChange.Refused($"There is no table '{table}'.");
}
