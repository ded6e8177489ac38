using System.Collections.Concurrent;
using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <summary>How parse-kv is to read a text.</summary>
/// <param name="Pair">What stands between pairs; empty when any character that is no letter or digit does.</param>
/// <param name="KeyValue">What stands between key and value; empty together with <paramref name="Pair"/>.</param>
/// <param name="Quotes">Pairs of an opening and a closing quote.</param>
/// <param name="Escapes">Characters that take the next one literally, within quotes.</param>
/// <param name="IsGreedy">Whether a value goes on until the next key.</param>
/// <param name="Regex">A pattern with a group for the key and one for the value, in place of delimiters; empty without one.</param>
/// <param name="Keys">The keys that are asked for.</param>
internal sealed record KeyValueFormat(string Pair, string KeyValue, IReadOnlyList<string> Quotes, string Escapes, bool IsGreedy, string Regex, IReadOnlyList<string> Keys);

/// <summary>
/// Reads <c>name=value</c> pairs out of text, as parse-kv does: e.g. <c>a=1, b="x y"</c>. White space around keys and values does not
/// count, and of a key that comes twice the first does.
/// </summary>
internal sealed class KeyValues
{
    private const int MostFormats = 500;

    private static readonly ConcurrentDictionary<string, KeyValueFormat> Formats = new(StringComparer.Ordinal);

    private readonly string _text;
    private readonly KeyValueFormat _format;
    private readonly Dictionary<string, string> _pairs = new(StringComparer.Ordinal);

    private KeyValues(string text, KeyValueFormat format) => (_text, _format) = (text, format);

    /// <summary>The pairs as a JSON bag; null when it is not certain which they are.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="format">A <see cref="KeyValueFormat"/> as JSON; the same for every row.</param>
    public static string? Parse(string text, string format)
    {
        if (Formats.Count > MostFormats)
        {
            Formats.Clear();
        }

        return Parse(text, Formats.GetOrAdd(format, static json => JsonSerializer.Deserialize<KeyValueFormat>(json)!));
    }

    private static string? Parse(string text, KeyValueFormat format)
    {
        var reader = new KeyValues(text, format);
        if (format.Regex.Length > 0)
        {
            reader.ReadMatches();
        }
        else if (format.Pair.Length > 0)
        {
            reader.ReadDelimited();
        }
        else if (!reader.ReadWords())
        {
            return null;
        }

        return Json.Write(reader._pairs);
    }

    private void ReadMatches()
    {
        foreach (System.Text.RegularExpressions.Match match in RegexCache.Get(_format.Regex)!.Matches(_text))
        {
            Keep(match.Groups[1].Value, match.Groups[2].Value);
        }
    }

    private void ReadDelimited()
    {
        var position = 0;
        while (position < _text.Length)
        {
            if (Key(position) is not var (key, start))
            {
                return;
            }

            (var value, position) = Value(start);
            Keep(key, value);
        }
    }

    /// <summary>A key and where its value begins; null when there is none any more.</summary>
    private (string Key, int Start)? Key(int position)
    {
        var first = SkipSpace(position);
        if (Quoted(first) is var (quoted, end))
        {
            var next = SkipSpace(end);
            if (string.CompareOrdinal(_text, next, _format.KeyValue, 0, _format.KeyValue.Length) == 0)
            {
                return (quoted, next + _format.KeyValue.Length);
            }
        }

        var equals = _text.IndexOf(_format.KeyValue, position, StringComparison.Ordinal);
        if (equals < 0)
        {
            return null;
        }

        var pair = _text[position..equals].LastIndexOf(_format.Pair, StringComparison.Ordinal);
        return (_text[(pair < 0 ? position : position + pair + _format.Pair.Length)..equals], equals + _format.KeyValue.Length);
    }

    private (string Value, int Next) Value(int start)
    {
        if (Quoted(SkipSpace(start)) is var (quoted, close))
        {
            var after = _text.IndexOf(_format.Pair, close, StringComparison.Ordinal);
            return (quoted, after < 0 ? _text.Length : after + _format.Pair.Length);
        }

        var end = _text.IndexOf(_format.Pair, start, StringComparison.Ordinal);
        if (_format.IsGreedy && end >= 0)
        {
            // The value goes on until the last delimiter before the next pair.
            var nextEquals = _text.IndexOf(_format.KeyValue, start, StringComparison.Ordinal);
            var last = nextEquals < 0 ? -1 : _text[start..nextEquals].LastIndexOf(_format.Pair, StringComparison.Ordinal);
            end = nextEquals < 0 ? -1 : last < 0 ? end : start + last;
        }

        return end < 0 ? (_text[start..], _text.Length) : (_text[start..end], end + _format.Pair.Length);
    }

    /// <summary>
    /// Without delimiters, words alternate as keys and values. A key that is asked for must be at a key's place wherever it comes, else
    /// it is not certain what the engine takes.
    /// </summary>
    private bool ReadWords()
    {
        var words = Words();
        for (var i = 0; i < words.Count; i++)
        {
            if (i % 2 == 0)
            {
                Keep(words[i], i + 1 < words.Count ? words[i + 1] : "");
            }
            else if (_format.Keys.Contains(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private List<string> Words()
    {
        var words = new List<string>();
        for (var i = 0; i < _text.Length; i++)
        {
            if (Quoted(i) is var (quoted, end))
            {
                words.Add(quoted);
                i = end - 1;
                continue;
            }

            var start = i;
            while (i < _text.Length && char.IsLetterOrDigit(_text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(_text[start..i]);

                // A quote may follow at once.
                i--;
            }
        }

        return words;
    }

    private (string Text, int End)? Quoted(int start)
    {
        if (start >= _text.Length || _format.Quotes.FirstOrDefault(q => q[0] == _text[start]) is not { } quote)
        {
            return null;
        }

        var result = new System.Text.StringBuilder();
        for (var i = start + 1; i < _text.Length; i++)
        {
            if (_format.Escapes.Contains(_text[i], StringComparison.Ordinal) && i + 1 < _text.Length)
            {
                result.Append(_text[++i]);
            }
            else if (_text[i] == quote[^1])
            {
                return (result.ToString(), i + 1);
            }
            else
            {
                result.Append(_text[i]);
            }
        }

        return null;
    }

    private int SkipSpace(int position)
    {
        while (position < _text.Length && char.IsWhiteSpace(_text[position]))
        {
            position++;
        }

        return position;
    }

    private void Keep(string key, string value) => _pairs.TryAdd(key.Trim(), Json.Text(value.Trim()));
}
