using System.CommandLine;
using CasinoFloor.Web.Hosting;

namespace CasinoFloor.Web.Commands;

/// <summary><c>health</c>: asks a running app whether it is well; the container's health check.</summary>
public static class HealthCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var command = new Command("health", "Asks a running app at --urls whether it is well; exit code 0 when it is.");
        command.SetAction((parsed, stop) => RunAsync(common.Read(parsed).GetValueOrDefault("Urls"), stop));
        return command;
    }

    private static async Task<int> RunAsync(string? urls, CancellationToken stop)
    {
        urls ??= Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? AppHost.DefaultUrls;
        var first = urls.Split(';')[0].Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(new Uri(first), "health"), stop);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode ? CommandLine.Ok : CommandLine.Failed;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            await Console.Error.WriteLineAsync($"No answer from {first}: {exception.Message}");
            return CommandLine.Failed;
        }
    }
}
