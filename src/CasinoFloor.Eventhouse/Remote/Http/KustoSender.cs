using System.Net;
using System.Net.Http.Headers;
using CasinoFloor.Eventhouse.Remote.Access;
using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>Sends requests with their headers and token, and again while <see cref="RetryPolicy"/> says so.</summary>
internal sealed class KustoSender(HttpClient http, ITokenSource tokens, TimeProvider time)
{
    private const string Application = "CasinoFloor";
    private const string ClientVersion = "CasinoFloor:1";

    /// <summary>
    /// Sends a request until it is answered, or until no further attempt makes sense. The caller disposes the answer, whose body has not been read.
    /// </summary>
    /// <param name="create">Makes the request anew for each attempt.</param>
    /// <param name="retryFor">How long attempts may go on; zero is one attempt.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EventhouseException">No token can be had.</exception>
    public async Task<(HttpResponseMessage? Answer, KustoFailure? Failure)> SendAsync(
        Func<HttpRequestMessage> create, TimeSpan retryFor, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var delay = TimeSpan.Zero;
        var isRefused = false;
        while (true)
        {
            var (answer, failure) = await AttemptAsync(create, isRefused, cancellationToken);
            if (failure is null)
            {
                return (answer, null);
            }

            // A token may have been withdrawn before its time: one new one is worth a try.
            if (failure.Outcome.Status == HttpStatusCode.Unauthorized && !isRefused)
            {
                isRefused = true;
                continue;
            }

            if (RetryPolicy.Next(failure.Outcome, delay, retryFor - time.GetElapsedTime(started), Random.Shared.NextDouble()) is not { } next)
            {
                return (null, failure);
            }

            delay = next;
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private async Task<(HttpResponseMessage? Answer, KustoFailure? Failure)> AttemptAsync(
        Func<HttpRequestMessage> create, bool isRefused, CancellationToken cancellationToken)
    {
        using var request = create();
        AddHeaders(request);
        if (await tokens.GetAsync(isRefused, cancellationToken) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        HttpResponseMessage? answer = null;
        try
        {
            answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return (answer, null);
            }

            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            var (error, permanent) = ErrorBody.Read(answer.StatusCode, body);
            var outcome = new SendOutcome(answer.StatusCode, permanent, RetryAfter(answer));
            answer.Dispose();
            return (null, new KustoFailure(outcome, error));
        }
        catch (Exception failure) when (IsNetwork(failure, cancellationToken))
        {
            answer?.Dispose();
            return (null, new KustoFailure(new SendOutcome(null), NetworkError(failure)));
        }
    }

    /// <summary>Whether a failure is the network's, time-outs included, and not the caller's wish to stop.</summary>
    public static bool IsNetwork(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>What is said of a failure of the network.</summary>
    public static KqlError NetworkError(Exception failure) => new(
        failure is OperationCanceledException ? KqlErrorCodes.Timeout : "NETWORK",
        failure is OperationCanceledException ? "The Eventhouse did not answer in time." : $"The Eventhouse cannot be reached: {failure.Message}",
        0,
        0,
        0,
        0);

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private static void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("x-ms-app", Application);
        request.Headers.TryAddWithoutValidation("x-ms-user", Environment.UserName);
        request.Headers.TryAddWithoutValidation("x-ms-client-version", ClientVersion);
        request.Headers.TryAddWithoutValidation("x-ms-client-request-id", $"{Application};{Guid.NewGuid()}");
        request.Headers.Accept.ParseAdd("application/json");
    }
}
