using System.CommandLine;
using CasinoFloor.Eventhouse;
using CasinoFloor.Eventhouse.Provisioning;
using CasinoFloor.Eventhouse.Remote;
using CasinoFloor.Web.Hosting;

namespace CasinoFloor.Web.Commands;

/// <summary><c>provision</c>: brings the configured Eventhouse to the schema of <c>kql/schema</c>.</summary>
public static class ProvisionCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommonOptions common)
    {
        ArgumentNullException.ThrowIfNull(common);
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would change." };
        var command = new Command("provision", "Creates tables, mappings, policies and views in the configured Eventhouse, and says what it changed. Never drops anything.") { dryRun };
        command.SetAction((parsed, stop) => Outcome.OfAsync(() => RunAsync(common.Read(parsed), parsed.GetValue(dryRun), stop)));
        return command;
    }

    private static async Task<int> RunAsync(Dictionary<string, string?> settings, bool dryRun, CancellationToken stop)
    {
        await using var app = AppHost.Build(settings, runPipeline: false);
        var eventhouse = app.Services.GetRequiredService<IEventhouse>();

        // A remote one refuses to open before it has its tables; the embedded one must be open to be asked.
        if (eventhouse is not RemoteEventhouse)
        {
            await eventhouse.OpenAsync(stop);
        }

        var provisioner = new Provisioner(eventhouse, AppServices.KqlFolder);
        await Console.Out.WriteLineAsync(eventhouse.Description);
        if (dryRun)
        {
            return await PrintAsync(await provisioner.PlanAsync(stop), "would change");
        }

        var all = await provisioner.PlanAsync(stop);
        await provisioner.ApplyAsync(stop);
        return await PrintAsync(all, "changed");
    }

    private static async Task<int> PrintAsync(IReadOnlyList<SchemaChange> changes, string what)
    {
        foreach (var change in changes.Where(change => change.Change is not null))
        {
            await Console.Out.WriteLineAsync($"  {change.Entity,-50} {change.Change}");
        }

        await Console.Out.WriteLineAsync($"{changes.Count(change => change.Change is not null)} {what}, {changes.Count(change => change.Change is null)} as they should be.");
        return CommandLine.Ok;
    }
}
