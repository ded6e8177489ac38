using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Embedded.Commands;

/// <summary>A parameter of a stored function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null for a table.</param>
/// <param name="Default">Its default as it is written; null without one.</param>
internal sealed record FunctionParameter(string Name, KqlType? Type, string? Default);

/// <summary>Reads the parameters of stored functions, whose syntax was checked before: <c>(x:long, since:datetime = datetime(null), T:(*))</c>.</summary>
internal static class FunctionParameters
{
    /// <summary>The parameters in order; null when they are written in a way that is not read here.</summary>
    public static IReadOnlyList<FunctionParameter>? Parse(string text)
    {
        var inner = text.Trim();
        if (inner.Length < 2 || inner.Contains('"', StringComparison.Ordinal) || inner.Contains('\'', StringComparison.Ordinal) || inner.Contains("//", StringComparison.Ordinal))
        {
            return null;
        }

        var parameters = new List<FunctionParameter>();
        foreach (var part in Split(inner[1..^1]))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                return null;
            }

            var rest = part[(colon + 1)..];
            var equals = rest.IndexOf('=', StringComparison.Ordinal);
            var type = (equals < 0 ? rest : rest[..equals]).Trim();
            parameters.Add(new FunctionParameter(
                part[..colon].Trim(), KqlTypes.TryParse(type, out var known) ? known : null, equals < 0 ? null : rest[(equals + 1)..].Trim()));
        }

        return parameters;
    }

    /// <summary>A call with empty values, to see whether the function binds; null when it takes tables.</summary>
    public static string? SampleCall(string name, IReadOnlyList<FunctionParameter> parameters) => parameters.All(parameter => parameter.Type is not null)
        ? $"{Name(name)}({string.Join(", ", parameters.Select(parameter => parameter.Type == KqlType.String ? "\"\"" : $"{parameter.Type!.Value.Name()}(null)"))})"
        : null;

    /// <summary>A name as a query writes it.</summary>
    public static string Name(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        ? name
        : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static IEnumerable<string> Split(string text)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0;
            if (text[at] == ',' && depth == 0)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        if (text[start..].Trim().Length > 0)
        {
            yield return text[start..];
        }
    }
}
