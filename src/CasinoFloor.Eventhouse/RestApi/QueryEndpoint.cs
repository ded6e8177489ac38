using CasinoFloor.Kql;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>Answers queries, in both versions of the contract.</summary>
internal sealed class QueryEndpoint(IKqlDatabase database, ApiCalls calls, EventhouseApiOptions options, TimeProvider time)
{
    /// <summary><c>POST /v1/rest/query</c>.</summary>
    public Task FirstVersionAsync(HttpContext http) => ServeAsync(
        http, (answer, request, result, identity, took) => AnswerV1.WriteQueryAsync(answer, result, identity));

    /// <summary><c>POST /v2/rest/query</c>.</summary>
    public Task SecondVersionAsync(HttpContext http) => ServeAsync(
        http, (answer, request, result, identity, took) => new AnswerV2(answer, request.Properties).WriteAsync(result, identity, took));

    private Task ServeAsync(HttpContext http, Func<AnswerStream, QueryRequest, KqlResult, RequestIdentity, TimeSpan, Task> write) =>
        calls.ServeAsync(http, async identity =>
        {
            var (request, error) = await QueryRequest.ReadAsync(http.Request, options, http.RequestAborted);
            if (request is null || (error = calls.RefuseDatabase(request.Database)) is not null)
            {
                return error;
            }

            if (request.Text.TrimStart().StartsWith('.'))
            {
                return ApiError.BadRequest("This is a management command: send it to /v1/rest/mgmt.");
            }

            return await calls.InTurnAsync(calls.Queries, http, identity, request.Text, async cancellation =>
            {
                var started = time.GetTimestamp();
                var result = await database.QueryAsync(Query(request), cancellation);
                if (result.Error is not null)
                {
                    return ApiError.Of(result.Error);
                }

                await using var answer = new AnswerStream(http.Response, cancellation);
                await write(answer, request, result, identity, time.GetElapsedTime(started));
                return null;
            });
        });

    private static KqlQuery Query(QueryRequest request)
    {
        var query = new KqlQuery(request.Text);
        var properties = request.Properties;
        return query with
        {
            Parameters = properties.Parameters,
            Now = properties.Now,
            Timeout = properties.Timeout ?? query.Timeout,
            MaxRows = properties.MaxRows ?? query.MaxRows,
            MaxBytes = properties.MaxBytes ?? query.MaxBytes,
            TakeRows = properties.TakeRows,
        };
    }
}
