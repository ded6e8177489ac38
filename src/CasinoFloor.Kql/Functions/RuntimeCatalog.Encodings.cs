using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <content>Encodings and hashes.</content>
internal static partial class RuntimeCatalog
{
    private const int MaxDecompressed = 64 * 1024 * 1024;

    [SuppressMessage("Security", "CA5350", Justification = "hash_sha1 is a function of the language, not a protection.")]
    [SuppressMessage("Security", "CA5351", Justification = "hash_md5 is a function of the language, not a protection.")]
    private static void AddEncodings(Action<string, RuntimeFunction> add)
    {
        add("url_encode", a => LowerEscapes(WebUtility.UrlEncode(a[0]!)));
        add("url_encode_component", a => LowerEscapes(Uri.EscapeDataString(a[0]!)));
        add("url_decode", a => WebUtility.UrlDecode(a[0]!));
        add("base64_encode", a => Convert.ToBase64String(Encoding.UTF8.GetBytes(a[0]!)));
        add("base64_decode", a => Base64(a[0]!) is { } bytes ? StrictText(bytes) : "");
        add("base64_decode_toarray", a => Base64(a[0]!) is { } bytes ? Json.Write(bytes.Select(b => b.ToString(CultureInfo.InvariantCulture))) : null);
        add("base64_decode_toguid", a => Base64(a[0]!) is { Length: 16 } bytes ? new Guid(bytes).ToString() : null);
        add("base64_encode_fromguid", a => Guid.TryParse(a[0], out var guid) ? Convert.ToBase64String(guid.ToByteArray()) : "");
        add("base64_encode_fromarray", a => Json.Array(a[0])?.Select(Json.Number).ToList() is { } numbers && numbers.TrueForAll(n => n is >= 0 and <= 255)
            ? Convert.ToBase64String([.. numbers.Select(n => (byte)n!)]) : "");
        add("gzip_decompress_from_base64_string", a => Decompress(a[0]!, s => new GZipStream(s, CompressionMode.Decompress)));
        add("zlib_decompress_from_base64_string", a => Decompress(a[0]!, s => new ZLibStream(s, CompressionMode.Decompress)));
        add("gzip_compress_to_base64_string", a => StoredBlock.Gzip(Encoding.UTF8.GetBytes(a[0]!)) is { } bytes ? Convert.ToBase64String(bytes) : null);
        add("zlib_compress_to_base64_string", a => StoredBlock.Zlib(Encoding.UTF8.GetBytes(a[0]!)) is { } bytes ? Convert.ToBase64String(bytes) : null);
        add("hash_md5", a => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(a[0]!))));
        add("hash_sha1", a => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(a[0]!))));
        add("hash_sha256", a => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(a[0]!))));
        add("hash_xxhash64", a =>
        {
            var hash = unchecked((long)XxHash64.Hash(HashedBytes(a[0]!, a[1])));
            return Text(Long(a[2]) is { } modulo && modulo > 0 ? ((hash % modulo) + modulo) % modulo : hash);
        });
    }

    private static string LowerEscapes(string text)
    {
        var result = text.ToCharArray();
        for (var i = 0; i + 2 < result.Length; i++)
        {
            if (result[i] == '%')
            {
                result[i + 1] = char.ToLowerInvariant(result[i + 1]);
                result[i + 2] = char.ToLowerInvariant(result[i + 2]);
            }
        }

        return new string(result);
    }

    private static byte[]? Base64(string text)
    {
        var buffer = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    private static string StrictText(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Bytes that are no UTF-8 have no text; the engine answers empty.
            return "";
        }
    }

    private static string Decompress(string text, Func<Stream, Stream> open)
    {
        if (Base64(text) is not { } bytes)
        {
            return "";
        }

        try
        {
            using var stream = open(new MemoryStream(bytes));
            using var result = new MemoryStream();
            var buffer = new byte[8192];
            int read;
            while ((read = stream.Read(buffer)) > 0 && result.Length < MaxDecompressed)
            {
                result.Write(buffer, 0, read);
            }

            return StrictText(result.ToArray());
        }
        catch (InvalidDataException)
        {
            // Not compressed data: the engine answers empty.
            return "";
        }
    }

    private static byte[] HashedBytes(string type, string? value)
    {
        switch (type)
        {
            case "long" or "datetime" or "timespan" when Long(value) is { } number:
                var eight = new byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(eight, number);
                return eight;
            case "int" when Long(value) is { } number:
                var four = new byte[4];
                BinaryPrimitives.WriteInt32LittleEndian(four, (int)number);
                return four;
            case "real" when Real(value) is { } real:
                var bytes = new byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, real);
                return bytes;
            default:
                return Encoding.UTF8.GetBytes(value ?? "");
        }
    }
}
