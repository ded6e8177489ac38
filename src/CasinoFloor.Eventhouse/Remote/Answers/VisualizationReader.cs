using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Answers;

/// <summary>Reads what <c>render</c> asked for: <c>{"Visualization":"timechart","Title":"...","XColumn":null,"YColumns":"a,b",...}</c>, as text or nested.</summary>
internal static class VisualizationReader
{
    /// <summary>Takes it from a row of the query's properties, such as <c>[1,"Visualization","{...}"]</c>; other properties say nothing here.</summary>
    public static void ReadProperty(ReadOnlySpan<byte> row, IAnswerSink sink)
    {
        var reader = new Utf8JsonReader(row);
        using var document = JsonDocument.ParseValue(ref reader);
        var property = document.RootElement;
        if (property.ValueKind == JsonValueKind.Array && property.GetArrayLength() >= 3 && property[1].ValueKind == JsonValueKind.String
            && property[1].ValueEquals("Visualization") && Read(property[2]) is { } visualization)
        {
            sink.Visualization(visualization);
        }
    }

    private static KqlVisualization? Read(JsonElement value)
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
