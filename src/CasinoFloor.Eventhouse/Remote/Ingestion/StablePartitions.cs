using System.Globalization;
using System.IO.Hashing;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>
/// Numbers of partitions that every process computes alike, because a remote Eventhouse keeps no list of them: a hash of source and number. With the offset they
/// tell a row that was sent twice.
/// </summary>
internal sealed class StablePartitions : IPartitionIds
{
    private readonly Dictionary<int, (SourcePartition Partition, int Id)> _byIndex = [];

    /// <summary>Makes the partitions of the checkpoints known.</summary>
    public void Register(IReadOnlyList<Checkpoint> checkpoints)
    {
        foreach (var (partition, _) in checkpoints)
        {
            _byIndex.TryAdd(partition.Index, (partition, Hash(partition)));
        }
    }

    /// <inheritdoc />
    public int IdOf(int index) => Find(index).Id;

    /// <inheritdoc />
    public SourcePartition Get(int index) => Find(index).Partition;

    private static int Hash(SourcePartition partition) => unchecked((int)XxHash32.HashToUInt32(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{partition.Source}#{partition.Number}"))));

    private (SourcePartition Partition, int Id) Find(int index) => _byIndex.TryGetValue(index, out var known)
        ? known
        : throw new ArgumentException($"Partition {index} has rows but no checkpoint has named it.", nameof(index));
}
