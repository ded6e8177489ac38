using System.CommandLine;

namespace CasinoFloor.Web.Commands;

/// <summary>The command line: <c>run</c> (also with no command), <c>replay</c>, <c>simulate</c>, <c>scenario</c>, <c>provision</c>, <c>health</c>.</summary>
public static class CommandLine
{
    /// <summary>Exit code of a command that did what was asked.</summary>
    public const int Ok = 0;

    /// <summary>Exit code of a command that failed while it ran.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a wrong setting or a wrong word on the command line.</summary>
    public const int WrongUse = 2;

    /// <summary>Parses the words and runs the command.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        var common = new CommonOptions();
        var root = new RootCommand(
            """
            CasinoFloor: a live casino floor. Reads the floor's events, shows the floor in the browser, keeps all history.

            With no command it runs a simulated floor at http://localhost:8080: nothing else is needed.
            Every setting is in appsettings.json; an environment variable (CasinoFloor__Source=kafka) or --set (--set Pipeline:Tick=00:00:01) overrides it.
            """);
        common.AddTo(root);
        root.SetAction((parsed, stop) => RunCommand.RunAsync(common.Read(parsed), stop));
        root.Subcommands.Add(RunCommand.Create(common));
        root.Subcommands.Add(ReplayCommand.Create(common));
        root.Subcommands.Add(SimulateCommand.Create(common));
        root.Subcommands.Add(ScenarioCommand.Create(common));
        root.Subcommands.Add(ProvisionCommand.Create(common));
        root.Subcommands.Add(HealthCommand.Create(common));
        var parsedWords = root.Parse(args);
        return parsedWords.Errors.Count > 0 ? ReportAsync(parsedWords) : InvokeAsync(parsedWords);
    }

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var signals = new StopSignals();
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, signals.Token);
    }

    private static async Task<int> ReportAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync($"See: {parsed.CommandResult.Command.Name} --help");
        return WrongUse;
    }
}
