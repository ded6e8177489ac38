using System.Globalization;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Writes one value as Kusto does: see <c>KqlResultTable</c> for the values of each type.</summary>
internal static class CellWriter
{
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Writes a value of a column of the type.</summary>
    public static void Write(Utf8JsonWriter json, object? value, KqlType type)
    {
        switch (value)
        {
            case null when type == KqlType.String:
                json.WriteStringValue("");
                break;
            case null:
                json.WriteNullValue();
                break;
            case string text when type == KqlType.Dynamic:
                json.WriteRawValue(text);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                WriteReal(json, number);
                break;
            case decimal number:
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                json.WriteStringValue(moment.ToString(MomentFormat, CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                json.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                json.WriteStringValue(guid);
                break;
            default:
                throw new InvalidOperationException($"A result holds a {value.GetType()}.");
        }
    }

    // JSON has no number for these.
    private static void WriteReal(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        }
    }
}
