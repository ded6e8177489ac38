using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CasinoFloor.Eventhouse.RestApi;

/// <summary>
/// Who may ask: the holder of the token from anywhere; without it, programs on this machine only: see
/// <see cref="LocalRequest"/>.
/// </summary>
internal sealed class AccessRule
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _token;

    /// <summary>Creates the rule.</summary>
    public AccessRule(EventhouseApiOptions options) =>
        _token = options.Token.Length > 0 ? SHA256.HashData(Encoding.UTF8.GetBytes(options.Token)) : null;

    /// <summary>Why the request is refused; null when it is allowed.</summary>
    public ApiError? Refuse(HttpContext http)
    {
        var given = http.Request.Headers.Authorization.ToString();
        if (_token is not null && given.Length > 0)
        {
            return IsToken(given, _token) ? null : ApiError.Unauthorized("The bearer token is not the one of the setting Eventhouse:Api:Token.");
        }

        if (LocalRequest.Is(http))
        {
            return null;
        }

        return _token is not null
            ? ApiError.Unauthorized("A bearer token is needed: the one of the setting Eventhouse:Api:Token.")
            : ApiError.Forbidden("Only programs on this machine may ask, by its loopback address and without a proxy. Set Eventhouse:Api:Token to open it to holders of that token.");
    }

    private static bool IsToken(string given, byte[] token) =>
        given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim())), token);
}
