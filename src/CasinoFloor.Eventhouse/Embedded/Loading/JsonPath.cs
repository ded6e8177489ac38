using System.Globalization;
using System.Text.Json;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>A place in a JSON document: <c>$</c>, <c>$.a.b</c>, <c>$['a b']['c']</c>, <c>$.list[0]</c>.</summary>
internal sealed class JsonPath
{
    // A name, or the index of an element.
    private readonly IReadOnlyList<(string? Name, int Index)> _steps;

    private JsonPath(IReadOnlyList<(string? Name, int Index)> steps) => _steps = steps;

    /// <summary>Reads a path; null when it is none of the forms above.</summary>
    public static JsonPath? Parse(string text)
    {
        if (!text.StartsWith('$'))
        {
            return null;
        }

        var steps = new List<(string?, int)>();
        for (var at = 1; at < text.Length;)
        {
            if (text[at] == '.')
            {
                var end = text.AsSpan(at + 1).IndexOfAny('.', '[');
                var name = end < 0 ? text[(at + 1)..] : text.Substring(at + 1, end);
                if (name.Length == 0 || name == "*")
                {
                    return null;
                }

                steps.Add((name, 0));
                at += name.Length + 1;
                continue;
            }

            if (text[at] != '[' || Bracket(text, ref at) is not { } step)
            {
                return null;
            }

            steps.Add(step);
        }

        return new JsonPath(steps);
    }

    /// <summary>What stands there; undefined when nothing does.</summary>
    public JsonElement Find(JsonElement document)
    {
        foreach (var (name, index) in _steps)
        {
            if (name is not null)
            {
                if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(name, out document))
                {
                    return default;
                }
            }
            else if (document.ValueKind == JsonValueKind.Array && index < document.GetArrayLength())
            {
                document = document[index];
            }
            else
            {
                return default;
            }
        }

        return document;
    }

    private static (string?, int)? Bracket(string text, ref int at)
    {
        var quote = at + 1 < text.Length ? text[at + 1] : ']';
        if (quote is '\'' or '"')
        {
            var close = text.IndexOf($"{quote}]", at + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                return null;
            }

            var name = text[(at + 2)..close];
            at = close + 2;
            return (name, 0);
        }

        var end = text.IndexOf(']', at);
        if (end < 0 || !int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        at = end + 1;
        return (null, index);
    }
}
