using System.Net;

namespace CasinoFloor.Eventhouse.Remote.Http;

/// <summary>What came of one attempt to send a request, as far as it decides about another.</summary>
/// <param name="Status">The answer's status; null when there was none: the network failed, or time ran out.</param>
/// <param name="IsPermanent">What the answer's body says of itself (<c>@permanent</c>); null when it says nothing.</param>
/// <param name="RetryAfter">How long the server asks to wait; null when it does not.</param>
internal readonly record struct SendOutcome(HttpStatusCode? Status, bool? IsPermanent = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the request was answered as hoped.</summary>
    public bool IsSuccess => Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;
}
