using System.Text;
using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>The stored names of slot event types: <see cref="SlotEventType.JackpotReset"/> is <c>JACKPOT_RESET</c>.</summary>
internal static class SlotEventTypeNames
{
    private static readonly SlotEventType[] Types = Enum.GetValues<SlotEventType>();

    // Pinned for good: column vectors point at these bytes.
    private static readonly byte[][] Utf8Names = [.. Types.Select(type => Pin(Name(type)))];

    /// <summary>The name in upper snake case.</summary>
    public static string Name(SlotEventType type)
    {
        var name = type.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The name as UTF-8 that never moves in memory.</summary>
    public static ReadOnlySpan<byte> Utf8(SlotEventType type) => Utf8Names[(int)type];

    /// <summary>The type of a stored name; false for a name that is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> name, out SlotEventType type)
    {
        for (var index = 0; index < Utf8Names.Length; index++)
        {
            if (name.SequenceEqual(Utf8Names[index]))
            {
                type = Types[index];
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
