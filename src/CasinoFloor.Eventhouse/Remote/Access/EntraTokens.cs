using Azure;
using Azure.Core;
using Azure.Identity;

namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>Tokens of Microsoft Entra ID for the Eventhouse's own scope.</summary>
/// <param name="credential">The identity.</param>
/// <param name="scope">Finds the scope; asked once.</param>
/// <param name="time">The clock that says when a token is old.</param>
internal sealed class EntraTokens(TokenCredential credential, Func<CancellationToken, Task<string>> scope, TimeProvider time) : ITokenSource, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _scope;
    private AccessToken _token;

    /// <inheritdoc />
    public async ValueTask<string?> GetAsync(bool isRefused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (isRefused || _token.ExpiresOn - Early <= time.GetUtcNow())
            {
                _scope ??= await scope(cancellationToken);
                _token = await credential.GetTokenAsync(new TokenRequestContext([_scope]), cancellationToken);
            }

            return _token.Token;
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or RequestFailedException)
        {
            throw new EventhouseException($"The app cannot sign in to the Eventhouse: {failure.Message}", failure);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();
}
