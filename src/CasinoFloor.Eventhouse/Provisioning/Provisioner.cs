using CasinoFloor.Kql;

namespace CasinoFloor.Eventhouse.Provisioning;

/// <summary>Brings a database to the schema of <c>kql/schema</c>. It adds and alters, and never drops anything; run again it changes nothing.</summary>
public sealed class Provisioner
{
    private readonly Func<string, CancellationToken, Task<KqlResult>> _run;
    private readonly IReadOnlyList<SchemaCommand> _commands;

    /// <summary>Creates one.</summary>
    /// <param name="eventhouse">The Eventhouse; a remote one need not be opened.</param>
    /// <param name="kqlFolder">The folder <c>kql</c>.</param>
    /// <exception cref="FormatException">A file of the schema cannot be read; the message names it.</exception>
    public Provisioner(IEventhouse eventhouse, string kqlFolder)
        : this((eventhouse ?? throw new ArgumentNullException(nameof(eventhouse))).CommandAsync, SchemaFolder.Load(kqlFolder, eventhouse is Remote.RemoteEventhouse))
    {
    }

    internal Provisioner(Func<string, CancellationToken, Task<KqlResult>> run, IReadOnlyList<SchemaCommand> commands)
    {
        _run = run;
        _commands = commands;
    }

    /// <summary>What would change, in the order of the schema; what is so already has no change.</summary>
    /// <exception cref="EventhouseException">The database cannot be asked.</exception>
    public async Task<IReadOnlyList<SchemaChange>> PlanAsync(CancellationToken cancellationToken)
    {
        var state = await DatabaseState.ReadAsync(AskAsync, cancellationToken);
        var changes = new List<SchemaChange>();
        foreach (var command in _commands)
        {
            changes.AddRange(SchemaComparison.Of(command, state));
        }

        return changes;
    }

    /// <summary>Makes the changes, one after the other.</summary>
    /// <returns>The changes that were made.</returns>
    /// <exception cref="EventhouseException">One was refused; those before it are made, and a second run makes the rest.</exception>
    public async Task<IReadOnlyList<SchemaChange>> ApplyAsync(CancellationToken cancellationToken)
    {
        var changes = (await PlanAsync(cancellationToken)).Where(change => change.Change is not null).ToList();
        foreach (var change in changes)
        {
            if ((await _run(change.Command, cancellationToken)).Error is { } error)
            {
                throw new EventhouseException($"{change.Entity}: {error.Message}");
            }
        }

        return changes;
    }

    private async Task<KqlResultTable> AskAsync(string command, CancellationToken cancellationToken)
    {
        var result = await _run(command, cancellationToken);
        return result.Error is { } error ? throw new EventhouseException($"{command}: {error.Message}") : result.Table;
    }
}
