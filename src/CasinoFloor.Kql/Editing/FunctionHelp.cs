using System.Collections.Frozen;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Functions;

namespace CasinoFloor.Kql.Editing;

/// <summary>What an editor says of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, as <see cref="KqlSignature.Parameters"/> has them.</param>
/// <param name="Text">What it answers, in a sentence; empty when nothing is written about it.</param>
/// <param name="IsAggregate">Whether it aggregates rows.</param>
internal sealed record FunctionHelp(string Name, IReadOnlyList<string> Parameters, string Text, bool IsAggregate)
{
    private static readonly FrozenDictionary<string, FunctionHelp> ByName = Load();

    /// <summary>All functions that the engine has, by name.</summary>
    public static IReadOnlyList<FunctionHelp> All { get; } = [.. ByName.Values.OrderBy(help => help.Name, StringComparer.Ordinal)];

    /// <summary>The call with its parameters, such as <c>bin(value, size)</c>.</summary>
    public string Signature { get; } = $"{Name}({string.Join(", ", Parameters)})";

    public static FunctionHelp? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>
    /// Reads the sentences, which lie beside this file as lines such as <c>bin(value, size) Rounds down to a multiple.</c>, and adds the
    /// functions of the catalogues that have none.
    /// </summary>
    private static FrozenDictionary<string, FunctionHelp> Load()
    {
        var all = new Dictionary<string, FunctionHelp>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(FunctionHelp).Assembly.GetManifestResourceStream("CasinoFloor.Kql.Editing.functions.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var (open, close) = (line.IndexOf('(', StringComparison.Ordinal), line.IndexOf(')', StringComparison.Ordinal));
            if (!line.StartsWith('#') && open > 0)
            {
                var name = line[..open];
                var parameters = line[(open + 1)..close].Split(", ", StringSplitOptions.RemoveEmptyEntries);
                all[name] = new FunctionHelp(name, parameters, line[(close + 1)..].Trim(), AggregateCatalog.Find(name) is not null);
            }
        }

        foreach (var name in ScalarCatalog.Names.Concat(WindowFunctions.Names).Where(name => !all.ContainsKey(name)).ToList())
        {
            all[name] = new FunctionHelp(name, NamesOf(ScalarCatalog.Find(name)?.Parameters ?? "x*"), "", false);
        }

        foreach (var name in AggregateCatalog.Names.Where(name => !all.ContainsKey(name)).ToList())
        {
            all[name] = new FunctionHelp(name, NamesOf(AggregateCatalog.Find(name)!.Parameters), "", true);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Names for parameters that are known by their codes only; see <see cref="ScalarFunction.Parameters"/>.</summary>
    private static List<string> NamesOf(string codes)
    {
        var names = new List<string>();
        var optional = false;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] is '?' or '*')
            {
                continue;
            }

            var next = i + 1 < codes.Length ? codes[i + 1] : ' ';
            optional |= next == '?';
            var name = codes[i] switch
            {
                's' => "text",
                'l' or 'r' or 'n' or 'u' => "number",
                'b' => "condition",
                't' => "moment",
                'p' => "duration",
                'd' => "dynamic",
                'g' => "guid",
                _ => "value",
            };
            names.Add(name + (next == '*' ? "..." : optional ? "?" : ""));
        }

        return names;
    }
}
