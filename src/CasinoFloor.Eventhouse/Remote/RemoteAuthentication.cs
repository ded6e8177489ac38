namespace CasinoFloor.Eventhouse.Remote;

/// <summary>How the app signs in to a remote Eventhouse.</summary>
public enum RemoteAuthentication
{
    /// <summary>Whatever the default chain of Azure credentials finds: environment, workload identity, managed identity, a developer's sign-in.</summary>
    Default,

    /// <summary>A managed identity; <see cref="RemoteOptions.ClientId"/> names a user-assigned one.</summary>
    ManagedIdentity,

    /// <summary>A client secret with tenant and client.</summary>
    ClientSecret,

    /// <summary>A fixed bearer token, such as the one of another CasinoFloor's embedded Eventhouse.</summary>
    Token,

    /// <summary>No sign-in: an emulator, or an Eventhouse on this machine.</summary>
    None,
}
