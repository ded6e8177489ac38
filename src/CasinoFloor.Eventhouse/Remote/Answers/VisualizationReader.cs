using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Reads what <c>render</c> asked for: <c>{"Visualization":"timechart","Title":"...","XColumn":null,"YColumns":"a,b",...}</c>, as text or nested.</summary>
internal static class VisualizationReader
{
    /// <summary>The visualization; null where there is none.</summary>
    public static KqlVisualization? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            using var document = JsonDocument.Parse(value.GetString()!);
            return Read(document.RootElement);
        }

        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("Visualization", out var kind) || kind.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var properties = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject().Where(property => property.Name != "Visualization"))
        {
            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Null or JsonValueKind.Object => "",
                JsonValueKind.Array => string.Join(',', property.Value.EnumerateArray().Select(item => item.ToString())),
                _ => property.Value.GetRawText(),
            };
            if (text.Length > 0)
            {
                properties[property.Name.ToLowerInvariant()] = text;
            }
        }

        return new KqlVisualization(kind.GetString()!, properties);
    }
}
