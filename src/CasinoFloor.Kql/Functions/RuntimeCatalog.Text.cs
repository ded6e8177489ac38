using System.Globalization;
using System.Text;

namespace CasinoFloor.Kql.Functions;

/// <content>Text by code points.</content>
internal static partial class RuntimeCatalog
{
    private const int MaxText = 64 * 1024 * 1024;
    private const int MaxRepetitions = 1024;

    private static void AddText(Action<string, RuntimeFunction> add)
    {
        add("substring", a => Substring(a[0]!, Long(a[1]) ?? 0, a.Length > 2 ? Long(a[2]) ?? 0 : long.MaxValue));
        add("reverse", a => string.Concat(a[0]!.EnumerateRunes().Reverse()));
        add("strrep", a => Math.Min(Long(a[1]) ?? 0, MaxRepetitions) is > 0 and var n && (a[0]!.Length + (At(a, 2)?.Length ?? 0)) * n < MaxText
            ? string.Join(At(a, 2), Enumerable.Repeat(a[0], (int)n))
            : "");
        add("indexof", IndexOf);
        add("countof", a => CountOf(a[0]!, a[1]!));
        add("has", a => Text(HasTerm(a[0]!, a[1]!, a[2]!, a[3] == "cs" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)));
        add("split", Split);
        add("translate", Translate);
        add("regex_quote", a => Regexes.Quote(a[0]!));
        add("isascii", a => Text(Ascii.IsValid(a[0])));
        add("codepoints", a => Json.Write(a[0]!.EnumerateRunes().Select(r => r.Value.ToString(CultureInfo.InvariantCulture))));
        add("from_codepoints", a => string.Concat(a.SelectMany(x => Json.Array(x) ?? (x is null ? [] : [x])).Select(x => Json.Number(x)).OfType<double>()
            .Where(n => n is >= 0 and <= 0x10FFFF && Rune.IsValid((int)n)).Select(n => new Rune((int)n).ToString())));
        add("replace_strings", a => Json.Array(a[1]) is { } from && Json.Array(a[2]) is { } to ? ReplaceStrings(a[0]!, from, to) : a[0]);
        add("has_any_index", a => Text((long)(Json.Array(a[1])?.FindIndex(n => HasTerm(a[0]!, TextOfDynamic(n) ?? "", "has", StringComparison.OrdinalIgnoreCase)) ?? -1)));
    }

    /// <summary>
    /// Replaces several texts at once: what one has matched, the later ones do not see. An element that is no text matches nothing, or leaves
    /// what was matched as it is.
    /// </summary>
    private static string ReplaceStrings(string text, List<string> from, List<string> to)
    {
        var parts = new List<(string Text, bool IsDone)> { (text, false) };
        for (var i = 0; i < Math.Min(from.Count, to.Count); i++)
        {
            if (!from[i].StartsWith('"') || TextOfDynamic(from[i]) is not { Length: > 0 } needle)
            {
                continue;
            }

            var rewrite = to[i].StartsWith('"') ? TextOfDynamic(to[i])! : needle;
            parts = [.. parts.SelectMany(part => part.IsDone
                ? [part]
                : part.Text.Split(needle).SelectMany((piece, n) => n == 0 ? [(piece, false)] : new[] { (rewrite, true), (piece, false) }))];
        }

        return string.Concat(parts.Select(p => p.Text));
    }

    private static string Substring(string text, long start, long length)
    {
        var runes = text.EnumerateRunes().ToArray();
        start = start < 0 ? start + runes.Length : start;
        return start < 0 || start >= runes.Length || length <= 0
            ? ""
            : string.Concat(runes.Skip((int)start).Take((int)Math.Min(length, runes.Length)));
    }

    /// <summary>Source, needle, start, length (-1 for all), occurrence: the position from 0, -1 when it is not there.</summary>
    private static string? IndexOf(string?[] a)
    {
        var (source, needle) = (a[0]!, a[1]!);
        if (needle.Length == 0)
        {
            return null;
        }

        var text = source.EnumerateRunes().ToArray();
        var search = needle.EnumerateRunes().ToArray();
        var (start, end) = Window(text.Length, Long(At(a, 2)) ?? 0, a.Length > 3 ? Long(a[3]) ?? -1 : -1);
        var occurrence = a.Length > 4 ? Long(a[4]) ?? 1 : 1;
        if (occurrence < 0 || (a.Length > 3 && Long(a[3]) < -1))
        {
            return null;
        }

        // The length bounds where a match begins, not where it ends.
        for (var i = start; i < end && i + search.Length <= text.Length; i++)
        {
            if (text.AsSpan(i, search.Length).SequenceEqual(search) && --occurrence == 0)
            {
                return Text((long)i);
            }
        }

        return "-1";
    }

    private static (int Start, int End) Window(int total, long start, long length)
    {
        start = Math.Clamp(start < 0 ? start + total : start, 0, total);
        return ((int)start, (int)(length < 0 ? total : Math.Min(total, start + length)));
    }

    private static string CountOf(string source, string needle)
    {
        long count = 0;
        for (var i = 0; needle.Length > 0 && (i = source.IndexOf(needle, i, StringComparison.Ordinal)) >= 0; i++)
        {
            count++;
        }

        return Text(count)!;
    }

    /// <summary>Whether the text has the term between characters that are neither letters nor digits.</summary>
    private static bool HasTerm(string source, string term, string kind, StringComparison comparison)
    {
        if (term.Length == 0)
        {
            return true;
        }

        for (var i = 0; (i = source.IndexOf(term, i, comparison)) >= 0; i++)
        {
            var open = kind == "hassuffix" || i == 0 || !char.IsLetterOrDigit(source[i - 1]) || !char.IsLetterOrDigit(term[0]);
            var end = i + term.Length;
            var close = kind == "hasprefix" || end >= source.Length || !char.IsLetterOrDigit(source[end]) || !char.IsLetterOrDigit(term[^1]);
            if (open && close)
            {
                return true;
            }
        }

        return false;
    }

    private static string Split(string?[] a)
    {
        var parts = a[1]!.Length == 0 ? [a[0]!] : a[0]!.Split(a[1]);
        if (a.Length < 3 || Long(a[2]) is not { } index)
        {
            return Json.Write(parts.Select(Json.Text));
        }

        return index >= 0 && index < parts.Length ? Json.Write([Json.Text(parts[index])]) : "[]";
    }

    private static string Translate(string?[] a)
    {
        var (from, to) = (a[0]!.EnumerateRunes().ToList(), a[1]!.EnumerateRunes().ToList());
        var result = new StringBuilder();
        foreach (var rune in a[2]!.EnumerateRunes())
        {
            var index = from.IndexOf(rune);
            if (index < 0)
            {
                result.Append(rune);
            }
            else if (to.Count > 0)
            {
                result.Append(to[Math.Min(index, to.Count - 1)]);
            }
        }

        return result.ToString();
    }
}
