namespace CasinoFloor.Kql.Functions;

/// <content>Encodings, hashes, and text formats other than JSON.</content>
internal static partial class ScalarCatalog
{
    private static void AddEncoding(Action<ScalarFunction> add)
    {
        add(Runtime("url_encode", "s", KqlType.String));
        add(Runtime("url_encode_component", "s", KqlType.String));
        add(Runtime("url_decode", "s", KqlType.String));
        foreach (var name in new[] { "base64_encode_tostring", "base64_encodestring" })
        {
            add(Runtime(name, "s", KqlType.String, ResultNaming.None, "base64_encode"));
        }

        foreach (var name in new[] { "base64_decode_tostring", "base64_decodestring" })
        {
            add(Runtime(name, "s", KqlType.String, ResultNaming.None, "base64_decode"));
        }

        add(Runtime("base64_decode_toarray", "s", KqlType.Dynamic));
        add(Runtime("base64_decode_toguid", "s", KqlType.Guid));
        add(Runtime("base64_encode_fromguid", "g", KqlType.String));
        add(Runtime("base64_encode_fromarray", "d", KqlType.String));
        add(Runtime("gzip_decompress_from_base64_string", "s", KqlType.String));
        add(Runtime("zlib_decompress_from_base64_string", "s", KqlType.String));
        add(Runtime("hash_md5", "s", KqlType.String));
        add(Runtime("hash_sha1", "s", KqlType.String));
        add(Runtime("hash_sha256", "s", KqlType.String));
        foreach (var name in new[] { "hash", "hash_xxhash64" })
        {
            add(Native(name, "xl?", KqlType.Long, (e, c) =>
            {
                var modulo = c.Arguments.Count > 1 ? e.Sql(c.Arguments[1]) : "''";
                return e.Udf("hash_xxhash64", KqlType.Long, $"'{c.Arguments[0].Type.Name()}'", e.Sql(c.Arguments[0]), modulo);
            }));
        }

        add(Runtime("parse_csv", "s", KqlType.Dynamic, ResultNaming.FirstArgument));
        foreach (var name in new[] { "parse_url", "parseurl" })
        {
            add(Runtime(name, "s", KqlType.Dynamic, ResultNaming.None, "parse_url"));
        }

        foreach (var name in new[] { "parse_urlquery", "parseurlquery" })
        {
            add(Runtime(name, "s", KqlType.Dynamic, ResultNaming.None, "parse_urlquery"));
        }

        add(Runtime("parse_path", "s", KqlType.Dynamic));
        add(Native("parse_version", "s", KqlType.Decimal, (e, c) => $"CAST({e.Udf("parse_version", KqlType.Dynamic, e.Text(c.Arguments[0]))} AS DECIMAL(38,0))"));
        foreach (var name in new[] { "extract_json", "extractjson" })
        {
            add(Runtime(name, "ss", KqlType.String, ResultNaming.None, "extract_json"));
        }
    }

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
    }
}
