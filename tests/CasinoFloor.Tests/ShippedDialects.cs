using CasinoFloor.Engine.Decoding;

namespace CasinoFloor.Tests;

/// <summary>The dialects that the product ships.</summary>
internal static class ShippedDialects
{
    /// <summary>The file.</summary>
    public static byte[] File { get; } = System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "dialects.json"));

    /// <summary>The dialects under decoding settings of the test's own.</summary>
    public static DialectSet Under(DecodingOptions decoding) => DialectSet.FromJson(File, decoding);
}
