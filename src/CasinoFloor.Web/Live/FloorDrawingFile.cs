using System.Text.Json;
using System.Text.Json.Serialization;
using CasinoFloor.Engine.Drawing;

namespace CasinoFloor.Web.Live;

/// <summary>Reads and writes a floor drawing as JSON.</summary>
/// <remarks>
/// A sample: <c>{"width":120.5,"height":70,"shapes":[{"kind":"pit","label":"Main Pit","closed":true,"points":[[40,20],[60,20],[60,35],[40,35]]},
/// {"kind":"wall","points":[[0,0],[120.5,0]]}]}</c>. Kinds are section, aisle, pit, table, cage, bar, wall and entrance; what comes later lies above.
/// </remarks>
public static class FloorDrawingFile
{
    private const int MostShapes = 100_000;
    private const int MostPoints = 10_000;

    /// <summary>How a drawing is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<FloorShapeKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new PointConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a file: the drawing, or what is wrong with it.</summary>
    public static (FloorDrawing? Drawing, string? Error) Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var drawing = JsonSerializer.Deserialize<FloorDrawing>(file, Json);
            return Check(drawing) is { } error ? (null, error) : (drawing, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return (null, exception.Message);
        }
    }

    private static string? Check(FloorDrawing? drawing) => drawing switch
    {
        null or { Shapes: null } => "it holds no drawing.",
        { Width: < 0 } or { Height: < 0 } => "width and height must not be negative.",
        { Shapes.Count: > MostShapes } => $"it holds more than {MostShapes} shapes.",
        _ when drawing.Shapes.Any(shape => shape?.Points is not { Count: >= 2 and <= MostPoints } || shape.Label is null) =>
            $"every shape needs 2 to {MostPoints} points, and a label that is a text.",
        _ => null,
    };

    /// <summary>A point as <c>[x,y]</c>.</summary>
    private sealed class PointConverter : JsonConverter<FloorPoint>
    {
        public override FloorPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.StartArray && reader.Read() && reader.TokenType == JsonTokenType.Number)
            {
                var x = reader.GetDouble();
                if (reader.Read() && reader.TokenType == JsonTokenType.Number)
                {
                    var y = reader.GetDouble();
                    if (reader.Read() && reader.TokenType == JsonTokenType.EndArray && double.IsFinite(x) && double.IsFinite(y))
                        return new FloorPoint(x, y);
                }
            }

            throw new JsonException("A point is two numbers, as in [12.5,3].");
        }

        public override void Write(Utf8JsonWriter writer, FloorPoint value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.X);
            writer.WriteNumberValue(value.Y);
            writer.WriteEndArray();
        }
    }
}
