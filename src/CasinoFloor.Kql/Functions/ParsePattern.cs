using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <summary>
/// The pattern of a parse operator, e.g. <c>parse s with "id:" id:long " val:" val</c>, as one regular expression. In the simple and
/// relaxed kinds texts are literal and columns take as little as they can; in the regex kind texts are patterns and columns take
/// as much as they can. All kinds begin at the start of the text.
/// </summary>
internal sealed class ParsePattern
{
    private static readonly ConcurrentDictionary<string, ParsePattern> Cache = new();

    private readonly Regex _regex;
    private readonly List<KqlType> _types;
    private readonly bool _isRelaxed;

    private ParsePattern(Regex regex, List<KqlType> types, bool isRelaxed) => (_regex, _types, _isRelaxed) = (regex, types, isRelaxed);

    /// <summary>The pattern as JSON, in which form it travels as a bound parameter.</summary>
    public static string Describe(string kind, string flags, IReadOnlyList<ParsePart> parts) => JsonSerializer.Serialize(
        new[] { kind, flags }.Concat(parts.Select(p => p.IsStar ? "*" : p.Text is not null ? "t" + p.Text : "c" + p.Type)));

    /// <summary>Reports a pattern that is not valid at its position.</summary>
    public static void Validate(string description, TextSpan span)
    {
        if (Create(description) is null)
        {
            throw KqlFailure.Semantic("The pattern is not valid.", span);
        }
    }

    public static ParsePattern Get(string description)
    {
        if (Cache.Count > 500)
        {
            Cache.Clear();
        }

        return Cache.GetOrAdd(description, d => Create(d)!);
    }

    /// <summary>The captured texts as a JSON array; null when the text does not match, or a capture is not of its type.</summary>
    public string? Match(string text)
    {
        var match = _regex.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var captures = new List<string>();
        for (var i = 0; i < _types.Count; i++)
        {
            var capture = match.Groups["c" + i].Value;
            if (_types[i] is not (KqlType.String or KqlType.Dynamic) && !Fits(capture, _types[i]))
            {
                if (!_isRelaxed)
                {
                    return null;
                }

                capture = "";
            }

            captures.Add(Json.Text(capture));
        }

        return Json.Write(captures);
    }

    private static bool Fits(string text, KqlType type) =>
        type == KqlType.TimeSpan ? TimeSpans.TryParse(text, out _) : type == KqlType.Real ? Literals.TryReal(text, out _) : Literals.TryParse(text, type, out _);

    /// <summary>What a column may take: numbers are recognised, so that a star can follow them.</summary>
    private static string ColumnPattern(KqlType type, string kind, string any)
    {
        var pattern = type switch
        {
            KqlType.Int or KqlType.Long => "-?[0-9]+",
            KqlType.Real or KqlType.Decimal => @"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?",
            KqlType.Guid => "[0-9a-fA-F-]{36}",
            _ => null,
        };
        return pattern is null ? any : kind == "relaxed" ? $"{pattern}|{any}" : kind == "simple" ? @"\s*" + pattern + @"\s*" : pattern;
    }

    private static ParsePattern? Create(string description)
    {
        var items = JsonSerializer.Deserialize<List<string>>(description)!;
        var isRegex = items[0] == "regex";
        var flags = items[1];
        var pattern = new StringBuilder("^");
        var types = new List<KqlType>();
        var any = isRegex && !flags.Contains('U', StringComparison.Ordinal) ? ".*" : ".*?";
        for (var i = 2; i < items.Count; i++)
        {
            var item = items[i];
            var isLast = i == items.Count - 1;
            if (item == "*")
            {
                pattern.Append(isLast ? ".*" : any);
            }
            else if (item[0] == 't')
            {
                pattern.Append(isRegex ? "(?:" + item[1..] + ")" : Regexes.Quote(item[1..]));
            }
            else
            {
                var type = Enum.Parse<KqlType>(item[1..]);
                pattern.Append("(?<c").Append(types.Count).Append('>').Append(ColumnPattern(type, items[0], isLast ? ".*" : any)).Append(')');
                types.Add(type);
            }
        }

        if (!isRegex)
        {
            pattern.Append('$');
        }

        var options = (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0)
            | (flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0)
            | (!isRegex || flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : 0);
        return RegexCache.Get(pattern.ToString(), options) is { } regex ? new ParsePattern(regex, types, items[0] == "relaxed") : null;
    }
}
