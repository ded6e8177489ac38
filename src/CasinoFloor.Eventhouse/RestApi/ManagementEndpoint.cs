using CasinoFloor.Kql;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary><c>POST /v1/rest/mgmt</c>: management commands.</summary>
internal sealed class ManagementEndpoint(IKqlDatabase database, ApiCalls calls, RequestCommands requests, EventhouseApiOptions options, TimeProvider time)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command.</summary>
    public Task ServeAsync(HttpContext http) => calls.ServeAsync(http, async identity =>
    {
        var (request, error) = await QueryRequest.ReadAsync(http.Request, options, http.RequestAborted);
        if (request is null || (error = calls.RefuseDatabase(request.Database)) is not null)
        {
            return error;
        }

        if (!Kql.Commands.KqlCommands.IsCommand(request.Text))
        {
            return ApiError.BadRequest("This is a query, not a management command: send it to /v2/rest/query.");
        }

        if (request.Properties.IsReadOnly && !ReadOnlyCommands.Contains(request.Text))
        {
            return ApiError.Forbidden("The option request_readonly allows commands that show something only.");
        }

        // To list and to cancel is most wanted when everything is busy: neither waits for a turn.
        return await requests.RunAsync(request.Text, http.RequestAborted) is { } listed
            ? await AnswerAsync(http, listed, http.RequestAborted)
            : await calls.InTurnAsync(calls.Writes, http, identity, request.Text, cancellation => RunAsync(http, request, cancellation));
    });

    private async Task<ApiError?> RunAsync(HttpContext http, QueryRequest request, CancellationToken cancellation)
    {
        var limit = request.Properties.Timeout ?? DefaultTimeout;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        KqlResult? result = null;
        try
        {
            result = await database.CommandAsync(request.Text, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Nothing was changed: a command becomes durable as a whole or not at all.
        }

        return result is null or { Error.Code: KqlErrorCodes.Cancelled }
            ? ApiError.Of(timeout.IsCancellationRequested
                ? new KqlError(KqlErrorCodes.Timeout, $"The command ran longer than {limit}.", 0, 0, 0, 0)
                : new KqlError(KqlErrorCodes.Cancelled, "The command was cancelled.", 0, 0, 0, 0))
            : await AnswerAsync(http, result, cancellation);
    }

    private static async Task<ApiError?> AnswerAsync(HttpContext http, KqlResult result, CancellationToken cancellation)
    {
        if (result.Error is not null)
        {
            return ApiError.Of(result.Error);
        }

        await using var answer = new AnswerStream(http.Response, cancellation);
        await AnswerV1.WriteAsync(answer, result.Tables);
        return null;
    }
}
