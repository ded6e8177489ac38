using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>Gives the bearer token of a request.</summary>
internal interface ITokenSource
{
    /// <summary>The token, null for none, or why there is none to be had. Kept until shortly before it expires.</summary>
    /// <param name="isRefused">Whether the last one was refused, so that a new one must be fetched.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<(string? Token, KustoFailure? Failure)> GetAsync(bool isRefused, CancellationToken cancellationToken);
}

/// <summary>A token that does not change, or none.</summary>
internal sealed class FixedToken(string? token) : ITokenSource
{
    /// <inheritdoc />
    public ValueTask<(string? Token, KustoFailure? Failure)> GetAsync(bool isRefused, CancellationToken cancellationToken) => new((token, null));
}
