using CasinoFloor.Web.Hosting;

namespace CasinoFloor.Web.Commands;

/// <summary>Where an app that runs already is reached.</summary>
internal static class RunningApp
{
    /// <summary>The first of the addresses that it listens on, with the name of this computer for "any"; null when it is no address.</summary>
    /// <param name="urls">The addresses, separated by semicolons; null takes them from the environment, then the default.</param>
    public static Uri? Address(string? urls)
    {
        urls ??= Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? AppHost.DefaultUrls;
        var first = urls.Split(';')[0].Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        return Uri.TryCreate(first, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }
}
