using System.Text;

namespace CasinoFloor.Eventhouse.Rows;

/// <summary>One string for each distinct text read: ids and sections repeat in every row.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, string> _strings = new(StringComparer.Ordinal);
    private char[] _characters = new char[256];

    /// <summary>The string of a text.</summary>
    public string Get(ReadOnlySpan<byte> text)
    {
        if (_characters.Length < text.Length)
        {
            _characters = new char[text.Length];
        }

        var characters = _characters.AsSpan(0, Encoding.UTF8.GetChars(text, _characters));
        var lookup = _strings.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(characters, out var value))
        {
            value = new string(characters);
            _strings.Add(value, value);
        }

        return value;
    }
}
