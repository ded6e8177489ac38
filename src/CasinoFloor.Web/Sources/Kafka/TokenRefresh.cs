using Azure.Core;
using Confluent.Kafka;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>
/// Gives the client its Entra tokens. The client asks on the thread that reads, and again at 80 % of a token's life or 10 s
/// after a failure; the token is fetched beside it, because an identity provider may take seconds.
/// </summary>
internal sealed class TokenRefresh(TokenCredential credential, string scope, TimeProvider time, ILogger logger, SecretText secrets) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Told when no token could be had, with what to tell the operator.</summary>
    public Action<string>? Refused { get; init; }

    /// <summary>The client wants a token.</summary>
    public void Refresh(IClient client)
    {
        if (_running.IsCompleted)
            _running = Task.Run(() => RefreshAsync(client));
    }

    /// <summary>Ends a fetch that is under way: the client must not be taken away beneath it.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _running.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task RefreshAsync(IClient client)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stop.Token);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), either.Token);
            if (_stop.IsCancellationRequested)
                return;
            client.OAuthBearerSetToken(token.Token, token.ExpiresOn.ToUnixTimeMilliseconds(), "casinofloor");
            KafkaLog.TokenTaken(logger, scope, token.ExpiresOn);
        }
        catch (Exception refused) when (!_stop.IsCancellationRequested)
        {
            // Whatever went wrong, the client must hear of it: it waits for an answer and tries again.
            var reason = secrets.Redact(refused.Message.Split('\n')[0].Trim());
            KafkaLog.TokenRefused(logger, scope, reason);
            Refused?.Invoke($"no Microsoft Entra token for {scope}: check Kafka:Entra and the identity of this machine ({reason})");
            client.OAuthBearerSetTokenFailure(reason);
        }
        catch (OperationCanceledException)
        {
            // The client is being closed and no longer wants an answer.
        }
    }
}
