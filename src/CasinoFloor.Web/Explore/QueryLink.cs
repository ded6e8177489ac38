using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace CasinoFloor.Web.Explore;

/// <summary>A query as a part of an address: as it is when it is short, else compressed, as <c>~</c> and base 64.</summary>
public static class QueryLink
{
    private const int Short = 300;
    private const int MostCharacters = 100_000;

    /// <summary>The value of the address' parameter <c>q</c>, not escaped yet.</summary>
    public static string Pack(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Length <= Short && !query.StartsWith('~'))
        {
            return query;
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(Encoding.UTF8.GetBytes(query));
        }

        return "~" + Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The query; null when the value is damaged, or far too long.</summary>
    public static string? Unpack(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.StartsWith('~'))
        {
            return value.Length <= MostCharacters ? value : null;
        }

        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(value.AsSpan(1))), CompressionMode.Decompress);
            using var reader = new StreamReader(deflate, Encoding.UTF8);
            var text = new char[MostCharacters + 1];
            var length = reader.ReadBlock(text);
            return length <= MostCharacters ? new string(text, 0, length) : null;
        }
        catch (Exception damage) when (damage is FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
