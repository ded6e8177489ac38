namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>
/// Reads the header of a question. A file begins like this; <c>empty</c>, <c>money</c> and <c>roles</c> may be missing, and a line that is indented
/// continues the one above:
/// <code>
/// // title: Floor overview
/// // answers: What each section did in the last minutes,
/// //   busiest first.
/// // empty: No machine played in this time.
/// // money: coin_in, coin_out
/// // roles: Compliance, Admin
/// declare query_parameters(window:timespan = 5m);
/// </code>
/// </summary>
public static class QuestionFile
{
    private static readonly string[] Known = ["title", "answers", "empty", "money", "roles"];

    /// <summary>Reads a file's text.</summary>
    /// <param name="name">See <see cref="Question.Name"/>.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">The header lacks something or has an unknown entry; the message says what.</exception>
    public static Question Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)))
        {
            if (last is not null && line.StartsWith("//   ", StringComparison.Ordinal))
            {
                entries[last] += " " + line[5..].Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            last = colon < 0 ? "" : line[2..colon].Trim();
            if (!Known.Contains(last) || !entries.TryAdd(last, line[(colon + 1)..].Trim()))
            {
                throw new FormatException($"kql/{name}.kql: the header line '{line}' is none of title:, answers:, empty:, money:, roles:, or stands twice.");
            }
        }

        return new Question(name, Required("title"), Required("answers"), text)
        {
            Empty = entries.GetValueOrDefault("empty", ""),
            Money = Names("money"),
            Roles = Names("roles"),
        };

        string[] Names(string entry) => entries.GetValueOrDefault(entry, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        string Required(string entry) => entries.TryGetValue(entry, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"kql/{name}.kql: the header has no line '// {entry}: ...'.");
    }
}
