using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Identity;
using CasinoFloor.Eventhouse.Remote.Http;

namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>Tokens of Microsoft Entra ID for the Eventhouse's own scope.</summary>
/// <param name="credential">The identity.</param>
/// <param name="scope">Finds the scope; asked until it is known.</param>
/// <param name="time">The clock that says when a token is old.</param>
internal sealed class EntraTokens(
    TokenCredential credential, Func<CancellationToken, Task<(string? Scope, KustoFailure? Failure)>> scope, TimeProvider time) : ITokenSource, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _scope;
    private AccessToken _token;

    /// <inheritdoc />
    public async ValueTask<(string? Token, KustoFailure? Failure)> GetAsync(bool isRefused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!isRefused && _token.ExpiresOn > time.GetUtcNow() + Early)
            {
                return (_token.Token, null);
            }

            if (_scope is null)
            {
                (_scope, var failure) = await scope(cancellationToken);
                if (_scope is null)
                {
                    return (null, failure);
                }
            }

            _token = await credential.GetTokenAsync(new TokenRequestContext([_scope]), cancellationToken);
            return (_token.Token, null);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or RequestFailedException)
        {
            return (null, KustoFailure.SignIn($"The app cannot sign in to the Eventhouse: {failure.Message}", isPermanent: !IsOfNetwork(failure)));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    // Whoever gives tokens may be away as the Eventhouse itself may; a wrong secret stays wrong.
    private static bool IsOfNetwork(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or SocketException or TimeoutException or TaskCanceledException => true,
        RequestFailedException { Status: 0 or 429 or >= 500 } => true,
        AggregateException several => several.InnerExceptions.Any(IsOfNetwork),
        _ => IsOfNetwork(failure.InnerException),
    };
}
