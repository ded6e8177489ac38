using CasinoFloor.Kql.Translation;

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
        foreach (var name in new[] { "gzip_compress_to_base64_string", "zlib_compress_to_base64_string" })
        {
            add(Native(name, "s", KqlType.String, (e, c) => e.Checked(
                $"coalesce({e.Udf(name, KqlType.Dynamic, e.Text(c.Arguments[0]))}, {Emitter.Refuse($"{name} of an empty text or one of more than {StoredBlock.MaxLength} bytes", c.Span)})")));
        }

        add(Runtime("hash_md5", "s", KqlType.String));
        add(Runtime("hash_sha1", "s", KqlType.String));
        add(Runtime("hash_sha256", "s", KqlType.String));
        foreach (var name in new[] { "hash", "hash_xxhash64" })
        {
            add(Native(name, "xl?", KqlType.Long, (e, c) =>
            {
                if (c.Arguments[0].Type is KqlType.Bool or KqlType.Decimal or KqlType.Dynamic or KqlType.Guid)
                {
                    throw Syntax.KqlFailure.Unsupported($"{name} of a {c.Arguments[0].Type.Name()}", c.Span);
                }

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
        add(Runtime("format_bytes", "rl?s", KqlType.String, ResultNaming.FirstArgument));
        add(Runtime("parse_xml", "s", KqlType.Dynamic, ResultNaming.FirstArgument));
        add(Native("parse_command_line", "ss", KqlType.Dynamic, (e, c) => Constant(c.Arguments[1]) == "windows"
            ? e.Udf("parse_command_line", KqlType.Dynamic, e.Text(c.Arguments[0]))
            : throw Syntax.KqlFailure.Semantic("The parser of a command line is 'windows'.", c.Arguments[1].Span)));
        foreach (var name in new[] { "punycode_from_string", "punycode_to_string", "punycode_domain_from_string", "punycode_domain_to_string" })
        {
            add(Runtime(name, "s", KqlType.String));
        }

        foreach (var name in new[] { "extract_json", "extractjson" })
        {
            add(Runtime(name, "ss", KqlType.String, ResultNaming.None, "extract_json"));
        }
    }
}
