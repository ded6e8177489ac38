using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>A request that was not answered as hoped, after all attempts.</summary>
/// <param name="Outcome">What came of the last attempt.</param>
/// <param name="Error">What the server, or the network, said.</param>
internal sealed record KustoFailure(SendOutcome Outcome, KqlError Error)
{
    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => RetryPolicy.IsTransient(Outcome);

    /// <summary>Whether nobody answered at all, or nobody who could do anything: the Eventhouse is away.</summary>
    public bool IsAway => Outcome.Status is null or >= System.Net.HttpStatusCode.InternalServerError;
}
