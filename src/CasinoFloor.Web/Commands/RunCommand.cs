using System.CommandLine;
using CasinoFloor.Web.Hosting;

namespace CasinoFloor.Web.Commands;

/// <summary><c>run</c>: the web app with its pipeline, until it is stopped.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var command = new Command("run", "Runs the floor and its pages until it is stopped (the default).");
        command.SetAction((parsed, stop) => RunAsync(common.Read(parsed), stop));
        return command;
    }

    /// <summary>Runs the app with settings given on the command line.</summary>
    public static Task<int> RunAsync(Dictionary<string, string?> settings, CancellationToken stop) =>
        Outcome.OfAsync(() => ServeAsync(settings, _ => Task.CompletedTask, stop));

    /// <summary>Serves the pages until the app is stopped, or fails when a service of it does: the pipeline, retention.</summary>
    /// <param name="settings">Settings from the command line.</param>
    /// <param name="onStarted">What else is done once the app has started.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task<int> ServeAsync(Dictionary<string, string?> settings, Func<IServiceProvider, Task> onStarted, CancellationToken stop)
    {
        await using var app = AppHost.Build(settings);
        try
        {
            await StartAsync(app, stop);
            Banner.Write(app, Console.Out);
            await onStarted(app.Services);
            await app.WaitForShutdownAsync(stop);
        }
        finally
        {
            await ThrowIfFailedAsync(app.Services);
        }

        return CommandLine.Ok;
    }

    // A service that fails stops the app, perhaps while it is still starting: the failure, not that stop, is what is to be told.
    private static async Task ThrowIfFailedAsync(IServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (service.ExecuteTask is { IsFaulted: true } failed)
            {
                await failed;
            }
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException exception)
        {
            // The pipeline may have started before the address turned out to be taken.
            await app.StopAsync(CancellationToken.None);
            throw new IOException($"{exception.Message} Choose another address with --urls, as in --urls http://localhost:8090.", exception);
        }
    }
}
