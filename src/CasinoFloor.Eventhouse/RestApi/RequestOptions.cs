using System.Globalization;
using System.Text.Json;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Reads the values under <c>Options</c>; a value may also be given as text. The first that cannot be read is in <see cref="Error"/>.</summary>
internal sealed class RequestOptions
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the options out of the properties.</summary>
    public RequestOptions(JsonElement properties)
    {
        if (properties.TryGetProperty("Options", out var options) && options.ValueKind == JsonValueKind.Object)
        {
            foreach (var option in options.EnumerateObject())
            {
                _values[option.Name] = option.Value;
            }
        }
    }

    /// <summary>What is wrong; null when all is well.</summary>
    public string? Error { get; private set; }

    /// <summary>A yes or no; missing is no.</summary>
    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return false;
        }

        return bool.TryParse(text, out var flag) ? flag : Wrong<bool>(name, "true or false");
    }

    /// <summary>A whole number from 1, no more than the limit; null when missing.</summary>
    public long? Count(string name, long limit)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? Math.Min(count, limit)
            : Wrong<long?>(name, "a whole number from 1");
    }

    /// <summary>A positive time such as <c>00:01:00.000</c>, no more than the limit; null when missing.</summary>
    public TimeSpan? Span(string name, TimeSpan limit)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span < limit ? span : limit
            : Wrong<TimeSpan?>(name, "a time such as 00:01:00");
    }

    /// <summary>A moment; null when missing.</summary>
    public DateTime? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : Wrong<DateTime?>(name, "a moment such as 2026-03-14T15:09:26Z");
    }

    private string? Text(string name) => !_values.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private T? Wrong<T>(string name, string expected)
    {
        Error ??= $"The option '{name}' is {Text(name)}; it must be {expected}.";
        return default;
    }
}
