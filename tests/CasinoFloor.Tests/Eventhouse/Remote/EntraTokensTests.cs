using Azure.Core;
using Azure.Identity;
using CasinoFloor.Eventhouse.Remote.Access;
using CasinoFloor.Eventhouse.Remote.Http;
using Microsoft.Extensions.Time.Testing;

namespace CasinoFloor.Tests.Eventhouse.Remote;

public sealed class EntraTokensTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 14, 15, 0, 0, TimeSpan.Zero));
    private readonly FakeCredential _credential;
    private readonly EntraTokens _tokens;
    private int _scopesAsked;
    private KustoFailure? _scopeFailure;

    public EntraTokensTests()
    {
        _credential = new FakeCredential(_time);
        _tokens = new EntraTokens(_credential, _ => Task.FromResult<(string?, KustoFailure?)>(++_scopesAsked > 0 && _scopeFailure is null ? ("scope", null) : (null, _scopeFailure)), _time);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _tokens.Dispose();

    [Fact]
    public async Task GetAsync_UntilShortlyBeforeItExpires_GivesTheSameToken()
    {
        Assert.Equal(("scope-1", null), await _tokens.GetAsync(false, Cancellation));
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal(("scope-1", null), await _tokens.GetAsync(false, Cancellation));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("scope-2", null), await _tokens.GetAsync(false, Cancellation));
        Assert.Equal(1, _scopesAsked);
    }

    [Fact]
    public async Task GetAsync_RefusedByTheService_FetchesANewOne()
    {
        await _tokens.GetAsync(false, Cancellation);

        Assert.Equal(("scope-2", null), await _tokens.GetAsync(true, Cancellation));
    }

    [Fact]
    public async Task GetAsync_ScopeNotKnownYet_IsAskedForAgain()
    {
        _scopeFailure = KustoFailure.Network(new HttpRequestException("away"));
        Assert.Equal((null, _scopeFailure), await _tokens.GetAsync(false, Cancellation));
        _scopeFailure = null;

        Assert.Equal(("scope-1", null), await _tokens.GetAsync(false, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetAsync_SignInFails_MayPassOnlyWhereTheNetworkFailed(bool isNetwork)
    {
        _credential.Failure = isNetwork
            ? new AuthenticationFailedException("no answer", new InvalidOperationException("retries", new HttpRequestException("away")))
            : new AuthenticationFailedException("wrong secret");

        var (token, failure) = await _tokens.GetAsync(false, Cancellation);

        Assert.Null(token);
        Assert.Equal((KustoFailure.SignInCode, isNetwork, true), (failure!.Error.Code, failure.IsTransient, failure.IsAway));
    }

    private sealed class FakeCredential(TimeProvider time) : TokenCredential
    {
        private int _given;

        public Exception? Failure { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            Failure is null
                ? new(new AccessToken($"{requestContext.Scopes[0]}-{++_given}", time.GetUtcNow().AddHours(1)))
                : ValueTask.FromException<AccessToken>(Failure);
    }
}
