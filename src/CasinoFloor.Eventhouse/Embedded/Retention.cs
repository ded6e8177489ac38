using CasinoFloor.Eventhouse.Embedded.Reading;
using CasinoFloor.Eventhouse.Embedded.Vectors;
using CasinoFloor.Eventhouse.Ingestion;

namespace CasinoFloor.Eventhouse.Embedded;

/// <summary>
/// Keeps the stored data within its age and size: the only thing that deletes. Rows age by the time of their ingestion, as in
/// Kusto, so that a replay of old events is kept as long as live ones. Deletes in bounded steps, between which the writer takes its turn.
/// </summary>
/// <param name="house">The opened Eventhouse.</param>
/// <param name="options">Its validated settings.</param>
public sealed class Retention(EmbeddedEventhouse house, EmbeddedOptions options)
{
    /// <summary>Most rows deleted while the writer waits, unless a single second has more.</summary>
    private const long RowsPerDelete = 250_000;

    // Blocks are freed by whole row groups: this many deleted rows must have freed some, or a query still holds them.
    private const long RowsThatMustFree = 8 * EmbeddedOptions.RowGroupRows;

    private static readonly TimeSpan LargestStep = TimeSpan.FromHours(1);
    private static readonly TimeSpan SmallestStep = TimeSpan.FromSeconds(1);

    // What is deleted when there is too much: our own tables. Those that commands created are their authors' to keep small.
    private static readonly TableDefinition[] Tables = [.. EventhouseTables.All.Where(table => table.AgedBy is not null)];

    /// <summary>Deletes what is too old, then the oldest while the data is too large. Call it every few minutes; not concurrently.</summary>
    /// <param name="now">The wall clock, UTC.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <exception cref="EventhouseException">The Eventhouse cannot be read or written.</exception>
    public async Task<RetentionResult> ApplyAsync(DateTime now, CancellationToken cancellationToken)
    {
        var byAge = 0L;
        foreach (var aging in house.Aging)
        {
            byAge += await DeleteBeforeAsync(aging.Sql, aging.AgedBy, now - aging.Age, cancellationToken);
        }

        var used = await house.CheckpointAsync(cancellationToken);
        var bySize = 0L;
        var deletedInVain = 0L;
        while (used > options.MaxSizeBytes && deletedInVain < RowsThatMustFree && Oldest() is { } oldest)
        {
            var step = TimeSpan.FromTicks(Math.Clamp((now - oldest).Ticks / 10, SmallestStep.Ticks, LargestStep.Ticks));
            var deleted = await DeleteBeforeAsync(oldest + step, cancellationToken);
            var usedAfter = await house.CheckpointAsync(cancellationToken);
            deletedInVain = usedAfter < used ? 0 : deletedInVain + deleted;
            bySize += deleted;
            used = usedAfter;
        }

        return new RetentionResult(byAge, bySize, used);
    }

    private async Task<long> DeleteBeforeAsync(DateTime moment, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        foreach (var table in Tables)
        {
            deleted += await DeleteBeforeAsync(table.Name, table.AgedBy!, moment, cancellationToken);
        }

        return deleted;
    }

    private async Task<long> DeleteBeforeAsync(string table, string agedBy, DateTime moment, CancellationToken cancellationToken)
    {
        var deleted = 0L;
        var condition = $"{agedBy} < {StoredTime.Sql(StoredTime.FromTicks(moment.Ticks))}";
        foreach (var slice in await Task.Run(() => Slices(table, agedBy, condition), cancellationToken))
        {
            deleted += await house.DeleteAsync(table, $"{condition} AND {slice.Contains(agedBy)}", cancellationToken);
        }

        return deleted;
    }

    private List<TimeSlice> Slices(string table, string agedBy, string condition)
    {
        using var reader = house.OpenReader();
        return TimeSlices.Cut(reader, table, agedBy, condition, RowsPerDelete);
    }

    private DateTime? Oldest()
    {
        var moments = Tables.Select(table => $"SELECT min({table.AgedBy}) AS moment FROM {table.Name}");
        using var connection = house.OpenReader();
        using var reader = new ChunkReader(connection, $"SELECT min(moment) FROM ({string.Join(" UNION ALL ", moments)})");
        return reader.Read() && !reader.IsNull(0, 0) ? StoredTime.ToDateTime(reader.Long(0, 0)) : null;
    }
}
