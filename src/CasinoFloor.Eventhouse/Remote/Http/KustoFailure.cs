using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>A request that was not answered as hoped, after all attempts.</summary>
/// <param name="Outcome">What came of the last attempt.</param>
/// <param name="Error">What the server, or the network, said.</param>
internal sealed record KustoFailure(SendOutcome Outcome, KqlError Error)
{
    /// <summary>The code of errors that the network makes.</summary>
    public const string NetworkCode = "NETWORK";

    /// <summary>The code of errors of the sign-in.</summary>
    public const string SignInCode = "SIGN_IN";

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => RetryPolicy.IsTransient(Outcome);

    /// <summary>Whether nobody answered at all, or nobody who could do anything: the Eventhouse is away.</summary>
    public bool IsAway => Outcome.Status is null or >= System.Net.HttpStatusCode.InternalServerError;

    /// <summary>A failure of the network.</summary>
    public static KustoFailure Network(Exception failure) => new(
        new SendOutcome(null),
        failure is OperationCanceledException
            ? Plain(KqlErrorCodes.Timeout, "The Eventhouse did not answer in time.")
            : Plain(NetworkCode, $"The Eventhouse cannot be reached: {failure.Message}"));

    /// <summary>No token is to be had.</summary>
    /// <param name="message">Why.</param>
    /// <param name="isPermanent">Whether somebody must change something first; false where whoever gives tokens is away.</param>
    public static KustoFailure SignIn(string message, bool isPermanent) => new(new SendOutcome(null, isPermanent), Plain(SignInCode, message));

    /// <summary>An error without a place.</summary>
    public static KqlError Plain(string code, string message) => new(code, message, 0, 0, 0, 0);

    /// <summary>Whether an exception is the network's, time-outs included, and not the caller's wish to stop.</summary>
    public static bool IsNetwork(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
