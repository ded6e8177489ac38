namespace CasinoFloor.Kql.Functions;

/// <content>Network addresses, and points on the globe.</content>
internal static partial class ScalarCatalog
{
    private static void AddNetwork(Action<ScalarFunction> add)
    {
        add(Runtime("parse_ipv4", "s", KqlType.Long));
        add(Runtime("parse_ipv4_mask", "sl", KqlType.Long));
        add(Runtime("format_ipv4", "sl?", KqlType.String));
        add(Runtime("format_ipv4_mask", "sl?", KqlType.String));
        add(Runtime("ipv4_compare", "ssl?", KqlType.Long));
        add(Runtime("ipv4_is_match", "ssl?", KqlType.Bool));
        add(Runtime("ipv4_is_in_range", "ss", KqlType.Bool));
        add(Runtime("ipv4_is_in_any_range", "sj*", KqlType.Bool));
        add(Runtime("ipv4_netmask_suffix", "s", KqlType.Long));
        add(Runtime("ipv4_is_private", "s", KqlType.Bool));
        add(Runtime("ipv4_range_to_cidr_list", "ss", KqlType.Dynamic));
        add(Runtime("parse_ipv6", "s", KqlType.String));
        add(Runtime("parse_ipv6_mask", "sl", KqlType.String));
        add(Runtime("ipv6_compare", "ssl?", KqlType.Long));
        add(Runtime("ipv6_is_match", "ssl?", KqlType.Bool));
        add(Runtime("ipv6_is_in_range", "ss", KqlType.Bool));
        add(Runtime("ipv6_is_in_any_range", "sj*", KqlType.Bool));
        add(Runtime("has_ipv4", "ss", KqlType.Bool));
        add(Runtime("has_ipv4_prefix", "ss", KqlType.Bool));
        add(Runtime("has_any_ipv4", "sj*", KqlType.Bool));
        add(Runtime("has_any_ipv4_prefix", "sj*", KqlType.Bool));
        add(Runtime("geo_distance_2points", "rrrr", KqlType.Real));
        add(Runtime("geo_point_in_circle", "rrrrr", KqlType.Bool));
        add(Runtime("geo_point_to_geohash", "rrl?", KqlType.String));
        add(Runtime("geo_geohash_to_central_point", "s", KqlType.Dynamic));
    }
}
