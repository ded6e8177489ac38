using System.Globalization;
using System.Text.RegularExpressions;

namespace CasinoFloor.Kql.Functions;

/// <content>Regular expressions, and the parse operators.</content>
internal static partial class RuntimeCatalog
{
    private static void AddPatterns(Action<string, RuntimeFunction> add)
    {
        add("extract", a => RegexCache.Get(a[0]!)?.Match(a[2]!) is { Success: true } match && Long(a[1]) is { } group ? match.Groups[(int)group].Value : "");
        add("extract_all", ExtractAll);
        add("countof_regex", a => Text((long)(RegexCache.Get(a[1]!)?.Count(a[0]!) ?? 0)));
        add("indexof_regex", a =>
        {
            if (Long(At(a, 2)) < 0 || Long(At(a, 3)) < -1 || Long(At(a, 4)) < 0)
            {
                return null;
            }

            var (start, end) = Window(a[0]!.Length, Long(At(a, 2)) ?? 0, a.Length > 3 ? Long(a[3]) ?? -1 : -1);
            var matches = RegexCache.Get(a[1]!)?.Matches(a[0]![start..end]);
            var occurrence = (int)(a.Length > 4 ? Long(a[4]) ?? 1 : 1);
            return matches is not null && occurrence > 0 && occurrence <= matches.Count ? Text((long)(matches[occurrence - 1].Index + start)) : "-1";
        });
        add("parse", a => ParsePattern.Get(a[0]!).Match(a[1]!));
        add("parse_kv", a => KeyValues.Parse(a[0]!, a[1]!));
    }

    private static string? ExtractAll(string?[] a)
    {
        if (RegexCache.Get(a[0]!) is not { } regex)
        {
            return null;
        }

        var matches = regex.Matches(a[2]!);
        if (matches.Count == 0)
        {
            return null;
        }

        var groups = Json.Array(a[1])?.Select(g => g.StartsWith('"') ? regex.GroupNumberFromName(TextOfDynamic(g)!) : (int)(Json.Number(g) ?? 0)).ToList()
            ?? [.. regex.GetGroupNumbers().Where(g => g > 0)];
        if (groups.Count == 0)
        {
            groups.Add(0);
        }

        return Json.Write(matches.Select(m => groups.Count == 1
            ? Json.Text(m.Groups[groups[0]].Value)
            : Json.Write(groups.Select(g => Json.Text(m.Groups[g].Value)))));
    }
}
