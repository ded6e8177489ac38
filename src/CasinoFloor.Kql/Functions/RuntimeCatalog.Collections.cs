using System.Globalization;
using System.Text.Json;

namespace CasinoFloor.Kql.Functions;

/// <content>What aggregates and operators collect and spread.</content>
internal static partial class RuntimeCatalog
{
    private static void AddCollections(Action<string, RuntimeFunction> add)
    {
        add("collect_list", a => Json.Write(Elements(a[0], a[2] == "f").Take((int)(Long(a[1]) ?? MaxElements))));
        add("collect_set", a => Json.Write(Elements(a[0], true).Distinct().Take((int)(Long(a[1]) ?? MaxElements))));
        add("collect_bag", a => Json.Write((Json.Array(a[0]) ?? []).SelectMany(b => Json.Bag(b) ?? []).DistinctBy(m => m.Key).Take((int)(Long(a[1]) ?? MaxElements))));
        add("build_schema", a => SchemaOfValues.Of(Json.Array(a[0]) ?? []));
        add("expand", a => Expand(a[0], a[1] == "array", Long(a[2])));
        add("bag_signature", a => BagSignature.Write(a[0]));
        add("series_of_bins", SeriesOfBins);
        add("axis", a =>
        {
            var count = (int)Math.Clamp(Long(a[0]) ?? 0, 0, MaxElements);
            if (a[3] == "real")
            {
                return Real(a[1]) is { } first && Real(a[2]) is { } width ? Json.Write(Enumerable.Range(0, count).Select(i => Json.Number(first + (i * width)))) : "[]";
            }

            return Long(a[1]) is { } from && Long(a[2]) is { } step ? Json.Write(Enumerable.Range(0, count).Select(i => Axis(a[3]!, from + (i * step)))) : "[]";
        });
    }

    private static IEnumerable<string> Elements(string? json, bool flattens) =>
        (Json.Array(json) ?? []).SelectMany(e => flattens && e.StartsWith('[') ? Json.Array(e)! : [e]);

    /// <summary>A value as the array of its elements: null has one element, a bag one for each member, a scalar itself.</summary>
    private static string Expand(string? json, bool pairs, long? limit)
    {
        var value = Json.Parse(json);
        IEnumerable<string> items = value?.ValueKind switch
        {
            null => ["null"],
            JsonValueKind.Array => Json.Array(json)!,
            JsonValueKind.Object => Json.Bag(json)!.Select(m => pairs ? Json.Write([Json.Text(m.Key), m.Value]) : Json.Write([m])),
            _ => [json!],
        };
        return Json.Write(limit is { } count ? items.Take((int)Math.Min(count, int.MaxValue)) : items);
    }

    /// <summary>Length, default, bin numbers, values: the values at their bins, the default elsewhere.</summary>
    private static string SeriesOfBins(string?[] a)
    {
        var count = (int)Math.Clamp(Long(a[0]) ?? 0, 0, MaxElements);
        var values = new string[count];
        Array.Fill(values, a[1] ?? "null");
        var bins = (a[2] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var items = Json.Array(a[3]) ?? [];
        for (var i = 0; i < Math.Min(bins.Length, items.Count); i++)
        {
            if (int.TryParse(bins[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bin) && bin >= 0 && bin < count)
            {
                values[bin] = items[i];
            }
        }

        return Json.Write(values);
    }
}
