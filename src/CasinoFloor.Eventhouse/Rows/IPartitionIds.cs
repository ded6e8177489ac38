using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>The numbers under which stored rows name their partitions.</summary>
internal interface IPartitionIds
{
    /// <summary>The stored id of a partition.</summary>
    /// <exception cref="ArgumentException">No checkpoint has named the partition yet.</exception>
    int IdOf(int index);

    /// <summary>The partition of an index.</summary>
    /// <exception cref="ArgumentException">No checkpoint has named the partition yet.</exception>
    SourcePartition Get(int index);
}
