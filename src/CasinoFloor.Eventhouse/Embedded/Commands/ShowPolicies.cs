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
            ? [Row($"[{EmbeddedEventhouse.DatabaseName}]", "Database", policy == KqlPolicy.Retention ? Retention(metadata.Policies.Retention) : Streaming(metadata.Policies.Streaming))]
            : metadata.AllTables().Where(table => entity.Names.Count == 0 || entity.Names.Contains(table.Name)).Select(table => Row(
                $"[{EmbeddedEventhouse.DatabaseName}].[{table.Name}]",
                "Table",
                policy == KqlPolicy.Retention ? Retention(AgingTable.InForce(table, metadata, kql.Options)) : Streaming(metadata.NotesOf(table.Name).Policies.Streaming)));
        return Answer.Table("PolicyName:string, EntityName:string, Policy:string, ChildEntities:string, EntityType:string", rows);

        object?[] Row(string name, string kind, string text) => [policy == KqlPolicy.Retention ? "RetentionPolicy" : "StreamingIngestionPolicy", name, text, "", kind];
    }

    /// <summary>A retention policy as JSON.</summary>
    public static string Retention(RetentionPolicy? policy) => policy is null ? "null" : JsonSerializer.Serialize(new
    {
        SoftDeletePeriod = policy.SoftDeletePeriod.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
        Recoverability = policy.IsRecoverable ? "Enabled" : "Disabled",
    });

    /// <summary>A streaming policy as JSON.</summary>
    public static string Streaming(bool? isEnabled) => isEnabled is null ? "null" : JsonSerializer.Serialize(new { IsEnabled = isEnabled, HintAllocatedRate = (double?)null });
}
