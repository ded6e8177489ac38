using System.Net;
using CasinoFloor.Eventhouse.Remote.Access;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>Sends requests with their headers and token, and again while <see cref="RetryPolicy"/> says so.</summary>
/// <param name="http">The connections; without a time limit of their own.</param>
/// <param name="tokens">Gives the token.</param>
/// <param name="time">The clock.</param>
internal sealed class KustoSender(HttpClient http, ITokenSource tokens, TimeProvider time)
{
    /// <summary>
    /// Sends a request until it is answered, or until no further attempt makes sense. The caller disposes the answer, whose body has not been read.
    /// </summary>
    /// <param name="create">Makes the request anew for each attempt.</param>
    /// <param name="budget">How often and how long.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<(HttpResponseMessage? Answer, KustoFailure? Failure)> SendAsync(
        Func<HttpRequestMessage> create, RetryBudget budget, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var delay = TimeSpan.Zero;
        var isRefused = false;
        for (var attempts = 1; ; attempts++)
        {
            var (answer, failure) = await AttemptAsync(create, isRefused, budget.Attempt, cancellationToken);
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

            var left = budget.Total - time.GetElapsedTime(started);
            if (RetryPolicy.Next(failure.Outcome, delay, budget.Attempts - attempts, left, Random.Shared.NextDouble()) is not { } next)
            {
                return (null, failure);
            }

            delay = next;
            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private async Task<(HttpResponseMessage? Answer, KustoFailure? Failure)> AttemptAsync(
        Func<HttpRequestMessage> create, bool isRefused, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (token, failure) = await tokens.GetAsync(isRefused, cancellationToken);
        if (failure is not null)
        {
            return (null, failure);
        }

        using var request = create();
        RequestHeaders.AddTo(request, token);
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (answer.IsSuccessStatusCode)
            {
                return (answer, null);
            }

            using (answer)
            {
                var (error, permanent) = ErrorBody.Read(answer.StatusCode, await answer.Content.ReadAsStringAsync(either.Token));
                return (null, new KustoFailure(new SendOutcome(answer.StatusCode, permanent, RetryAfter(answer)), error));
            }
        }
        catch (Exception network) when (KustoFailure.IsNetwork(network, cancellationToken))
        {
            answer?.Dispose();
            return (null, KustoFailure.Network(network));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
