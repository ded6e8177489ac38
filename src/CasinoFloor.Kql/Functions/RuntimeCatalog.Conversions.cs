using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <content>Text to values and back.</content>
internal static partial class RuntimeCatalog
{
    /// <summary>The same JSON with the members of every bag in the order of their names.</summary>
    private static string Sorted(string json) => Json.Bag(json) is { } bag
        ? Json.Write(bag.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value))))
        : Json.Array(json) is { } items ? Json.Write(items.Select(Sorted)) : json;

    private static void AddConversions(Action<string, RuntimeFunction> add)
    {
        add("parse_int", a => Literals.TryLong(a[0]!, out var n) && n is >= int.MinValue and <= int.MaxValue ? Text(n) : null);
        add("parse_long", a => Literals.TryLong(a[0]!, out var n) ? Text(n) : null);
        add("parse_real", a => Text(Real(a[0])));
        add("parse_decimal", a => a[0] is not null && Literals.TryDecimal(a[0]!, out var n) ? n.ToString(CultureInfo.InvariantCulture) : null);
        add("parse_bool", a => Literals.TryParse(a[0]!, KqlType.Bool, out var value) ? Text((bool)value!) : null);
        add("parse_datetime", a => Literals.TryDateTime(a[0]!, out var ticks) ? Text(ticks) : null);
        add("parse_timespan", a => TimeSpans.TryParse(a[0]!, out var ticks) ? Text(ticks) : null);
        add("parse_guid", a => Guid.TryParse(a[0], out var guid) ? guid.ToString() : null);
        add("parse_json", a => ParseJson(a[0]!));
        add("dynamic_to_long", a => Text(DynamicToLong(a[0])));
        add("dynamic_to_int", a => Text((long?)(int?)unchecked((int?)DynamicToLong(a[0]))));
        add("dynamic_to_real", a => Json.Parse(a[0]) is not { } value ? null : value.ValueKind switch
        {
            JsonValueKind.Number => Text(value.GetDouble()),
            JsonValueKind.String => Text(Real(value.GetString())),
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            _ => null,
        });
        add("dynamic_to_bool", a => Json.Parse(a[0]) is not { } value ? null : value.ValueKind switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => Text(value.GetDouble() != 0),
            JsonValueKind.String => Literals.TryParse(value.GetString()!, KqlType.Bool, out var flag) ? Text((bool)flag!) : null,
            _ => null,
        });
        add("dynamic_to_datetime", a => Json.Parse(a[0]) is not { } value ? null
            : value.ValueKind == JsonValueKind.String && Literals.TryDateTime(value.GetString()!, out var ticks) ? Text(ticks)
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? Text(number) : null);
        add("dynamic_to_timespan", a => Json.Parse(a[0]) is not { } value ? null
            : value.ValueKind == JsonValueKind.String && TimeSpans.TryParse(value.GetString()!, out var ticks) ? Text(ticks)
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? Text(number) : null);
        add("text_of_real", a => Real(a[0]) is { } value ? RealText.Format(value) : null);
        add("text_of_decimal", a => a[0] is null ? null : TrimDecimal(a[0]!));
        add("text_of_datetime", a => Long(a[0]) is { } ticks ? DateTimes.Format(ticks) : null);
        add("text_of_timespan", a => Long(a[0]) is { } ticks ? TimeSpans.Format(ticks) : null);
        add("text_of_dynamic", a => TextOfDynamic(a[0]));
        add("json_of_real", a => Real(a[0]) is { } value ? Json.Number(value) : null);
        add("type_of_dynamic", a => TypeOfDynamic(a[0]));
        add("dynamic_to_json", a => Sorted(a[0] ?? "null"));
        add("member", Member);
        add("list_contains", a => Json.Array(a[0]) is { } items && a[1] is not null
            ? Text(items.Exists(i => string.Equals(i, a[1], a[2] == "i" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
            : "false");
    }

    private static string? ParseJson(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return DynamicLiteral.Parse(text, default, isData: true);
        }
        catch (KqlFailure)
        {
            // Text that is no JSON is itself the value.
            return Json.Text(text);
        }
    }

    private static long? DynamicToLong(string? json)
    {
        if (Json.Parse(json) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble() is var real && Math.Abs(real) < 9.3e18 ? (long)real : long.MinValue,
            JsonValueKind.String => Literals.TryLong(value.GetString()!, out var parsed) ? parsed : null,
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => null,
        };
    }

    private static string? TextOfDynamic(string? json) => Json.Parse(json) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => "",
        JsonValueKind.Object or JsonValueKind.Array => JsonSerializer.Serialize(value, Json.Relaxed),
        JsonValueKind.Number => Json.Canonical(value.GetRawText()),
        _ => value.GetRawText(),
    };

    private static string TypeOfDynamic(string? json) => Json.Parse(json) is not { } value ? "null" : value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "dictionary",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number => value.TryGetInt64(out _) && value.GetRawText().IndexOfAny(['.', 'e', 'E']) < 0 ? "long" : "real",
        _ => "null",
    };

    private static string? Member(string?[] a)
    {
        if (Json.Parse(a[0]) is not { } target || a[2] is null)
        {
            return null;
        }

        var (kind, key) = (a[1], a[2]!);
        if (kind == "d")
        {
            var inner = Json.Parse(key);
            (kind, key) = inner?.ValueKind == JsonValueKind.String ? ("k", inner.Value.GetString()!) : ("i", key);
        }

        if (kind == "k")
        {
            return target.ValueKind == JsonValueKind.Object && target.TryGetProperty(key, out var member) ? Json.NotNull(member.GetRawText()) : null;
        }

        if (target.ValueKind != JsonValueKind.Array || Long(key) is not { } index)
        {
            return null;
        }

        var length = target.GetArrayLength();
        index = index < 0 ? index + length : index;
        return index >= 0 && index < length ? Json.NotNull(target[(int)index].GetRawText()) : null;
    }

    private static string TrimDecimal(string text) => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
