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

            if (target.IsBuiltIn && (alter.Merge || !IsItsOwn(target, alter.Updates)))
            {
                return Product(name);
            }

            metadata = metadata.WithNotes(name, notes => notes with
            {
                Policies = notes.Policies with { Updates = alter.Merge ? notes.Policies.Updates.AddRange(alter.Updates) : [.. alter.Updates] },
            });
            if (alter.Updates.Select(update => Refuse(update, target, metadata, kql)).FirstOrDefault(refused => refused is not null) is { } wrong)
            {
                return MetadataChange.Refused(wrong);
            }
        }

        return new MetadataChange(metadata);
    }

    /// <summary>Takes the policy of tables away.</summary>
    public static MetadataChange Delete(DatabaseMetadata metadata, KqlEntity entity)
    {
        foreach (var name in entity.Names)
        {
            if (metadata.Find(name) is not { } target)
            {
                return MetadataChange.Refused($"There is no table '{name}'.");
            }

            if (target.IsBuiltIn)
            {
                return Product(name);
            }

            metadata = metadata.WithNotes(name, notes => notes with { Policies = notes.Policies with { Updates = [] } });
        }

        return new MetadataChange(metadata);
    }

    /// <summary>The tables whose policies read from another.</summary>
    public static IEnumerable<string> ReadersOf(DatabaseMetadata metadata, string source) =>
        metadata.Notes.Where(notes => notes.Value.Policies.Updates.Any(update => update.Source == source)).Select(notes => notes.Key);

    private static bool IsItsOwn(CatalogTable target, IReadOnlyList<KqlUpdate> updates) =>
        target.Definition!.Update is var (source, query) && updates is [{ IsEnabled: true } only] && (only.Source, only.Query) == (source, query);

    private static MetadataChange Product(string name) => MetadataChange.Refused($"The update policy of '{name}' cannot be changed: it is one of the product's own tables.");

    private static string? Refuse(KqlUpdate update, CatalogTable target, DatabaseMetadata metadata, EmbeddedKql kql)
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
        if (source.Name == target.Name || metadata.NotesOf(source.Name).Policies.Updates.Count > 0 || ReadersOf(metadata, target.Name).Any())
        {
            return $"'{target.Name}' cannot get rows of '{source.Name}': a table with an update policy cannot be the source of another.";
        }

        var analysis = kql.Analyze(new KqlQuery(update.Query), metadata);
        return analysis.Error is { } error ? $"The query of the update policy cannot be bound: {error.Message}" : target.Misfit(analysis.Columns);
    }
}
