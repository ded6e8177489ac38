using System.Buffers.Binary;

namespace CasinoFloor.Web.Layouts;

/// <summary>What the first bytes of a picture say: PNG or JPEG, and how large.</summary>
/// <param name="Extension">The usual ending of its name.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
internal readonly record struct ImageHeader(string Extension, int Width, int Height)
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads it; null where it is neither.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith(Png) => ReadPng(bytes),
        [0xFF, 0xD8, 0xFF, ..] => ReadJpeg(bytes),
        _ => null,
    };

    // Signature, length and name of the first chunk, which is always IHDR; its first two numbers are the size.
    private static ImageHeader? ReadPng(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
        ? Sized("png", BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]))
        : null;

    // Segments (marker, length, content) until one that begins a frame: precision, height, width.
    private static ImageHeader? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Sized("jpg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));

            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static ImageHeader? Sized(string extension, uint width, uint height) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new ImageHeader(extension, (int)width, (int)height) : null;
}
