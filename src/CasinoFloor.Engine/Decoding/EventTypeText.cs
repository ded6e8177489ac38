using System.Text;

namespace CasinoFloor.Engine.Decoding;

/// <summary>Event types of the streams that have no closed list of them.</summary>
internal static class EventTypeText
{
    /// <summary>Whether a text looks like an event type: a letter, then letters, digits and <c>_ - . space</c>, all ASCII.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter((char)text[0]))
        {
            return false;
        }

        foreach (var symbol in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)symbol) && symbol is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)' '))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it has to be copied to be upper case.</summary>
    public static bool HasLower(ReadOnlySpan<byte> text) => text.ContainsAnyInRange((byte)'a', (byte)'z');

    /// <summary>Copies it in upper case.</summary>
    public static void ToUpper(ReadOnlySpan<byte> text, Span<byte> output) => Ascii.ToUpper(text, output, out _);
}
