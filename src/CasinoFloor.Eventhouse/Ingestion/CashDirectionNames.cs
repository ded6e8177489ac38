using CasinoFloor.Engine.Events;

namespace CasinoFloor.Eventhouse.Ingestion;

/// <summary>The stored names of cash directions: in, out, none.</summary>
internal static class CashDirectionNames
{
    /// <summary>The name as UTF-8 that never moves in memory.</summary>
    public static ReadOnlySpan<byte> Utf8(CashDirection direction) => direction switch
    {
        CashDirection.In => "in"u8,
        CashDirection.Out => "out"u8,
        _ => "none"u8,
    };

    /// <summary>The direction of a stored name; anything else is none.</summary>
    public static CashDirection Parse(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("in"u8) ? CashDirection.In : name.SequenceEqual("out"u8) ? CashDirection.Out : CashDirection.None;
}
