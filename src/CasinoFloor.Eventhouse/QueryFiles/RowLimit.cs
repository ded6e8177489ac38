using System.Globalization;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.QueryFiles;

/// <summary>
/// A question that declares <c>top_n:long</c> answers so many rows at most, and cuts last of all. It is asked for one more: so the answer says whether it was cut.
/// </summary>
public static class RowLimit
{
    /// <summary>The parameter's name.</summary>
    public const string Parameter = "top_n";

    /// <summary>How many rows a question answers at most; null where it has no such limit.</summary>
    /// <param name="declared">What the question declares.</param>
    /// <param name="given">The values that it is asked with.</param>
    public static int? Of(IEnumerable<KqlParameter> declared, IReadOnlyDictionary<string, object?> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (declared.FirstOrDefault(parameter => parameter is { Name: Parameter, Type: KqlType.Long }) is not { } limit)
            return null;

        return given.GetValueOrDefault(Parameter) switch
        {
            null => long.TryParse(limit.Default, NumberStyles.None, CultureInfo.InvariantCulture, out var usual) ? Within(usual) : null,
            long rows => Within(rows),
            int rows => Within(rows),
            _ => null,
        };
    }

    private static int? Within(long rows) => rows is > 0 and < int.MaxValue ? (int)rows : null;
}
