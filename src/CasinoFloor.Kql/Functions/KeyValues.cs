namespace CasinoFloor.Kql.Functions;

/// <summary>Reads <c>name=value</c> pairs out of text, as parse-kv does: e.g. <c>a=1, b="x y"</c>.</summary>
internal static class KeyValues
{
    /// <summary>The pairs as a JSON bag; of a name that comes twice the last counts.</summary>
    public static string Parse(string text, string pairDelimiter, string keyValueDelimiter, string quotes, bool isGreedy)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = 0;
        while (position < text.Length && keyValueDelimiter.Length > 0 && pairDelimiter.Length > 0)
        {
            var equals = text.IndexOf(keyValueDelimiter, position, StringComparison.Ordinal);
            if (equals < 0)
            {
                break;
            }

            var keyStart = text.LastIndexOf(pairDelimiter, equals, equals - position + 1, StringComparison.Ordinal);
            var key = text[(keyStart < 0 ? position : keyStart + pairDelimiter.Length)..equals].Trim();
            var start = equals + keyValueDelimiter.Length;
            var (value, next) = Value(text, start, pairDelimiter, keyValueDelimiter, quotes, isGreedy);
            result[Unquote(key, quotes)] = Json.Text(value);
            position = next;
        }

        return Json.Write(result);
    }

    private static (string Value, int Next) Value(string text, int start, string pairDelimiter, string keyValueDelimiter, string quotes, bool isGreedy)
    {
        if (quotes.Length > 0 && start < text.Length && text[start] == quotes[0])
        {
            var close = text.IndexOf(quotes[^1], start + 1);
            if (close > 0)
            {
                var after = text.IndexOf(pairDelimiter, close, StringComparison.Ordinal);
                return (text[(start + 1)..close], after < 0 ? text.Length : after + pairDelimiter.Length);
            }
        }

        var end = text.IndexOf(pairDelimiter, start, StringComparison.Ordinal);
        if (isGreedy && end >= 0)
        {
            // The value goes on until the last delimiter before the next pair.
            var nextEquals = text.IndexOf(keyValueDelimiter, start, StringComparison.Ordinal);
            end = nextEquals < 0 ? text.Length : text.LastIndexOf(pairDelimiter, nextEquals, nextEquals - start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
        }

        return end < 0 ? (text[start..], text.Length) : (text[start..end], Math.Min(text.Length, end + pairDelimiter.Length));
    }

    private static string Unquote(string key, string quotes) =>
        quotes.Length > 0 && key.Length > 1 && key[0] == quotes[0] && key[^1] == quotes[^1] ? key[1..^1] : key;
}
