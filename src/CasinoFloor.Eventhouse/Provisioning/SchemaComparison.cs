using System.Text.Json;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Provisioning;

/// <summary>Compares a command of the schema with what a database has.</summary>
internal static class SchemaComparison
{
    /// <summary>What the command would do.</summary>
    /// <exception cref="FormatException">The schema does not use such a command.</exception>
    public static IEnumerable<SchemaChange> Of(SchemaCommand command, DatabaseState state) => command.Command switch
    {
        CreateTablesCommand tables => tables.Tables.Select(table => Change(command, $"table {table.Name}", Table(table, state))),
        CreateFunctionCommand function => [Change(command, $"function {function.Name}", Function(function, state))],
        CreateJsonMappingCommand mapping => [Change(command, $"mapping {mapping.Table}/{mapping.Name}", Mapping(mapping, state))],
        AlterRetentionPolicyCommand policy => policy.Entity.Names.Select(table =>
            Change(command, $"retention of {table}", Retention(policy, state.Retention.GetValueOrDefault(table, "null")))),
        AlterStreamingPolicyCommand policy => policy.Entity.Names.Select(table =>
            Change(command, $"streaming into {table}", Streaming(policy, state.Streaming.GetValueOrDefault(table, "null")))),
        AlterUpdatePolicyCommand policy => policy.Entity.Names.Select(table => Change(command, $"update policy of {table}", Update(policy, Updates(state, table)))),

        // A table with an update policy gets no rows that were there before the policy: it is filled while the policy is not there.
        IngestFromQueryCommand fill => [Change(command, $"rows of {fill.Table}", Updates(state, fill.Table).Count > 0 ? null : "filled with what is stored")],
        var other => throw new FormatException($"The schema holds a command that cannot be provisioned: {other.GetType().Name}."),
    };

    private static SchemaChange Change(SchemaCommand command, string entity, string? change) =>
        new(entity, change) { Command = change is null ? "" : command.Text };

    private static string? Table(KqlTableDeclaration table, DatabaseState state)
    {
        if (!state.Tables.TryGetValue(table.Name, out var columns))
        {
            return "new";
        }

        var missing = table.Columns.Where(column => !columns.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        var other = table.Columns.Where(column => columns.TryGetValue(column.Name, out var type) && !IsSame(type, column.Type)).ToList();
        return other.Count > 0
            ? $"cannot be: {string.Join(", ", other.Select(column => $"{column.Name} is {columns[column.Name]} and should be {column.Type.ClrName()}"))}"
            : missing.Count > 0 ? "new columns: " + string.Join(", ", missing) : null;
    }

    // Services differ in what they call a bool.
    private static bool IsSame(string stored, KqlType type) => stored == type.ClrName() || (type == KqlType.Bool && stored is "System.Boolean" or "System.SByte");

    private static string? Function(CreateFunctionCommand function, DatabaseState state) =>
        !state.Functions.TryGetValue(function.Name, out var known) ? "new"
        : Squeeze(known.Parameters) == Squeeze(function.Parameters) && Squeeze(known.Body) == Squeeze(function.Body) ? null
        : "changed";

    private static string? Mapping(CreateJsonMappingCommand mapping, DatabaseState state) =>
        !state.Mappings.TryGetValue((mapping.Table, mapping.Name), out var known) ? "new"
        : Paths(known).SequenceEqual(Paths(mapping.Json)) ? null
        : "changed";

    private static string? Retention(AlterRetentionPolicyCommand policy, string known)
    {
        using var document = JsonDocument.Parse(known);
        var stored = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("SoftDeletePeriod", out var period)
            ? period.GetString()
            : null;
        var wanted = policy.SoftDeletePeriod?.ToString("c", System.Globalization.CultureInfo.InvariantCulture);
        return stored is not null && TimeSpan.TryParse(stored, System.Globalization.CultureInfo.InvariantCulture, out var kept) && kept == policy.SoftDeletePeriod
            ? null
            : stored is null ? $"new: {wanted}" : $"{stored} becomes {wanted}";
    }

    private static string? Streaming(AlterStreamingPolicyCommand policy, string known)
    {
        using var document = JsonDocument.Parse(known);
        var stored = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("IsEnabled", out var enabled) && enabled.GetBoolean();
        return stored == policy.IsEnabled ? null : policy.IsEnabled ? "enabled" : "disabled";
    }

    private static List<KqlUpdate> Updates(DatabaseState state, string table) =>
        JsonSerializer.Deserialize<List<KqlUpdate>>(state.Updates.GetValueOrDefault(table, "null")) ?? [];

    private static string? Update(AlterUpdatePolicyCommand policy, List<KqlUpdate> known) =>
        known.Count == 0 ? "new" : known.Select(Squeezed).SequenceEqual(policy.Updates.Select(Squeezed)) ? null : "changed";

    private static KqlUpdate Squeezed(KqlUpdate update) => update with { Query = Squeeze(update.Query) };

    // Column and path in order; a service writes mappings in a form of its own.
    private static List<(string Column, string Path)> Paths(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(column => (
            Text(column, "column"),
            Text(column, "path") is { Length: > 0 } path ? path
                : column.TryGetProperty("Properties", out var properties) || column.TryGetProperty("properties", out properties) ? Text(properties, "path") : ""))];
    }

    private static string Text(JsonElement element, string name) =>
        element.EnumerateObject().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : "";

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
