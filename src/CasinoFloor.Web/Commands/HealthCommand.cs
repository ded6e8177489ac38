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
        if (RunningApp.Address(urls) is not { } first)
        {
            await Console.Error.WriteLineAsync($"'{urls}' is no address; an example is {AppHost.DefaultUrls}.");
            return CommandLine.Failed;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri(first, "health"), stop);
            Console.WriteLine(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode ? CommandLine.Ok : CommandLine.Failed;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {first}: {exception.Message}");
            return CommandLine.Failed;
        }
    }
}
