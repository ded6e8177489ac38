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
        Outcome.OfAsync(async () =>
        {
            await using var app = AppHost.Build(settings);
            await app.StartAsync(stop);
            Banner.Write(app, Console.Out);
            await app.WaitForShutdownAsync(stop);
            return CommandLine.Ok;
        });
}
