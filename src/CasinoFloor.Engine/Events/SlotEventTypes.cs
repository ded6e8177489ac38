namespace CasinoFloor.Engine.Events;

/// <summary>Names of <see cref="SlotEventType"/>, as in messages and in stored rows: <c>SPIN</c>, <c>BILL_IN</c>, ...</summary>
public static class SlotEventTypes
{
    private static readonly string[] AllNames =
        Array.ConvertAll(CanonicalNames.SnakeAll<SlotEventType>(), name => name.ToUpperInvariant());

    /// <summary>The canonical names, indexed by <see cref="SlotEventType"/>.</summary>
    public static ReadOnlySpan<string> Names => AllNames;

    /// <summary>The canonical name.</summary>
    public static string Name(this SlotEventType type) => AllNames[(int)type];

    /// <summary>The type of a canonical name, ignoring case.</summary>
    public static bool TryParse(string? name, out SlotEventType type)
    {
        for (var i = 0; i < AllNames.Length; i++)
        {
            if (string.Equals(AllNames[i], name, StringComparison.OrdinalIgnoreCase))
            {
                type = (SlotEventType)i;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>Whether wager and payout of such an event are coin-in and coin-out: games and hand pays (DOMAIN, section 1).</summary>
    public static bool IsPlay(this SlotEventType type) => type is SlotEventType.Spin or SlotEventType.Jackpot;
}
