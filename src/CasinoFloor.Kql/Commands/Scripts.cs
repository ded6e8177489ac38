namespace CasinoFloor.Kql.Commands;

/// <summary>
/// Cuts a script into commands. A command begins on a line whose first character is a dot before a letter; such a line inside a
/// <c>```</c> string belongs to the command around it.
/// </summary>
internal static class Scripts
{
    private const string Fence = "```";

    public static IEnumerable<(int From, int To)> Split(string text, int start)
    {
        var from = -1;
        var isFenced = false;
        for (var line = start; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is var found && found < 0 ? text.Length : found + 1;
            var first = line;
            while (first < end && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            if (!isFenced && first + 1 < end && text[first] == '.' && char.IsAsciiLetter(text[first + 1]))
            {
                if (from >= 0)
                {
                    yield return (from, first);
                }

                from = first;
            }
            else if (from < 0 && !isFenced && first < end && string.CompareOrdinal(text, first, "//", 0, 2) != 0)
            {
                from = first;
            }

            for (var at = text.IndexOf(Fence, line, end - line, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Fence, at + 3, end - at - 3, StringComparison.Ordinal))
            {
                isFenced = !isFenced;
            }

            line = end;
        }

        if (from >= 0)
        {
            yield return (from, text.Length);
        }
    }
}
