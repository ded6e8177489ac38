using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// Patterns in RE2 syntax as .NET patterns: named groups lose their P, and \w, \d, \s mean ASCII. They run without backtracking, so no
/// pattern can take more than linear time.
/// </summary>
internal static class RegexCache
{
    private const int MaxCached = 500;

    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options), Regex?> Cache = new();

    public static bool IsValid(string pattern) => Get(pattern) is not null;

    /// <summary>The compiled pattern; null when it is not valid.</summary>
    public static Regex? Get(string pattern, RegexOptions options = RegexOptions.None)
    {
        if (Cache.Count > MaxCached)
        {
            Cache.Clear();
        }

        return Cache.GetOrAdd((pattern, options), key =>
        {
            try
            {
                return new Regex(Translate(key.Pattern), key.Options | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                // The caller reports that the pattern is not valid.
                return null;
            }
        });
    }

    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                var next = pattern[++i];
                result.Append((next, inClass) switch
                {
                    ('d', false) => "[0-9]",
                    ('w', false) => "[0-9A-Za-z_]",
                    ('s', false) => @"[\t\n\f\r ]",
                    ('d', true) => "0-9",
                    ('w', true) => "0-9A-Za-z_",
                    ('s', true) => @"\t\n\f\r ",
                    ('D', false) => "[^0-9]",
                    ('W', false) => "[^0-9A-Za-z_]",
                    ('S', false) => @"[^\t\n\f\r ]",
                    ('z', false) => @"\z",
                    ('Q' or 'C', _) => throw new NotSupportedException("\\" + next),
                    _ => "\\" + next,
                });
            }
            else if (c == '(' && !inClass && string.CompareOrdinal(pattern, i, "(?P<", 0, 4) == 0)
            {
                result.Append("(?<");
                i += 3;
            }
            else
            {
                inClass = inClass ? c != ']' || pattern[i - 1] == '[' : c == '[';
                result.Append(c);
            }
        }

        return result.ToString();
    }
}
