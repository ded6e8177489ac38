using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// An IPv6 address with its prefix, such as <c>fe80::85d:e82c:9446:7994/120</c>. An IPv4 address counts as its IPv6 form (<c>::ffff:c0a8:101</c>),
/// and its prefix as 96 bits more.
/// </summary>
internal readonly record struct Ipv6(UInt128 Address, int Prefix)
{
    private const int MappedBits = 96;
    private static readonly UInt128 Mapped = (UInt128)0xFFFF << 32;

    public static Ipv6? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var slash = text.Trim().Split('/');
        var isDotted = slash[0].Contains('.', StringComparison.Ordinal);
        var most = isDotted ? 32 : 128;
        var prefix = most;
        if (slash.Length > 2 || (slash.Length == 2 && (!int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > most)))
        {
            return null;
        }

        prefix += isDotted ? MappedBits : 0;
        if (isDotted && !slash[0].Contains(':', StringComparison.Ordinal))
        {
            return RuntimeCatalog.Address(slash[0]) is { } four ? new Ipv6(Mapped | four.Address, prefix) : null;
        }

        if (slash[0].Contains('%', StringComparison.Ordinal) || slash[0].Contains('[', StringComparison.Ordinal)
            || !IPAddress.TryParse(slash[0], out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        UInt128 value = 0;
        foreach (var one in address.GetAddressBytes())
        {
            value = (value << 8) | one;
        }

        // '::192.168.1.1' is the mapped address although nothing but zeros precedes it.
        return new Ipv6(isDotted && value >> 32 == 0 ? Mapped | value : value, prefix);
    }

    public UInt128 Masked(int prefix) => Address & Mask(prefix);

    /// <summary>Eight groups of four digits, masked by the smaller of its own prefix and the one given.</summary>
    public string Canonical(int prefix)
    {
        var value = Masked(Math.Min(prefix, Prefix));
        return string.Join(':', Enumerable.Range(0, 8).Select(i => ((ushort)(value >> (112 - (16 * i)))).ToString("x4", CultureInfo.InvariantCulture)));
    }

    public static int? Compare(string? left, string? right, long? prefix)
    {
        if (Parse(left) is not { } x || Parse(right) is not { } y || prefix is < 0 or > 128)
        {
            return null;
        }

        var bits = (int)Math.Min(Math.Min(x.Prefix, y.Prefix), prefix ?? 128);
        return x.Masked(bits).CompareTo(y.Masked(bits));
    }

    public static bool? InRange(string? ip, string? range) =>
        Parse(ip) is { } x && Parse(range) is { } y ? x.Masked(Math.Min(x.Prefix, y.Prefix)) == y.Masked(y.Prefix) : null;

    private static UInt128 Mask(int prefix) => prefix <= 0 ? 0 : UInt128.MaxValue << (128 - prefix);
}
