using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql;

/// <summary>Reads values as the language does.</summary>
public static class KqlValues
{
    /// <summary>Reads the text of a scalar, such as <c>2024-01-01</c>, <c>1.5</c> or <c>1.02:00:00</c>, as the <c>to...()</c> functions do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">The type it should be of; not dynamic.</param>
    /// <param name="value">The value, as in <see cref="KqlResultTable"/>.</param>
    /// <returns>False when the text is no value of the type.</returns>
    public static bool TryParse(string text, KqlType type, out object? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (type == KqlType.String)
        {
            value = text;
            return true;
        }

        var isRead = Literals.TryParse(text, type, out value);
        value = value switch
        {
            long number when type == KqlType.Int => (int)number,
            long ticks when type == KqlType.DateTime => ticks is >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            long ticks when type == KqlType.TimeSpan => TimeSpan.FromTicks(ticks),
            _ => value,
        };
        return isRead && value is not null;
    }
}
