using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>The canonical names of slot event types as UTF-8, for the columns that hold them.</summary>
internal static class SlotEventTypeNames
{
    // Pinned for good: column vectors point at these bytes.
    private static readonly byte[][] Utf8Names = Array.ConvertAll(SlotEventTypes.Names.ToArray(), Pin);

    /// <summary>The name as UTF-8 that never moves in memory.</summary>
    public static ReadOnlySpan<byte> Utf8(SlotEventType type) => Utf8Names[(int)type];

    /// <summary>The type of a stored name; false for a name that is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> name, out SlotEventType type)
    {
        for (var index = 0; index < Utf8Names.Length; index++)
        {
            if (name.SequenceEqual(Utf8Names[index]))
            {
                type = (SlotEventType)index;
                return true;
            }
        }

        type = default;
        return false;
    }

    private static byte[] Pin(string name)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(name), pinned: true);
        Encoding.UTF8.GetBytes(name, bytes);
        return bytes;
    }
}
