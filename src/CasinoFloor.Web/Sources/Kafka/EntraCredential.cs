using Azure.Core;
using Azure.Identity;

namespace CasinoFloor.Web.Sources.Kafka;

/// <summary>The options' Microsoft Entra identity as a credential.</summary>
internal static class EntraCredential
{
    /// <summary>Adds an error for each setting that is missing or contradicts another.</summary>
    public static void Check(EntraOptions options, List<string> errors)
    {
        var secret = !string.IsNullOrWhiteSpace(options.ClientSecret);
        if (secret && string.IsNullOrWhiteSpace(options.TenantId))
            errors.Add("Kafka:Entra:TenantId: is needed with Kafka:Entra:ClientSecret");
        if (secret && string.IsNullOrWhiteSpace(options.ClientId))
            errors.Add("Kafka:Entra:ClientId: is needed with Kafka:Entra:ClientSecret");
        if (secret && !string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
            errors.Add("Kafka:Entra:ManagedIdentityClientId: cannot be set together with Kafka:Entra:ClientSecret");
        if (!string.IsNullOrWhiteSpace(options.Scope) && !Uri.TryCreate(options.Scope.Trim(), UriKind.Absolute, out _))
            errors.Add("Kafka:Entra:Scope: must be an absolute address such as https://NAMESPACE.servicebus.windows.net/.default");
    }

    /// <summary>The client secret's, the managed identity's, or the default credential.</summary>
    public static TokenCredential Create(EntraOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ClientSecret))
            return new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret);
        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId));
        return new DefaultAzureCredential();
    }
}
