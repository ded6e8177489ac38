namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>Gives the bearer token of a request.</summary>
internal interface ITokenSource
{
    /// <summary>The token; null for none. Kept until shortly before it expires.</summary>
    /// <param name="isRefused">Whether the last one was refused, so that a new one must be fetched.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EventhouseException">None can be had; the message says why.</exception>
    ValueTask<string?> GetAsync(bool isRefused, CancellationToken cancellationToken);
}

/// <summary>A token that does not change, or none.</summary>
internal sealed class FixedToken(string? token) : ITokenSource
{
    /// <inheritdoc />
    public ValueTask<string?> GetAsync(bool isRefused, CancellationToken cancellationToken) => new(token);
}
