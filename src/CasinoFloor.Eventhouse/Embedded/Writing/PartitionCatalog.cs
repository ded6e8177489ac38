using System.Globalization;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Ingestion;
using CasinoFloor.Eventhouse.Rows;
using DuckDB.NET.Data;

namespace CasinoFloor.Eventhouse.Embedded.Writing;

/// <summary>
/// Rows of <c>stream_checkpoints</c>: how far each partition has been stored, and the small id under which raw rows name it, which
/// outlives the process (<see cref="SourcePartition.Index"/> does not).
/// </summary>
internal sealed class PartitionCatalog : IPartitionIds
{
    private readonly Dictionary<(string Stream, string Source, int Number), int> _stored = [];
    private readonly List<Known?> _byIndex = [];
    private int _nextId = 1;

    /// <summary>Takes over what is stored.</summary>
    public void Load(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT stream, source, \"partition\", partition_id FROM stream_checkpoints";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetInt32(3);
            _stored[(reader.GetString(0), reader.GetString(1), reader.GetInt32(2))] = id;
            _nextId = Math.Max(_nextId, id + 1);
        }
    }

    /// <summary>Makes the partitions of the checkpoints known, before rows refer to them.</summary>
    public void Register(IReadOnlyList<Checkpoint> checkpoints)
    {
        foreach (var (partition, _) in checkpoints)
        {
            while (_byIndex.Count <= partition.Index)
            {
                _byIndex.Add(null);
            }

            if (_byIndex[partition.Index] is null)
            {
                var id = _stored.TryGetValue(KeyOf(partition), out var stored) ? stored : _nextId++;
                _byIndex[partition.Index] = new Known(partition, id);
            }
        }
    }

    /// <summary>The stored id of a partition.</summary>
    /// <exception cref="ArgumentException">No checkpoint has named the partition yet.</exception>
    public int IdOf(int index) => Find(index).Id;

    /// <summary>The partition of an index.</summary>
    /// <exception cref="ArgumentException">No checkpoint has named the partition yet.</exception>
    public SourcePartition Get(int index) => Find(index).Partition;

    /// <summary>Stores checkpoints in the connection's transaction.</summary>
    public void Write(DuckDBConnection connection, IReadOnlyList<Checkpoint> checkpoints, long nowTicks)
    {
        var now = StoredTime.Sql(StoredTime.FromTicks(nowTicks));
        var moved = new StringBuilder();

        // The last word on a partition counts.
        foreach (var (partition, nextOffset) in checkpoints.Reverse().DistinctBy(checkpoint => checkpoint.Partition.Index))
        {
            var id = IdOf(partition.Index);
            if (_stored.ContainsKey(KeyOf(partition)))
            {
                moved.Append(moved.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"({id}, {nextOffset})");
            }
            else
            {
                Insert(connection, partition, nextOffset, id, now);
            }
        }

        if (moved.Length > 0)
        {
            connection.Run(
                $"""
                UPDATE stream_checkpoints SET next_offset = moved.next_offset, updated_at = {now}
                FROM (VALUES {moved}) AS moved(partition_id, next_offset)
                WHERE stream_checkpoints.partition_id = moved.partition_id
                """);
        }
    }

    /// <summary>The transaction was committed: the checkpoints are stored from now on.</summary>
    public void Committed(IReadOnlyList<Checkpoint> checkpoints)
    {
        foreach (var (partition, _) in checkpoints)
        {
            _stored[KeyOf(partition)] = IdOf(partition.Index);
        }
    }

    private static (string Stream, string Source, int Number) KeyOf(SourcePartition partition) =>
        (partition.Stream.Name(), partition.Source, partition.Number);

    private static void Insert(DuckDBConnection connection, SourcePartition partition, long nextOffset, int id, string now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO stream_checkpoints (stream, source, "partition", next_offset, updated_at, partition_id)
            VALUES ($stream, $source, $number, $next, {now}, $id)
            ON CONFLICT DO UPDATE SET next_offset = excluded.next_offset, updated_at = excluded.updated_at
            """;
        command.Parameters.Add(new DuckDBParameter("stream", partition.Stream.Name()));
        command.Parameters.Add(new DuckDBParameter("source", partition.Source));
        command.Parameters.Add(new DuckDBParameter("number", partition.Number));
        command.Parameters.Add(new DuckDBParameter("next", nextOffset));
        command.Parameters.Add(new DuckDBParameter("id", id));
        command.ExecuteNonQuery();
    }

    private Known Find(int index) =>
        (uint)index < (uint)_byIndex.Count && _byIndex[index] is { } known
            ? known
            : throw new ArgumentException($"Partition {index} has rows but no checkpoint has named it.", nameof(index));

    private sealed record Known(SourcePartition Partition, int Id);
}
