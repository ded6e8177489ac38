using CasinoFloor.Kql;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary><c>POST /v1/rest/ingest/DATABASE/TABLE?streamFormat=json&amp;mappingName=m</c>: streaming ingestion. The rows of a request are stored together, or none is.</summary>
internal sealed class IngestEndpoint(IKqlDatabase database, ApiCalls calls, EventhouseApiOptions options)
{
    /// <summary>Stores the rows of a request.</summary>
    public Task ServeAsync(HttpContext http) => calls.ServeAsync(http, async identity =>
    {
        if (calls.RefuseDatabase(Route(http, "database")) is { } wrong)
        {
            return wrong;
        }

        var query = http.Request.Query;
        var format = query["streamFormat"].ToString();
        if (format.Length == 0 || LoadRequest.FormatOf(format) is not { } known)
        {
            return ApiError.BadRequest($"streamFormat is '{format}'; json, multijson, csv, tsv, psv and scsv are read here.");
        }

        if (query["sourceKind"].ToString() is { Length: > 0 } source && !source.Equals("stream", StringComparison.OrdinalIgnoreCase))
        {
            return ApiError.BadRequest($"sourceKind={source} is not supported: send the rows in the body.");
        }

        var (body, refused) = await RequestBody.ReadAsync(http.Request, options, http.RequestAborted);
        if (refused is not null)
        {
            return refused;
        }

        var request = new LoadRequest(Route(http, "table"), known, body)
        {
            Mapping = query["mappingName"].ToString() is { Length: > 0 } mapping ? mapping : null,
            IsStreaming = true,
        };
        return await calls.InTurnAsync(calls.Writes, http, identity, $".ingest into {request.Table}", cancellation => StoreAsync(http, request, cancellation));
    });

    private async Task<ApiError?> StoreAsync(HttpContext http, LoadRequest request, CancellationToken cancellation)
    {
        long rows;
        try
        {
            (rows, var error) = await database.LoadAsync(request, cancellation);
            if (error is not null)
            {
                return ApiError.BadRequest(error, "BadRequest_StreamingIngestionFailed");
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return ApiError.BadRequest("The ingestion was cancelled; no row was stored.", KqlErrorCodes.Cancelled);
        }

        await using var answer = new AnswerStream(http.Response, cancellation);
        await AnswerV1.WriteAsync(answer, [new KqlResultTable("Table_0", [new("ConsumedRecordsCount", KqlType.Long)], [[rows]], true)]);
        return null;
    }

    private static string Route(HttpContext http, string name) => (string?)http.GetRouteValue(name) ?? "";
}
