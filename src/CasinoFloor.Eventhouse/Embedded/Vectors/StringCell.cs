using System.Runtime.CompilerServices;

namespace CasinoFloor.Eventhouse.Embedded.Vectors;

/// <summary>
/// DuckDB's 16-byte string cell (<c>duckdb_string_t</c>): a 4-byte length, then up to 12 bytes of text in place, or the first
/// 4 bytes and a pointer to the text.
/// </summary>
internal static unsafe class StringCell
{
    /// <summary>Size of a cell in bytes.</summary>
    public const int Size = 16;

    private const int MaxInline = 12;

    /// <summary>Writes a cell; a text longer than 12 bytes is referred to and must stay where it is until the vector was appended.</summary>
    public static void Write(byte* cell, byte* text, int length)
    {
        if (length <= MaxInline)
        {
            *(ulong*)cell = (uint)length;
            *(ulong*)(cell + 8) = 0;
            Unsafe.CopyBlockUnaligned(cell + 4, text, (uint)length);
            return;
        }

        *(int*)cell = length;
        *(uint*)(cell + 4) = *(uint*)text;
        *(byte**)(cell + 8) = text;
    }

    /// <summary>The text of a cell; valid only while its vector is.</summary>
    public static ReadOnlySpan<byte> Read(byte* cell)
    {
        var length = *(int*)cell;
        return new ReadOnlySpan<byte>(length <= MaxInline ? cell + 4 : *(byte**)(cell + 8), length);
    }
}
