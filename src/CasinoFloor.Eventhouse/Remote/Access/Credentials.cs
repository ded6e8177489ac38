using Azure.Core;
using Azure.Identity;

namespace CasinoFloor.Eventhouse.Remote.Access;

/// <summary>Makes the identity that the settings name.</summary>
internal static class Credentials
{
    /// <summary>The credential; only for the kinds that have one.</summary>
    public static TokenCredential Create(RemoteOptions options) => options.Authentication switch
    {
        RemoteAuthentication.ManagedIdentity => new ManagedIdentityCredential(
            string.IsNullOrEmpty(options.ClientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.ClientId)),
        RemoteAuthentication.ClientSecret => new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret),
        RemoteAuthentication.Default => new DefaultAzureCredential(),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Authentication, null),
    };
}
