using System.Globalization;
using System.Text.Json;

namespace CasinoFloor.Eventhouse.Embedded.Loading;

/// <summary>
/// Reads rows out of JSON: objects one after the other, separated by white space, or arrays of them. A sample:
/// <code>
/// {"machine_id":"M-1","event_type":"SPIN"}
/// {"machine_id":"M-2","event_type":"SPIN"}
/// </code>
/// </summary>
internal static class JsonRows
{
    private static readonly JsonReaderOptions Reading = new() { AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 128 };

    /// <summary>Hands over each row; gives what is wrong with the first that cannot be read, null when all could.</summary>
    /// <param name="data">The documents.</param>
    /// <param name="fields">Where the values of a row come from, in its order.</param>
    /// <param name="take">Takes a row; valid until it returns.</param>
    public static string? Read(ReadOnlySpan<byte> data, IReadOnlyList<RowField> fields, Action<object?[]> take)
    {
        var taken = 0L;
        var row = new object?[fields.Count];
        try
        {
            var reader = new Utf8JsonReader(data.StartsWith("\uFEFF"u8) ? data[3..] : data, Reading);
            while (reader.Read())
            {
                // An array is unpacked: its elements follow as values, and its end closes nothing else.
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
                {
                    continue;
                }

                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    return Said("is no JSON object.");
                }

                using var document = JsonDocument.ParseValue(ref reader);
                if (Fill(row, document.RootElement, fields) is { } wrong)
                {
                    return Said(wrong);
                }

                take(row);
                taken++;
            }

            return null;
        }
        catch (JsonException broken)
        {
            return Said($"is no JSON: {broken.Message}");
        }

        string Said(string what) => string.Create(CultureInfo.InvariantCulture, $"Row {taken + 1} {what}");
    }

    private static string? Fill(object?[] row, JsonElement document, IReadOnlyList<RowField> fields)
    {
        for (var index = 0; index < row.Length; index++)
        {
            var field = fields[index];
            if (field.Constant is not null)
            {
                if (!ValueReader.TryText(field.Constant, field.Column.Type, out row[index]))
                {
                    return Wrong(field, field.Constant);
                }

                continue;
            }

            var found = field.Path?.Find(document) ?? (document.TryGetProperty(field.Column.Name, out var named) ? named : default);
            var fits = field.Transform == UnixTime.None
                ? ValueReader.TryJson(found, field.Column.Type, out row[index])
                : ValueReader.TryUnixTime(found, field.Transform, out row[index]);
            if (!fits)
            {
                return Wrong(field, found.GetRawText());
            }
        }

        return null;
    }

    private static string Wrong(RowField field, string value) => RowErrors.DoesNotFit(field.Column, value);
}
