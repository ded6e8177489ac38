using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// Writes a refusal as Kusto does. A sample:
/// <code>
/// {"error":{"code":"SEM0001","message":"Request is invalid and cannot be executed.",
///   "@type":"Kusto.Data.Exceptions.SemanticException","@message":"'x' is no column. [line:position=1:7]",
///   "@context":{"timestamp":"...","clientRequestId":"...","activityId":"..."},"@permanent":true,"line":1,"column":7}}
/// </code>
/// </summary>
internal static class ErrorBody
{
    /// <summary>Answers a request that has no answer yet.</summary>
    public static async Task WriteAsync(HttpContext http, RequestIdentity identity, ApiError error, CancellationToken cancellationToken)
    {
        var response = http.Response;
        response.StatusCode = error.Status;
        response.ContentType = JsonContent.Type;
        if (error.RetryAfter is { } after)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        var json = new Utf8JsonWriter(response.BodyWriter, JsonContent.Writing);
        await using (json)
        {
            Write(json, identity, error);
        }

        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, RequestIdentity identity, ApiError error)
    {
        var message = error.Place is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{error.Message} [line:position={place.Line}:{place.Column}]")
            : error.Message;
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.IsPermanent ? "Request is invalid and cannot be executed." : "The request cannot be served now.");
        json.WriteString("@type", error.Type);
        json.WriteString("@message", message);
        json.WriteStartObject("@context");
        json.WriteString("timestamp", identity.Started);
        json.WriteString("clientRequestId", identity.ClientRequestId);
        json.WriteString("activityId", identity.ActivityId);
        json.WriteEndObject();
        json.WriteBoolean("@permanent", error.IsPermanent);
        if (error.Place is { } at)
        {
            json.WriteNumber("line", at.Line);
            json.WriteNumber("column", at.Column);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
