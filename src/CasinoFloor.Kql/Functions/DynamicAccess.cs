using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql.Binding;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Functions;

/// <summary>Members of dynamic values: <c>d.name</c>, <c>d["name"]</c>, <c>d[0]</c>, <c>d[-1]</c>.</summary>
internal static class DynamicAccess
{
    public static ScalarFunction Function { get; } = new("member", "dx", _ => KqlType.Dynamic, (e, c) =>
    {
        var target = e.Sql(c.Arguments[0]);
        return c.Arguments[1] switch
        {
            BoundLiteral { Value: string key } when !key.All(char.IsAsciiDigit) =>
                $"nullif(CAST(json_extract({target}, {e.Parameter("/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}) AS VARCHAR), 'null')",
            BoundLiteral { Value: long index } when index >= 0 =>
                $"nullif(CAST(json_extract({target}, '$[{index.ToString(CultureInfo.InvariantCulture)}]') AS VARCHAR), 'null')",
            { Type: KqlType.String } key => e.Udf("member", KqlType.Dynamic, target, "'k'", e.Sql(key)),
            { Type: KqlType.Dynamic } key => e.Udf("member", KqlType.Dynamic, target, "'d'", e.Sql(key)),
            var index => e.Udf("member", KqlType.Dynamic, target, "'i'", e.Sql(index)),
        };
    });

    /// <summary>Whether a dynamic list contains a value, as <c>x in (list)</c> asks.</summary>
    public static Bound ContainedIn(Bound value, Bound list, bool ignoreCase, TextSpan span) => Operators.Call(
        "in", KqlType.Bool, span, (e, c) => $"coalesce({e.Udf("list_contains", KqlType.Bool, e.Sql(c.Arguments[1]), e.Json(c.Arguments[0]), ignoreCase ? "'i'" : "''")}, false)", value, list);

    /// <summary>The elements of a JSON array as text; a single value answers itself.</summary>
    public static List<string> TextElements(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(Text)]
            : [Text(document.RootElement)];
    }

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.ValueKind == JsonValueKind.Null ? "" : element.GetRawText();
}
