using System.Text.Json;
using System.Text.RegularExpressions;
using CasinoFloor.Kql.Syntax;

namespace CasinoFloor.Kql.Commands;

/// <summary>JSON inside a command. What is no JSON is an error at the place of the string that holds it.</summary>
internal static partial class CommandJson
{
    public static JsonDocument Parse(string json, string what, TextSpan at)
    {
        // Half of a surrogate pair, plain or as an escape, is no character; the reader would raise an exception for it only when it is read.
        if (HalfCharacter().IsMatch(json))
        {
            throw KqlFailure.Semantic($"{what} holds half of a character; write characters beyond U+FFFF as themselves.", at);
        }

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw KqlFailure.Semantic($"{what} is not JSON (its line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).", at);
        }
    }

    [GeneratedRegex(@"\\u[dD][89a-fA-F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex HalfCharacter();
}
