using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>The body of a query: <c>{"db":..., "csl":..., "properties":{"Options":{...},"Parameters":{...}}}</c>.</summary>
internal static class QueryBody
{
    /// <summary>Encodes a query. Its answer comes in fragments, so that each piece of it is small however large the whole is.</summary>
    /// <param name="database">The database.</param>
    /// <param name="query">Text, parameters and limits.</param>
    /// <param name="isUnlimited">Whether an answer may be larger than the service's own limits: for reading back, never for people.</param>
    public static HttpContent Encode(string database, KqlQuery query, bool isUnlimited)
    {
        var options = new Dictionary<string, object>
        {
            ["servertimeout"] = query.Timeout.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture),
            ["results_v2_fragment_primary_tables"] = true,
            ["results_v2_newlines_between_frames"] = true,
        };
        if (isUnlimited)
        {
            options["notruncation"] = true;
        }
        else
        {
            options["truncationmaxrecords"] = query.MaxRows;
            options["truncationmaxsize"] = query.MaxBytes;
        }

        if (query.TakeRows is { } rows)
        {
            options["query_take_max_records"] = rows;
        }

        if (query.Now is { } now)
        {
            options["query_now"] = now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }

        return Json(new
        {
            db = database,
            csl = query.Text,
            properties = new
            {
                Options = options,
                Parameters = query.Parameters.Where(parameter => parameter.Value is not null).ToDictionary(parameter => parameter.Key, parameter => ParameterText.Of(parameter.Value)),
            },
        });
    }

    /// <summary>Encodes a management command.</summary>
    public static HttpContent Encode(string database, string command) => Json(new { db = database, csl = command });

    private static ByteArrayContent Json<T>(T body) => new(JsonSerializer.SerializeToUtf8Bytes(body))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } },
    };
}
