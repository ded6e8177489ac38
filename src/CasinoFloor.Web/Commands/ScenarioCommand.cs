using System.CommandLine;
using System.Net.Http.Json;
using CasinoFloor.Web.Training;

namespace CasinoFloor.Web.Commands;

/// <summary><c>scenario</c>: lets something happen on the simulated floor of an app that runs on this computer.</summary>
public static class ScenarioCommand
{
    private const string List = "list";

    // The app itself gives up after ten seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var name = new Argument<string>("name") { Description = "The scenario's name, or list to see them." };
        var url = new Option<string?>("--url") { Description = "Where the app runs. Default: --urls, then http://localhost:8080.", HelpName = "URL" };
        var target = TargetOption("--target");
        var command = new Command("scenario", "Lets a scenario happen on the simulated floor of an app that runs on this computer.") { name, url, target };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(name)!,
            parsed.GetValue(url) ?? common.Read(parsed).GetValueOrDefault("Urls"),
            parsed.GetValue(target) ?? ScenarioTarget.Anywhere,
            stop));
        return command;
    }

    /// <summary>An option for a target.</summary>
    internal static Option<ScenarioTarget?> TargetOption(string name) => new(name)
    {
        Description = $"Where it happens: {ScenarioTarget.Syntax}. Default: random.",
        HelpName = "TARGET",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (ScenarioTarget.Parse(text) is { } target)
            {
                return target;
            }

            result.AddError($"{name} wants {ScenarioTarget.Syntax}; it was given '{text}'.");
            return null;
        },
    };

    private static async Task<int> RunAsync(string name, string? urls, ScenarioTarget target, CancellationToken stop)
    {
        if (RunningApp.Address(urls) is not { } address)
        {
            await Console.Error.WriteLineAsync($"'{urls}' is no address; an example is http://localhost:8080.");
            return CommandLine.WrongUse;
        }

        using var client = new HttpClient { BaseAddress = address, Timeout = Timeout };
        try
        {
            return string.Equals(name, List, StringComparison.OrdinalIgnoreCase)
                ? await ListAsync(client, stop)
                : await OrderAsync(client, name, target, stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            await Console.Error.WriteLineAsync($"No scenario was run by {address}: {exception.Message} Does CasinoFloor run there? Another address is given with --url.");
            return CommandLine.Failed;
        }
    }

    private static async Task<int> ListAsync(HttpClient client, CancellationToken stop)
    {
        using var answer = await client.GetAsync(new Uri(TrainingExtensions.Path, UriKind.Relative), stop);
        if (!answer.IsSuccessStatusCode)
        {
            return await ReportAsync(answer, stop);
        }

        foreach (var scenario in await answer.Content.ReadFromJsonAsync<List<Scenario>>(stop) ?? [])
        {
            Console.WriteLine($"{scenario.Name,-22}{scenario.Description}");
        }

        return CommandLine.Ok;
    }

    private static async Task<int> OrderAsync(HttpClient client, string name, ScenarioTarget target, CancellationToken stop)
    {
        var path = $"{TrainingExtensions.Path}/{Uri.EscapeDataString(name)}?target={Uri.EscapeDataString(target.ToString())}";
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null, stop);
        return await ReportAsync(answer, stop);
    }

    private static async Task<int> ReportAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var outcome = await answer.Content.ReadFromJsonAsync<ScenarioOutcome>(stop);
        await (answer.IsSuccessStatusCode ? Console.Out : Console.Error).WriteLineAsync(outcome?.Text);
        return answer.IsSuccessStatusCode ? CommandLine.Ok : CommandLine.Failed;
    }
}
