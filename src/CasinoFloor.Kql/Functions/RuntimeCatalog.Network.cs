using System.Globalization;
using System.Numerics;

namespace CasinoFloor.Kql.Functions;

/// <content>IPv4 addresses as text, with an optional prefix such as <c>192.168.1.0/24</c>.</content>
internal static partial class RuntimeCatalog
{
    private static readonly string[] PrivateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

    private static void AddNetwork(Action<string, RuntimeFunction> add)
    {
        add("parse_ipv4", a => Address(a[0]) is { } ip ? Text((long)(ip.Address & Mask(ip.Prefix))) : null);
        add("parse_ipv4_mask", a => Address(a[0]) is { } ip && Long(a[1]) is { } prefix and >= 0 and <= 32 ? Text((long)(ip.Address & Mask((int)Math.Min(prefix, ip.Prefix)))) : null);
        add("format_ipv4", a => Address(a[0]) is { } ip && (Long(At(a, 1)) ?? 32) is >= 0 and <= 32 ? Dotted(ip.Address & Mask((int)Math.Min(Long(At(a, 1)) ?? 32, ip.Prefix))) : "");
        add("format_ipv4_mask", a => Address(a[0]) is { } ip && (Long(At(a, 1)) ?? 32) is >= 0 and <= 32 && (int)Math.Min(Long(At(a, 1)) ?? 32, ip.Prefix) is var prefix ? $"{Dotted(ip.Address & Mask(prefix))}/{prefix}" : "");
        add("ipv4_compare", a => Compare(a) is { } order ? Text((long)order) : null);
        add("ipv4_is_match", a => Compare(a) is { } order ? Text(order == 0) : null);
        add("ipv4_is_in_range", a => InRange(a[0], a[1]) is { } inside ? Text(inside) : null);
        add("ipv4_is_in_any_range", a =>
        {
            var answers = a[1..].SelectMany(r => Json.Array(r) ?? [r ?? "null"]).Select(r => InRange(a[0], TextOfDynamic(r))).ToList();
            return answers.Contains(true) ? "true" : answers.Contains(null) ? null : "false";
        });
        add("ipv4_netmask_suffix", a => Address(a[0]) is { } ip ? Text((long)ip.Prefix) : null);
        add("ipv4_is_private", a => Address(a[0]) is { } ip ? Text(PrivateRanges.Any(r => Address(r) is { } range && range.Prefix <= ip.Prefix && (ip.Address & Mask(range.Prefix)) == range.Address)) : null);
        add("ipv4_range_to_cidr_list", a => Address(a[0]) is { } from && Address(a[1]) is { } to ? Json.Write(Blocks(from.Address, to.Address).Select(Json.Text)) : null);
    }

    private static uint Mask(int prefix) => prefix <= 0 ? 0 : uint.MaxValue << (32 - prefix);

    public static (uint Address, int Prefix)? Address(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= uint.MaxValue)
        {
            return ((uint)number, 32);
        }

        var slash = text.Trim().Split('/');
        var parts = slash[0].Split('.');
        var prefix = 32;
        if (slash.Length > 2 || parts.Length != 4 || (slash.Length == 2 && (!int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > 32)))
        {
            return null;
        }

        uint address = 0;
        foreach (var part in parts)
        {
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var one))
            {
                return null;
            }

            address = (address << 8) | one;
        }

        return (address, prefix);
    }

    private static string Dotted(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";

    private static int? Compare(string?[] a)
    {
        if (Address(a[0]) is not { } x || Address(a[1]) is not { } y)
        {
            return null;
        }

        var mask = Mask((int)Math.Min(Math.Min(x.Prefix, y.Prefix), Long(At(a, 2)) ?? 32));
        return (x.Address & mask).CompareTo(y.Address & mask);
    }

    private static bool? InRange(string? ip, string? range) =>
        Address(ip) is { } x && Address(range) is { } y ? (x.Address & Mask(Math.Min(x.Prefix, y.Prefix))) == (y.Address & Mask(y.Prefix)) : null;

    private static IEnumerable<string> Blocks(ulong from, ulong to)
    {
        while (from <= to)
        {
            var size = from == 0 ? 32 : BitOperations.TrailingZeroCount(from);
            size = Math.Min(size, 32);
            while ((1UL << size) > to - from + 1)
            {
                size--;
            }

            yield return $"{Dotted((uint)from)}/{32 - size}";
            from += 1UL << size;
        }
    }
}
