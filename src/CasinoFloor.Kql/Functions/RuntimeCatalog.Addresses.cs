using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Functions;

/// <content>IPv6 addresses, and IPv4 addresses in running text.</content>
internal static partial class RuntimeCatalog
{
    private static void AddAddresses(Action<string, RuntimeFunction> add)
    {
        add("parse_ipv6", a => Ipv6.Parse(a[0])?.Canonical(128) ?? "");
        add("parse_ipv6_mask", a => Long(a[1]) is { } prefix and >= 0 and <= 128 ? Ipv6.Parse(a[0])?.Canonical((int)prefix) ?? "" : "");
        add("ipv6_compare", a => Ipv6.Compare(a[0], a[1], Long(At(a, 2))) is { } order ? Text((long)Math.Sign(order)) : null);
        add("ipv6_is_match", a => Ipv6.Compare(a[0], a[1], Long(At(a, 2))) is { } order ? Text(order == 0) : null);
        add("ipv6_is_in_range", a => Ipv6.InRange(a[0], a[1]) is { } inside ? Text(inside) : null);
        add("ipv6_is_in_any_range", a =>
        {
            var answers = Texts(a[1..]).Select(r => Ipv6.InRange(a[0], r)).ToList();
            return answers.Contains(true) ? "true" : answers.Contains(null) ? null : "false";
        });
        add("has_ipv4", a => Text(HasAddress(a[0]!, a[1]!)));
        add("has_ipv4_prefix", a => Text(HasPrefix(a[0]!, a[1]!)));
        add("has_any_ipv4", a => Text(Texts(a[1..]).Any(ip => HasAddress(a[0]!, ip))));
        add("has_any_ipv4_prefix", a => Text(Texts(a[1..]).Any(ip => HasPrefix(a[0]!, ip))));
    }

    /// <summary>Values given one by one or in arrays, as text.</summary>
    private static IEnumerable<string> Texts(IEnumerable<string?> values) =>
        values.SelectMany(v => Json.Array(v) ?? [v ?? "null"]).Select(v => TextOfDynamic(v) ?? "");

    private static bool IsAddress(string text) => Dots(text) == 3 && !text.EndsWith('.') && !text.Contains('/', StringComparison.Ordinal) && Address(text) is not null;

    /// <summary>Whole numbers up to 255, each with a dot after it: <c>192.168.</c></summary>
    private static bool IsPrefix(string text) => text.EndsWith('.') && Dots(text) is >= 1 and <= 3 && text[..^1].Split('.').All(p => byte.TryParse(p, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _));

    private static int Dots(string text) => text.Count(c => c == '.');

    private static bool HasAddress(string text, string ip) => IsAddress(ip) && AddressesIn(text).Contains(ip);

    private static bool HasPrefix(string text, string prefix) =>
        HasAddress(text, prefix) || (IsPrefix(prefix) && AddressesIn(text).Any(ip => ip.StartsWith(prefix, StringComparison.Ordinal)));

    private static IEnumerable<string> AddressesIn(string text) => DottedNumbers().Matches(text).Select(m => m.Value).Where(IsAddress);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\d{1,3}(\.\d{1,3}){3}(?![\p{L}\p{N}])")]
    private static partial Regex DottedNumbers();
}
