using System.CommandLine;
using CasinoFloor.Web.Hosting;
using CasinoFloor.Web.Pipeline;

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
        Outcome.OfAsync(async () =>
        {
            await using var app = AppHost.Build(settings);
            await StartAsync(app, stop);
            return await WaitForEndAsync(app, stop);
        });

    /// <summary>Opens the Eventhouse, starts the app and says where everything is.</summary>
    /// <exception cref="IOException">The address cannot be listened on.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<FloorPipeline>().OpenAsync(stop);
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

        Banner.Write(app, Console.Out);
    }

    /// <summary>Waits until the app is stopped, or stops itself because the pipeline failed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> WaitForEndAsync(WebApplication app, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.WaitForShutdownAsync(stop);
        var failed = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(service => service.ExecuteTask is { IsFaulted: true });
        return failed ? CommandLine.Failed : CommandLine.Ok;
    }
}
