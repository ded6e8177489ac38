using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Changes of update policies.</summary>
internal static class UpdateCommands
{
    /// <summary>Sets the policy of tables, after trying whether each query gives rows that fit.</summary>
    public static MetadataChange Alter(DatabaseMetadata metadata, AlterUpdatePolicyCommand alter, EmbeddedKql kql)
    {
        foreach (var name in alter.Entity.Names)
        {
            if (metadata.Find(name) is not { } target)
            {
                return MetadataChange.Refused($"There is no table '{name}'.");
            }

            var before = metadata;
            metadata = metadata.WithNotes(name, notes => notes with
            {
                Policies = notes.Policies with { Updates = alter.Merge ? notes.Policies.Updates.AddRange(alter.Updates) : [.. alter.Updates] },
            });
            if (alter.Updates.Select(update => Refuse(update, target, metadata, before, kql)).FirstOrDefault(refused => refused is not null) is { } wrong)
            {
                return MetadataChange.Refused(wrong);
            }
        }

        return new MetadataChange(metadata);
    }

    /// <summary>The table whose policy reads from another; null when none does.</summary>
    public static string? ReaderOf(DatabaseMetadata metadata, string source) =>
        metadata.Notes.FirstOrDefault(notes => notes.Value.Policies.Updates.Any(update => update.Source == source)).Key;

    private static string? Refuse(KqlUpdate update, CatalogTable target, DatabaseMetadata metadata, DatabaseMetadata before, EmbeddedKql kql)
    {
        if (metadata.Find(update.Source) is not { } source)
        {
            return $"There is no table '{update.Source}' that an update policy could read from.";
        }

        if (source.IsBuiltIn && !target.IsBuiltIn)
        {
            return $"'{source.Name}' is one of the product's own tables: its events would have to wait for the query. Make a function or a materialized view of the query instead.";
        }

        // One step only, so that every row is looked at once.
        if (source.Name == target.Name || metadata.NotesOf(source.Name).Policies.Updates.Count > 0 || ReaderOf(metadata, target.Name) is not null)
        {
            return $"'{target.Name}' cannot get rows of '{source.Name}': a table with an update policy cannot be the source of another.";
        }

        var analysis = kql.Analyze(new KqlQuery(update.Query), before);
        return analysis.Error is { } error ? $"The query of the update policy cannot be bound: {error.Message}" : target.Misfit(analysis.Columns);
    }
}
