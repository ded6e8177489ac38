using System.Text;
using CasinoFloor.Eventhouse.Embedded.Catalog;
using CasinoFloor.Eventhouse.Embedded.Loading;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Kql;
using CasinoFloor.Kql.Commands;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>Commands that bring rows.</summary>
internal static class IngestCommands
{
    private static readonly string[] InlineProperties = ["format", "ingestionMappingReference", "ignoreFirstRecord"];

    /// <summary><c>.ingest inline</c></summary>
    public static async Task<KqlResult> InlineAsync(IngestInlineCommand command, EmbeddedKql kql, CancellationToken cancellationToken)
    {
        if (command.Properties.Keys.FirstOrDefault(name => !InlineProperties.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            return Answer.Refused("", 0, 0, $"The property '{unknown}' is not supported; {string.Join(", ", InlineProperties)} are.");
        }

        var format = Property(command.Properties, "format") ?? "csv";
        if (LoadRequest.FormatOf(format) is not { } known)
        {
            return Answer.Refused("", 0, 0, $"The format '{format}' is not read; csv, tsv, psv, scsv, json and multijson are.");
        }

        var started = kql.Time.GetTimestamp();
        var (_, error) = await kql.LoadAsync(
            new LoadRequest(command.Table, known, Encoding.UTF8.GetBytes(command.Data))
            {
                Mapping = Property(command.Properties, "ingestionMappingReference"),
                HasHeader = bool.TryParse(Property(command.Properties, "ignoreFirstRecord"), out var ignore) && ignore,
            },
            cancellationToken);
        var id = Guid.NewGuid();
        return error is null
            ? Answer.Row("ExtentId:guid, ItemLoaded:string, Duration:timespan, HasErrors:bool, OperationId:guid", id, $"inproc:{id}", kql.Time.GetElapsedTime(started), false, id)
            : Answer.Refused("", 0, 0, error);
    }

    /// <summary><c>.set</c>, <c>.append</c>, <c>.set-or-append</c>, <c>.set-or-replace</c></summary>
    public static async Task<KqlResult> FromQueryAsync(IngestFromQueryCommand command, string text, EmbeddedKql kql, CancellationToken cancellationToken)
    {
        var existing = kql.Metadata.Find(command.Table);
        if (Refuse(command, existing) is { } refused)
        {
            return Answer.Refused("", 0, 0, refused);
        }

        // Blanks in front keep the places of errors those of the command.
        var query = new KqlQuery(Blank(text.AsSpan(0, command.Query.Start)) + command.Query.Text) { Timeout = TimeSpan.FromMinutes(10) };
        var (count, error) = await kql.AppendAsync(
            command.Table,
            query,
            given => existing is not null && KeepsColumns(command, existing)
                ? (existing.Columns, existing.Misfit(given))
                : ([.. given.Select(column => new CatalogColumn(column.Name, column.Type, column.Name))], null),
            (metadata, given) => Prepare(command, metadata, given),
            cancellationToken);
        return error is null
            ? Answer.Row(
                "ExtentId:guid, OriginalSize:real, ExtentSize:real, CompressedSize:real, IndexSize:real, RowCount:long", Guid.NewGuid(), null, null, null, null, count)
            : new KqlResult([], null, error);
    }

    private static string? Refuse(IngestFromQueryCommand command, CatalogTable? existing) => command.Mode switch
    {
        _ when existing is not null && RowLoader.RefuseTable(existing) is { } refused => refused,
        IngestMode.Append when existing is null => $"There is no table '{command.Table}'.",
        IngestMode.Set when existing is not null => $"The table '{command.Table}' exists; .append and .set-or-append add rows to it.",
        // Events are history; what stands where is a list that is put anew.
        IngestMode.SetOrReplace when existing is { IsBuiltIn: true } && existing.Definition != EventhouseTables.MachineLocations => $"The rows of '{command.Table}' cannot be replaced: it is one of the product's own tables.",
        _ => null,
    };

    // A table of a user gets the columns of what replaces its rows; one of ours never does.
    private static bool KeepsColumns(IngestFromQueryCommand command, CatalogTable existing) => command.Mode != IngestMode.SetOrReplace || existing.IsBuiltIn;

    private static MetadataChange Prepare(IngestFromQueryCommand command, DatabaseMetadata metadata, IReadOnlyList<KqlResultColumn> given)
    {
        var existing = metadata.Find(command.Table);
        if (Refuse(command, existing) is { } refused)
        {
            return MetadataChange.Refused(refused);
        }

        if (existing is not null && KeepsColumns(command, existing))
        {
            return existing.Misfit(given) is { } misfit
                ? MetadataChange.Refused(misfit)
                : new MetadataChange(metadata) { Sql = command.Mode == IngestMode.SetOrReplace ? [$"DELETE FROM {existing.Sql}"] : [] };
        }

        return UserTables.Replace(metadata, command.Table, [.. given.Select(column => new UserColumn(column.Name, column.Type))]);
    }

    private static string Blank(ReadOnlySpan<char> head)
    {
        Span<char> blank = head.Length <= 4096 ? stackalloc char[head.Length] : new char[head.Length];
        for (var index = 0; index < head.Length; index++)
        {
            blank[index] = head[index] == '\n' ? '\n' : ' ';
        }

        return new string(blank);
    }

    private static string? Property(IReadOnlyDictionary<string, string> properties, string name) =>
        properties.FirstOrDefault(property => property.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
