using System.Collections.Immutable;
using System.Text.Json;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary><c>.show table T policy retention</c> and the like.</summary>
internal static class ShowPolicies
{
    /// <summary>The policy of tables or of the database.</summary>
    public static KqlResult Of(KqlEntity entity, KqlPolicy policy, EmbeddedKql kql)
    {
        var metadata = kql.Metadata;
        var rows = entity.Kind == KqlEntityKind.Database
            ? [Row($"[{EmbeddedEventhouse.DatabaseName}]", "Database", Text(metadata.Policies, metadata.Policies.Retention))]
            : metadata.AllTables().Where(table => entity.Names.Count == 0 || entity.Names.Contains(table.Name)).Select(table => Row(
                $"[{EmbeddedEventhouse.DatabaseName}].[{table.Name}]",
                "Table",
                Text(metadata.NotesOf(table.Name).Policies, AgingTable.InForce(table, metadata, kql.Options))));
        return Answer.Table("PolicyName:string, EntityName:string, Policy:string, ChildEntities:string, EntityType:string", rows);

        object?[] Row(string name, string kind, string text) => [policy + "Policy", name, text, "", kind];

        string Text(Policies policies, RetentionPolicy? retention) => policy switch
        {
            KqlPolicy.Retention => Retention(retention),
            KqlPolicy.StreamingIngestion => Streaming(policies.Streaming),
            _ => Updates(policies.Updates),
        };
    }

    /// <summary>A retention policy as JSON.</summary>
    public static string Retention(RetentionPolicy? policy) => policy is null ? "null" : JsonSerializer.Serialize(new
    {
        SoftDeletePeriod = policy.SoftDeletePeriod.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
        Recoverability = policy.IsRecoverable ? "Enabled" : "Disabled",
    });

    /// <summary>A streaming policy as JSON.</summary>
    public static string Streaming(bool? isEnabled) => isEnabled is null ? "null" : JsonSerializer.Serialize(new { IsEnabled = isEnabled, HintAllocatedRate = (double?)null });

    private static string Updates(ImmutableList<KqlUpdate> updates) => updates.Count == 0 ? "null" : JsonSerializer.Serialize(updates.Select(update => new
    {
        update.IsEnabled,
        update.Source,
        update.Query,
        update.IsTransactional,
        update.PropagateIngestionProperties,
        ManagedIdentity = (string?)null,
    }));
}
