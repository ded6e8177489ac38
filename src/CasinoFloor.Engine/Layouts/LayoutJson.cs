using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CasinoFloor.Engine.Layouts;

/// <summary>A layout as JSON, UTF-8.</summary>
/// <remarks>
/// A sample:
/// <code>
/// {"machines":[
/// {"machine_id":"PN-0001","floor_section":"Penny","bank":"PN-01","x_coord":12.5,"y_coord":3},
/// {"machine_id":"HL-0001","floor_section":"High Limit","bank":"","x_coord":null,"y_coord":null}
/// ]}
/// </code>
/// A bare array of machines is read as well.
/// </remarks>
public static class LayoutJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes places, by machine id, one to a line.</summary>
    public static string Write(IEnumerable<LayoutPlace> places)
    {
        var rows = places.OrderBy(place => place.MachineId, StringComparer.Ordinal).Select(Row);
        return $"{{\"machines\":[\n{string.Join(",\n", rows)}\n]}}\n";
    }

    /// <summary>Reads a file.</summary>
    public static LayoutFile Read(ReadOnlySpan<byte> utf8)
    {
        var rows = new LayoutRowReader();
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            Read(ref json, utf8, rows);
        }
        catch (JsonException exception)
        {
            rows.Fail((int)(exception.LineNumber ?? 0) + 1, "this is no JSON; look at the commas, quotes and braces here.");
        }
        catch (InvalidOperationException)
        {
            // The reader's words for text that is no UTF-8.
            rows.Fail(LineAt(utf8, json.TokenStartIndex), "there is a text that is no UTF-8.");
        }

        return rows.Result();
    }

    private static void Read(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, LayoutRowReader rows)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("machines"))
                {
                    json.Read();
                    Machines(ref json, utf8, rows);
                    if (rows.IsFull)
                    {
                        return;
                    }
                }
                else
                {
                    rows.Fail(LineAt(utf8, json.TokenStartIndex), $"'{json.GetString()}' is not known; the file is an object with an array 'machines'.");
                    json.Skip();
                }
            }
        }
        else
        {
            Machines(ref json, utf8, rows);
        }

        // The rest of the file counts, too.
        while (!rows.IsFull && json.Read())
        {
        }
    }

    private static void Machines(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, LayoutRowReader rows)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            rows.Fail(LineAt(utf8, json.TokenStartIndex), "'machines' must be an array of objects.");
            json.Skip();
            return;
        }

        // Lines are counted on from machine to machine: once over the file, not once for each.
        var line = 1;
        var counted = 0;
        while (!rows.IsFull && json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)json.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            if (json.TokenType == JsonTokenType.StartObject)
            {
                Machine(ref json, line, rows);
            }
            else
            {
                rows.Fail(line, "a machine must be an object.");
                json.Skip();
            }
        }
    }

    private static void Machine(ref Utf8JsonReader json, int line, LayoutRowReader rows)
    {
        string? id = null, section = null, bank = null, x = null, y = null;
        var isWrong = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            switch (name)
            {
                case "machine_id": id = Text(ref json); break;
                case "floor_section": section = Text(ref json); break;
                case "bank": bank = Text(ref json); break;
                case "x_coord": x = Text(ref json); break;
                case "y_coord": y = Text(ref json); break;
                default:
                    rows.Fail(line, $"'{name}' is not known; a machine has machine_id, floor_section, bank, x_coord and y_coord.");
                    isWrong = true;
                    json.Skip();
                    break;
            }

            if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                rows.Fail(line, $"'{name}' must be a text or a number.");
                isWrong = true;
            }
        }

        if (!isWrong)
        {
            rows.Add(line, id ?? "", section, bank, x ?? "", y ?? "");
        }
    }

    // What is neither text nor number is skipped, and the caller sees where the reader stands.
    private static string Text(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.String)
        {
            return json.GetString()!.Trim();
        }

        json.Skip();
        return json.TokenType == JsonTokenType.Null ? "" : Raw(ref json);
    }

    private static string Raw(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
            ? Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan)
            : "";

    private static int LineAt(ReadOnlySpan<byte> utf8, long at) => 1 + utf8[..(int)at].Count((byte)'\n');

    private static string Row(LayoutPlace place)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteString("machine_id", place.MachineId);
        json.WriteString("floor_section", place.FloorSection);
        json.WriteString("bank", place.Bank);
        Coordinate("x_coord", place.At?.X);
        Coordinate("y_coord", place.At?.Y);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);

        void Coordinate(string name, double? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }
}
