using System.Globalization;
using System.IO.Hashing;
using System.Text;
using CasinoFloor.Engine.Events;
using CasinoFloor.Eventhouse.Rows;

namespace CasinoFloor.Eventhouse.Remote.Ingestion;

/// <summary>
/// From which position to which the rows of a chunk come, for each partition. Two chunks of one table with the same ranges hold the same rows, however often they are
/// made; chunks that only end alike do not.
/// </summary>
internal sealed class PositionRanges
{
    private const int LongestTag = 200;

    private readonly List<(long First, long Last)> _ranges = [];
    private readonly List<int> _partitions = [];

    /// <summary>Notes a row.</summary>
    public void Add(in RawMessage message)
    {
        while (_ranges.Count <= message.Partition)
        {
            _ranges.Add(None);
        }

        var range = _ranges[message.Partition];
        if (range == None)
        {
            _partitions.Add(message.Partition);
        }

        _ranges[message.Partition] = (Math.Min(range.First, message.Offset), Math.Max(range.Last, message.Offset));
    }

    /// <summary>The ranges as a tag, such as <c>kafka:es-slot-telemetry#3@100-199</c>, and forgets them; empty when no row was noted.</summary>
    public string TakeTag(IPartitionIds partitions)
    {
        var tag = string.Join('+', _partitions.Order().Select(index => string.Create(
            CultureInfo.InvariantCulture, $"{partitions.Get(index)}@{_ranges[index].First}-{_ranges[index].Last}")).Order(StringComparer.Ordinal));
        Clear();
        return tag.Length <= LongestTag ? tag : Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(tag)));
    }

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        foreach (var index in _partitions)
        {
            _ranges[index] = None;
        }

        _partitions.Clear();
    }

    private static (long First, long Last) None => (long.MaxValue, long.MinValue);
}
