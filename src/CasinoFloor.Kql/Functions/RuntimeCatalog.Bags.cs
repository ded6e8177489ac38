using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <content>Bags.</content>
internal static partial class RuntimeCatalog
{
    private static void AddBags(Action<string, RuntimeFunction> add)
    {
        add("bag_pack", a => Json.Write(Pairs(a).DistinctBy(p => p.Key)));
        add("bag_pack_nonempty", a => Json.Write(Pairs(a).Where(p => p.Value is not ("null" or "\"\""))));
        add("pack_array", a => Json.Write(a.Select(x => x ?? "null")));
        add("bag_keys", a => Json.Bag(a[0]) is { } bag ? Json.Write(bag.Select(m => Json.Text(m.Key))) : null);
        add("bag_merge", a => a.Select(Json.Bag).OfType<List<KeyValuePair<string, string>>>().ToList() is { Count: > 0 } bags
            ? Json.Write(bags.SelectMany(b => b).DistinctBy(m => m.Key)) : null);
        add("bag_has_key", a => Json.Bag(a[0]) is not { } bag ? null
            : a[1]!.StartsWith('$') ? Text(HasPath(a[0]!, a[1]!)) : Text(bag.Exists(m => m.Key == a[1])));
        add("bag_remove_keys", a => Json.Bag(a[0]) is { } bag && Json.Array(a[1])?.Select(k => TextOfDynamic(k)).ToHashSet() is { } keys
            ? Json.Write(RemovePaths(bag.Where(m => !keys.Contains(m.Key)), keys)) : null);
        add("bag_set_key", a => Json.Bag(a[0]) is { } bag && KeyPath(a[1]!) is { Length: > 0 } path ? SetPath(bag, path, a[2] ?? "null") : null);
        add("bag_zip", a => Json.Array(a[0]) is { } keys && (Json.Array(a[1]) ?? []) is var values
            ? Json.Write(keys.Select((k, i) => KeyValuePair.Create(k, i < values.Count ? values[i] : "null"))
                .Where(m => m.Key.StartsWith('"')).Select(m => KeyValuePair.Create(TextOfDynamic(m.Key)!, m.Value)).DistinctBy(m => m.Key))
            : null);
        add("treepath", a => Json.Parse(a[0]) is { } tree ? Json.Write(Paths(tree, "").Distinct().Select(Json.Text)) : null);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string?[] a) =>
        Enumerable.Range(0, a.Length / 2).Select(i => KeyValuePair.Create(a[i * 2] ?? "", a[(i * 2) + 1] ?? "null"));

    private static bool HasPath(string json, string path)
    {
        var value = Json.Parse(json);
        foreach (var step in path[1..].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = step.Trim('[', ']').Trim('\'', '"');
            if (value is not { ValueKind: JsonValueKind.Object } bag || !bag.TryGetProperty(key, out var member))
            {
                return value is { ValueKind: JsonValueKind.Array } array && int.TryParse(key, out var index) && index >= 0 && index < array.GetArrayLength();
            }

            value = member.Clone();
        }

        return true;
    }

    /// <summary>The steps of <c>$.a.b</c> or <c>$['a']['b']</c>; a key that is no path is one step. Null for positions in arrays.</summary>
    private static string[]? KeyPath(string key)
    {
        if (!key.StartsWith('$'))
        {
            return [key];
        }

        var steps = key[1..].Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(steps, s => s.StartsWith('[') && !(s.Length > 2 && s[1] is '\'' or '"'))
            ? null
            : [.. steps.Select(s => s.StartsWith('[') ? s.Trim('[', ']').Trim('\'', '"') : s)];
    }

    private static string SetPath(List<KeyValuePair<string, string>> bag, ReadOnlySpan<string> path, string value)
    {
        var key = path[0];
        var at = bag.FindIndex(m => m.Key == key);
        var member = KeyValuePair.Create(key, path.Length == 1 ? value : SetPath(at < 0 ? [] : Json.Bag(bag[at].Value) ?? [], path[1..], value));
        if (at < 0)
        {
            bag.Add(member);
        }
        else
        {
            bag[at] = member;
        }

        return Json.Write(bag);
    }

    private static IEnumerable<KeyValuePair<string, string>> RemovePaths(IEnumerable<KeyValuePair<string, string>> members, HashSet<string?> keys)
    {
        foreach (var member in members)
        {
            var prefix = "$." + member.Key + ".";
            if (keys.Contains("$." + member.Key))
            {
                continue;
            }

            var inner = keys.OfType<string>().Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => (string?)("$." + k[prefix.Length..])).ToHashSet();
            yield return inner.Count > 0 && Json.Bag(member.Value) is { } bag ? KeyValuePair.Create(member.Key, Json.Write(RemovePaths(bag, inner))) : member;
        }
    }

    private static IEnumerable<string> Paths(JsonElement node, string prefix)
    {
        var children = node.ValueKind switch
        {
            JsonValueKind.Object => node.EnumerateObject().Select(m => ($"{prefix}['{m.Name}']", m.Value)),
            JsonValueKind.Array => node.EnumerateArray().Select(e => (prefix + "[0]", e)),
            _ => [],
        };
        foreach (var (path, value) in children)
        {
            yield return path;
            foreach (var inner in Paths(value, path))
            {
                yield return inner;
            }
        }
    }
}

/// <summary>The members of a bag with their types, as text: what bag_unpack asks of the data first.</summary>
internal static class BagSignature
{
    /// <summary>Reads what the runtime function <c>bag_signature</c> has written.</summary>
    public static IEnumerable<(string Name, KqlType Type)> Read(string signature) =>
        (Json.Bag(signature) ?? []).Select(m => (m.Key, Enum.Parse<KqlType>(m.Value.Trim('"'))));

    public static string Write(string? bag) => Json.Write((Json.Bag(bag) ?? []).Where(m => m.Value != "null").Select(m => KeyValuePair.Create(m.Key, Json.Text(TypeOf(m.Value).ToString()))));

    private static KqlType TypeOf(string value) => value[0] switch
    {
        '"' => KqlType.String,
        't' or 'f' => KqlType.Bool,
        '{' or '[' => KqlType.Dynamic,
        _ => Json.IsInteger(value) ? KqlType.Long : KqlType.Real,
    };
}
