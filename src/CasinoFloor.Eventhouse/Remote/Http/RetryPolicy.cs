using System.Net;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>Whether to try again, and after how long: a function of what happened, without a clock or a state of its own.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Decides about another attempt.</summary>
    /// <param name="outcome">What came of the last one.</param>
    /// <param name="lastDelay">How long the last wait was; zero after the first attempt.</param>
    /// <param name="attemptsLeft">How many attempts are left.</param>
    /// <param name="timeLeft">How much time there is for all further attempts.</param>
    /// <param name="jitter">Evenly distributed from 0 to 1: clients that failed together do not come back together.</param>
    /// <returns>How long to wait before the next attempt; null for none.</returns>
    public static TimeSpan? Next(SendOutcome outcome, TimeSpan lastDelay, int attemptsLeft, TimeSpan timeLeft, double jitter)
    {
        if (outcome.IsSuccess || attemptsLeft <= 0 || !IsTransient(outcome))
        {
            return null;
        }

        // Doubled each time, of which the last quarter is chance.
        var doubled = lastDelay == TimeSpan.Zero ? First : lastDelay * 2;
        var delay = (doubled < Longest ? doubled : Longest) * (0.75 + (0.25 * jitter));
        if (outcome.RetryAfter is { } asked && asked > delay)
        {
            delay = asked;
        }

        return delay < timeLeft ? delay : null;
    }

    /// <summary>
    /// Whether the same request may succeed later. What the body says counts most; without it 429, time-outs and failures of the server or the network
    /// may pass, while 400, 401, 403, 404 and 413 will not.
    /// </summary>
    public static bool IsTransient(SendOutcome outcome) => outcome switch
    {
        { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout } => true,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestEntityTooLarge } => false,
        { IsPermanent: { } permanent } => !permanent,
        { Status: null } => true,
        { Status: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };
}
