using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>
/// Reads an error answer:
/// <code>{"error":{"code":"General_BadRequest","message":"Request is invalid ...","@type":"Kusto.Data.Exceptions.KustoBadRequestException",
/// "@message":"Semantic error: SEM0100: 'where' operator: Failed to resolve column ... [line:position=1:12]","@permanent":true}}</code>
/// A gateway's answer may be no JSON at all.
/// </summary>
internal static partial class ErrorBody
{
    private const int LongestText = 400;

    /// <summary>The error and whether it says of itself that it is permanent.</summary>
    public static (KqlError Error, bool? IsPermanent) Read(HttpStatusCode status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error))
            {
                return Read(error);
            }
        }
        catch (JsonException)
        {
            // No Kusto service: a proxy or gateway in between. Its own words are all there is.
        }

        return (new KqlError(CodeOf(status), Describe(status, body), 0, 0, 0, 0), null);
    }

    /// <summary>Reads the object <c>error</c>, which also stands inside of answers.</summary>
    public static (KqlError Error, bool? IsPermanent) Read(JsonElement error)
    {
        var message = Text(error, "@message") ?? Text(error, "message") ?? "The Eventhouse gave no reason.";
        var code = Known().Match(message) is { Success: true } known ? known.Value : Text(error, "code") ?? KqlErrorCodes.Execution;
        var place = Place().Match(message);
        var line = place.Success ? int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var column = place.Success ? int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0;
        bool? permanent = error.TryGetProperty("@permanent", out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
        return (new KqlError(code, Place().Replace(Lead().Replace(message, ""), "").Trim(), line, column, 0, 0), permanent);
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout => KqlErrorCodes.Timeout,
        _ => string.Create(CultureInfo.InvariantCulture, $"HTTP{(int)status}"),
    };

    private static string Describe(HttpStatusCode status, string body)
    {
        var advice = status switch
        {
            HttpStatusCode.Unauthorized => "the sign-in was not accepted: check Eventhouse:Remote:Authentication and its identity",
            HttpStatusCode.Forbidden => "the identity may not do this: give it the roles viewer and ingestor on the database",
            HttpStatusCode.NotFound => "there is no such service or database at this address: check Eventhouse:Remote:QueryUri and Database",
            HttpStatusCode.TooManyRequests => "it is asked too often at present",
            HttpStatusCode.RequestEntityTooLarge => "the request is too large",
            _ => "it cannot answer at present",
        };
        var text = body.Trim();
        return string.Create(CultureInfo.InvariantCulture, $"The Eventhouse answered {(int)status}: {advice}.")
            + (text.Length > 0 ? " It said: " + (text.Length <= LongestText ? text : text[..LongestText] + "…") : "");
    }

    [GeneratedRegex(@"\b(SYN\d{4}|SEM\d{4}|E_[A-Z_]+)\b")]
    private static partial Regex Known();

    // Code and place stand beside the message, which is for people.
    [GeneratedRegex(@"^(?:Request is invalid: )?(?:Semantic|Syntax) error: (?:(?:SYN|SEM)\d{4}: )?")]
    private static partial Regex Lead();

    [GeneratedRegex(@"\[line:position=(\d{1,6}):(\d{1,6})\]")]
    private static partial Regex Place();
}
