using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>What every endpoint does around its own work: who asks, whether the database is open, whose turn it is, and how failures are told.</summary>
internal sealed class ApiCalls(
    IKqlDatabase database, AccessRule access, EventhouseApiOptions options, RunningRequests running, TimeProvider time, ILogger<ApiCalls> log) : IDisposable
{
    // The name that commands of ingesting clients carry.
    private const string DefaultName = "NetDefaultDB";

    /// <summary>The turns of queries.</summary>
    public RequestGate Queries { get; } = new(options.MaxConcurrentQueries, options.MaxQueued, options.MaxWait);

    /// <summary>The turns of commands and ingestions.</summary>
    public RequestGate Writes { get; } = new(options.MaxConcurrentWrites, options.MaxQueued, options.MaxWait);

    /// <summary>Serves a request: the work gives null when it has answered, or why it refuses, before a byte of the answer was written.</summary>
    public async Task ServeAsync(HttpContext http, Func<RequestIdentity, Task<ApiError?>> work)
    {
        var identity = RequestIdentity.Take(http, time);
        ApiError? error;
        try
        {
            error = access.Refuse(http)
                ?? (database.IsOpen ? await work(identity) : ApiError.Unavailable("The database is being opened; try again in a moment."));
        }
        catch (EventhouseException failure)
        {
            ApiLog.Failed(log, failure.Message, identity.ActivityId);
            error = ApiError.Unavailable("The database cannot be read or written now; the app's log says why.");
        }
        catch (BadHttpRequestException bad)
        {
            error = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiError.TooLarge(bad.Message) : ApiError.BadRequest(bad.Message);
        }
        catch (Exception gone) when (http.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            return;
        }

        catch (OperationCanceledException) when (http.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            http.Abort();
            return;
        }

        if (error is not null && !http.RequestAborted.IsCancellationRequested)
        {
            ApiLog.Refused(log, error.Status, error.Code, error.Message, identity.ActivityId);
            await ErrorBody.WriteAsync(http, identity, error, http.RequestAborted);
        }
    }

    /// <summary>Does the work when its turn comes; it can be cancelled by the client's request id meanwhile.</summary>
    public async Task<ApiError?> InTurnAsync(
        RequestGate gate, HttpContext http, RequestIdentity identity, string text, Func<CancellationToken, Task<ApiError?>> work)
    {
        using var request = running.Begin(identity, text, http.RequestAborted);
        try
        {
            if (!await gate.EnterAsync(request.Cancellation))
            {
                return ApiError.Throttled("Too many requests are under way. Try again in a moment.", TimeSpan.FromSeconds(1));
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return ApiError.BadRequest("The request was cancelled while it waited for its turn.", Kql.KqlErrorCodes.Cancelled);
        }

        try
        {
            return await work(request.Cancellation);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>Why a database's name is refused; null when it is ours.</summary>
    public ApiError? RefuseDatabase(string name) =>
        name.Length == 0 || name == DefaultName || name.Equals(database.Name, StringComparison.OrdinalIgnoreCase)
            ? null
            : ApiError.NotFound($"There is no database '{name}'; the only one is '{database.Name}'.");

    /// <inheritdoc />
    public void Dispose()
    {
        Queries.Dispose();
        Writes.Dispose();
    }
}
